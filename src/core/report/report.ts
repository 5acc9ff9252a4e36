/** Report: what a report of many files is made of, apart from how it is written. */
import type { HomeReport } from '../../shared/validation/homeReport'
import type { ReportSummary } from '../../shared/validation/reportParts'
import type { ValidationReport } from '../../shared/validation/report'

/** Why a named file is not in the report: its code is an error code or a problem's. */
export interface FileError {
  readonly code: string
  readonly message: string
  readonly hint?: string | undefined
}

/**
 * Why there is no report of something: it was `unreadable`, or not reached before the check was cancelled, or is no file to
 * be checked (null): nothing at all, an empty folder, a link below a folder.
 */
export type MissingVerdict = 'unreadable' | 'not-checked' | null

/** One file of a report: what was found in it, or why nothing is told of it. `path` is relative to what was named. */
export type FileEntry =
  | { readonly path: string; readonly report: ValidationReport }
  | { readonly path: string; readonly error: FileError; readonly verdict: MissingVerdict }

/** Findings by severity. */
export interface FindingCounts {
  readonly error: number
  readonly warning: number
  readonly info: number
}

/** No findings. */
export const noFindings: FindingCounts = { error: 0, warning: 0, info: 0 }

/** The summary of no files. */
export const emptySummary: ReportSummary = {
  files: 0,
  noFiles: 0,
  notChecked: 0,
  verdicts: { clean: 0, findings: 0, damaged: 0, unreadable: 0 },
  findings: noFindings,
}

/** The verdict of a file that failed with an error of this code. */
export function missingVerdict(code: string): 'unreadable' | 'not-checked' {
  return code === 'cancelled' ? 'not-checked' : 'unreadable'
}

/** Returns the summary with one more file in it, or with one more place that is none. */
export function summarise(summary: ReportSummary, entry: FileEntry): ReportSummary {
  const verdict = 'error' in entry ? entry.verdict : entry.report.verdict
  if (verdict === null) return { ...summary, noFiles: summary.noFiles + 1 }
  const counted = { ...summary, files: summary.files + 1 }
  if (verdict === 'not-checked') return { ...counted, notChecked: summary.notChecked + 1 }
  return {
    ...counted,
    verdicts: { ...summary.verdicts, [verdict]: summary.verdicts[verdict] + 1 },
    findings: addCounts(summary.findings, 'error' in entry ? noFindings : entry.report.counts),
  }
}

/** Returns the summary with the findings of a home in it. */
export function summariseHome(summary: ReportSummary, { findings }: HomeReport): ReportSummary {
  const counts = { ...noFindings }
  for (const { severity } of findings) counts[severity] += 1
  return { ...summary, findings: addCounts(summary.findings, counts) }
}

/** Adds two counts. */
export function addCounts(a: FindingCounts, b: FindingCounts): FindingCounts {
  return { error: a.error + b.error, warning: a.warning + b.warning, info: a.info + b.info }
}
