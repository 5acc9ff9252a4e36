/** Validate report: the shapes that `validate` prints, apart from how it prints them. */
import type { ValidationReport, Verdict } from '../../shared/validation/report'

/** Who made a report. `codex` is the version of Codex whose reading is told, where it was measured. */
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

/** The last lines of a report. What was named and could not be read counts as `unreadable`. */
export interface Summary {
  readonly files: number
  readonly verdicts: Readonly<Record<Verdict, number>>
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number }
}

/** The summary of no files. */
export const emptySummary: Summary = {
  files: 0,
  verdicts: { clean: 0, findings: 0, damaged: 0, unreadable: 0 },
  findings: { error: 0, warning: 0, info: 0 },
}

/** Returns the summary with one more file in it. */
export function summarise(summary: Summary, entry: FileEntry): Summary {
  const verdict = 'error' in entry ? 'unreadable' : entry.report.verdict
  const counts = 'error' in entry ? { error: 0, warning: 0, info: 0 } : entry.report.counts
  return {
    files: summary.files + 1,
    verdicts: { ...summary.verdicts, [verdict]: summary.verdicts[verdict] + 1 },
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
    return { path: entry.path, verdict: 'unreadable', error: { code, message, hint } }
  }
  return { path: entry.path, ...entry.report }
}
