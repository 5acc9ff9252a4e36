/** Check state: how the check of the whole file stands, and what is known of the file whatever the check is doing. */
import type { AppError } from '../../../shared/result'
import type { KnownFinding } from '../../../shared/validation/finding'
import type { ValidationReport } from '../../../shared/validation/report'
import type { ViewerState } from './viewerTypes'

/**
 * How the check of the whole file stands. While it runs, `known` is what it found so far, in the order of the file, and
 * `previous` the report that stays on show until the new one is here: that of the file before it grew.
 */
export type CheckState =
  | { readonly status: 'waiting' }
  | {
      readonly status: 'running'
      readonly jobId: string
      readonly known: readonly KnownFinding[]
      readonly previous: ValidationReport | null
    }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly error: AppError }
  | { readonly status: 'done'; readonly report: ValidationReport }

/** The report on show; null while there is none. */
export function reportOf({ check }: Pick<ViewerState, 'check'>): ValidationReport | null {
  if (check.status === 'done') return check.report
  return check.status === 'running' ? check.previous : null
}

const none: readonly KnownFinding[] = []

/** What is known to be wrong with the file, in its order: the findings of the report, or what was found so far. */
export function findingsOf(state: Pick<ViewerState, 'check'>): readonly KnownFinding[] {
  const report = reportOf(state)
  if (report !== null) return report.findings
  return state.check.status === 'running' ? state.check.known : none
}

/** True when the report on show is of the file before it grew, or of a last line that was still being written. */
export function isStale(state: Pick<ViewerState, 'check' | 'index'>): boolean {
  const report = reportOf(state)
  if (report === null || report.form !== 'jsonl') return false
  const isOpen = report.byRule.some(({ rule }) => rule === 'line/pending')
  return isOpen || (state.index?.totalBytes ?? 0) > report.contentBytes
}

/** Takes up what was found since, in the order of the file. */
export function withFound(
  known: readonly KnownFinding[],
  found: readonly KnownFinding[],
): readonly KnownFinding[] {
  return found.length === 0 ? known : [...known, ...found].sort((a, b) => a.byteOffset - b.byteOffset)
}

/**
 * Where a finding stands in another list: the same one, or where it is another by now (a pending line that became torn)
 * the first one of its line; null where there is neither.
 */
export function sameFinding(
  finding: KnownFinding | undefined,
  findings: readonly KnownFinding[],
): number | null {
  if (finding === undefined) return null
  const { rule, lineNumber, byteOffset } = finding
  const same = findings.findIndex((known) => known.rule === rule && known.byteOffset === byteOffset)
  if (same >= 0) return same
  const beside = lineNumber === null ? -1 : findings.findIndex((known) => known.lineNumber === lineNumber)
  return beside < 0 ? null : beside
}
