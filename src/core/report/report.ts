/** Report: what a report of many files is made of, apart from how it is written. */
import type { HomeReport } from '../../shared/validation/homeReport'
import type { ValidationReport, Verdict } from '../../shared/validation/report'

/** Who made a report. `codex` is the version of Codex whose reading is told; `now` is what times were compared with. */
export interface ReportTool {
  readonly name: 'rollscope'
  readonly version: string
  readonly codex: string
  readonly now: string | null
}

/** Why a named file is not in the report: its code is an error code or a problem's. */
export interface FileError {
  readonly code: string
  readonly message: string
  readonly hint?: string | undefined
}

/**
 * One file of a report: what was found in it, or why it could not be read; `isFile` is false for what was named or met and
 * is no file to be checked: nothing at all, an empty folder, a link. `path` is relative to what was named.
 */
export type FileEntry =
  | { readonly path: string; readonly report: ValidationReport }
  | { readonly path: string; readonly error: FileError; readonly isFile: boolean }

/** Findings by severity. */
export interface FindingCounts {
  readonly error: number
  readonly warning: number
  readonly info: number
}

/**
 * The last lines of a report. A file that could not be read counts as `unreadable`, and what is no file at all is counted
 * apart, in `noFiles`; `findings` are those of the files and of the homes.
 */
export interface Summary {
  readonly files: number
  readonly noFiles: number
  readonly verdicts: Readonly<Record<Verdict, number>>
  readonly findings: FindingCounts
}

/** No findings. */
export const noFindings: FindingCounts = { error: 0, warning: 0, info: 0 }

/** The summary of no files. */
export const emptySummary: Summary = {
  files: 0,
  noFiles: 0,
  verdicts: { clean: 0, findings: 0, damaged: 0, unreadable: 0 },
  findings: noFindings,
}

/** Returns the summary with one more file in it, or with one more place that is none. */
export function summarise(summary: Summary, entry: FileEntry): Summary {
  if ('error' in entry && !entry.isFile) return { ...summary, noFiles: summary.noFiles + 1 }
  const verdict = 'error' in entry ? 'unreadable' : entry.report.verdict
  return {
    ...summary,
    files: summary.files + 1,
    verdicts: { ...summary.verdicts, [verdict]: summary.verdicts[verdict] + 1 },
    findings: addCounts(summary.findings, 'error' in entry ? noFindings : entry.report.counts),
  }
}

/** Returns the summary with the findings of a home in it. */
export function summariseHome(summary: Summary, { findings }: HomeReport): Summary {
  const counts = { ...noFindings }
  for (const { severity } of findings) counts[severity] += 1
  return { ...summary, findings: addCounts(summary.findings, counts) }
}

/** Adds two counts. */
export function addCounts(a: FindingCounts, b: FindingCounts): FindingCounts {
  return { error: a.error + b.error, warning: a.warning + b.warning, info: a.info + b.info }
}
