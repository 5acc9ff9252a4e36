/** Validate report: the shapes that `validate` prints, apart from how it prints them. */
import type { ValidationReport } from '../../shared/validation/report'

/** Who made a report. `codex` is the version of Codex whose reading is told beside a finding. */
export interface ReportTool {
  readonly name: 'rollscope'
  readonly version: string
  readonly codex: string
}

/** Why a named file is not in the report: its code is an error code or a problem's. */
export interface FileError {
  readonly code: string
  readonly message: string
  readonly hint?: string | undefined
}

/** One file of a report: what was found in it, or why it could not be read. `path` is relative to the arguments. */
export type FileEntry =
  | { readonly path: string; readonly report: ValidationReport }
  | { readonly path: string; readonly error: FileError }

/** The last lines of a report. `unreadable` counts what was named and could not be read. */
export interface Summary {
  readonly files: number
  readonly damaged: number
  readonly warnings: number
  readonly noDamageFound: number
  readonly incomplete: number
  readonly unreadable: number
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number }
}

/** The summary of no files. */
export const emptySummary: Summary = {
  files: 0,
  damaged: 0,
  warnings: 0,
  noDamageFound: 0,
  incomplete: 0,
  unreadable: 0,
  findings: { error: 0, warning: 0, info: 0 },
}

/** Returns the summary with one more file in it. */
export function summarise(summary: Summary, entry: FileEntry): Summary {
  if ('error' in entry) return { ...summary, files: summary.files + 1, unreadable: summary.unreadable + 1 }
  const { verdict, counts } = entry.report
  const is = (wanted: typeof verdict): number => (verdict === wanted ? 1 : 0)
  return {
    files: summary.files + 1,
    damaged: summary.damaged + is('damaged'),
    warnings: summary.warnings + is('warnings'),
    noDamageFound: summary.noDamageFound + is('no-damage-found'),
    incomplete: summary.incomplete + is('incomplete'),
    unreadable: summary.unreadable,
    findings: {
      error: summary.findings.error + counts.error,
      warning: summary.findings.warning + counts.warning,
      info: summary.findings.info + counts.info,
    },
  }
}

/** Returns a file as JSON shows it: the path first, then the report's own fields, or the error. */
export function toJsonFile(entry: FileEntry): Readonly<Record<string, unknown>> {
  if ('error' in entry) {
    const { code, message, hint } = entry.error
    return { path: entry.path, error: { code, message, hint } }
  }
  return { path: entry.path, ...entry.report }
}
