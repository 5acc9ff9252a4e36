/** Types of the viewer: one open session, its lines, what is selected, and the line under inspection. */
import type { Response } from '../../../shared/contract/contract'
import type { IndexState, LineDetail, RolloutHeader } from '../../../shared/contract/openRollout'
import type { AppError } from '../../../shared/result'
import type { Census } from '../../../shared/rollout/census'
import type { Strip } from '../../../shared/rollout/strip'
import type { LineRow } from '../../../shared/rollout/lineRow'
import type { FindingsOrder } from '../../../shared/settings/settings'
import type { Finding } from '../../../shared/validation/finding'
import type { Severity } from '../../../shared/validation/severity'
import type { CheckState } from './checkState'
import type { FilterSlice } from './filterTypes'
import type { FindingCursor, FindingRow } from './findingRows'
import type { FindingStep, StepWhat } from './findingSteps'
import type { Growth } from './growth'
import type { LineCache } from './lineCache'
import type { Trail } from './navigation'
import type { Target } from './goTo'

/** Which session is on show. One tagged value, so that "opening with an error" cannot be represented. */
export type OpenSession =
  | { readonly status: 'none' }
  | { readonly status: 'opening'; readonly fileId: string; readonly title: string; readonly jobId: string }
  | { readonly status: 'failed'; readonly fileId: string; readonly title: string; readonly error: AppError }
  | { readonly status: 'ready'; readonly fileId: string; readonly header: RolloutHeader }

/** How counting the lines stands. What is counted so far is in `index` whatever happens. */
export type IndexingState =
  | { readonly status: 'waiting' }
  | { readonly status: 'running'; readonly jobId: string }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly error: AppError }
  | { readonly status: 'done' }

/** The file on disk against what was opened. */
export type DiskState = Response<'rollout:stat'>

/** The line under inspection. `windows` are consecutive byte windows, mostly from the line's beginning. */
export type DetailState =
  | { readonly status: 'none' }
  | { readonly status: 'loading'; readonly lineNumber: number; readonly previous: ShownDetail | null }
  | { readonly status: 'failed'; readonly lineNumber: number; readonly error: AppError }
  | ({ readonly status: 'ready'; readonly isLoadingMore: boolean } & ShownDetail)

/** A line and what is here of it. While another is on its way, this one stays on show under its own number. */
export interface ShownDetail {
  readonly lineNumber: number
  readonly windows: readonly [LineDetail, ...LineDetail[]]
}

/** Asks the view of lines to show one. `seq` grows with every request. */
export interface Reveal {
  readonly lineNumber: number
  readonly alignment: 'nearest' | 'center'
  readonly seq: number
}

/** The open session: its index, its check, and how it stands on the disk. */
export interface SessionSlice {
  readonly session: OpenSession
  readonly index: IndexState | null
  readonly indexing: IndexingState
  readonly check: CheckState
  /** How long the last check took; 0 before one has ended. */
  readonly lastCheckMs: number
  /** By how much the file grew while it was open; null while it did not. */
  readonly growth: Growth | null
  readonly strip: Strip | null
  /** Lines of each kind and type; null until the check has counted them. */
  readonly census: Census | null
  readonly disk: DiskState | null
  /** Worst finding of each line that has one. */
  readonly severityOfLine: ReadonlyMap<number, Severity>
  readonly open: (fileId: string, title: string, line?: number | null) => Promise<void>
  readonly close: () => void
  /**
   * Opens the file anew, on the line that was selected or the last there is now. `acceptReplaced` takes what stands at its
   * path now, for somebody who was told.
   */
  readonly reopen: (acceptReplaced: boolean) => Promise<void>
  readonly readAppended: () => Promise<void>
  readonly recount: () => Promise<void>
  readonly recheck: () => Promise<void>
  readonly pollDisk: () => Promise<void>
}

/** The rows of lines that are in memory. */
export interface LinesSlice {
  /** Grows whenever rows arrived; the rows themselves are in the cache. */
  readonly linesVersion: number
  readonly linesFailure: AppError | null
  readonly row: (lineNumber: number) => LineRow | undefined
  readonly want: (first: number, last: number) => void
  readonly cache: LineCache | null
}

/** The selected line, and the ways to another one. */
export interface SelectionSlice {
  readonly selectedLine: number | null
  /** The byte of the selected line that was asked for, counted from the line's beginning; null for the line itself. */
  readonly selectedByte: number | null
  /** Index into the report's findings. */
  readonly selectedFinding: number | null
  readonly reveal: Reveal | null
  /** First and last line on the screen, and how many rows fit; told by the view of lines. */
  readonly viewport: { readonly first: number; readonly last: number; readonly count: number }
  readonly trail: Trail
  readonly select: (lineNumber: number) => void
  readonly moveBy: (lines: number) => void
  readonly moveToEnd: (end: 'first' | 'last') => void
  /** Brings a line into view without selecting it. */
  readonly revealLine: (lineNumber: number, alignment: Reveal['alignment']) => void
  /** A jump: centred, and a step in the trail. */
  readonly goToLine: (lineNumber: number) => void
  readonly goTo: (target: Target) => Promise<void>
  readonly travel: (by: -1 | 1) => Promise<void>
  readonly setViewport: (first: number, last: number, count: number) => void
}

/** The list of findings: what of it is shown, and where its cursor is. */
export interface FindingsSlice {
  readonly findingsOrder: FindingsOrder
  /** Severities that are not shown. */
  readonly hiddenSeverities: ReadonlySet<Severity>
  /** Rules whose findings are folded away, and those whose entry in the catalogue is shown. */
  readonly foldedRules: ReadonlySet<string>
  readonly explainedRules: ReadonlySet<string>
  /** Where the cursor of the list stands; null where that is the selected finding. */
  readonly findingCursor: FindingCursor | null
  /** Where the last step from one finding to another led; null since somebody went elsewhere. */
  readonly step: FindingStep | null
  /** The rows of the list: the same array until something changes what they are. */
  readonly findingRows: () => readonly FindingRow[]
  readonly setFindingsOrder: (order: FindingsOrder) => void
  readonly toggleSeverity: (severity: Severity) => void
  readonly toggleRule: (rule: string) => void
  readonly explainRule: (rule: string) => void
  /** Explains the rule at the cursor. */
  readonly explainHere: () => void
  /** Moves the cursor by rows, which selects what it comes to. */
  readonly moveInFindings: (by: number) => void
  readonly moveToEndOfFindings: (end: 'first' | 'last') => void
  /** Folds the rule at the cursor, or goes to its head; unfolds it, or goes on to its first row. */
  readonly foldInFindings: (isFolded: boolean) => void
  readonly goToFinding: (index: number) => void
  /** Goes to the next or previous finding, or damage, and says where that is. */
  readonly stepFinding: (what: StepWhat, by: -1 | 1) => FindingStep
}

/** The line under inspection, read a window of bytes at a time. */
export interface DetailSlice {
  readonly detail: DetailState
  /** Grows when the selected line must be read again, because its bytes may be others now. */
  readonly detailVersion: number
  readonly reloadDetail: () => void
  readonly showMore: () => Promise<void>
  /** Reads what comes before the first window, where that does not begin with the line. */
  readonly showBefore: () => Promise<void>
}

/** Whether lines are shown as Codex sees them. */
export interface EyeSlice {
  /** True while the lines are shown as Codex sees them. It stays so from one session to the next. */
  readonly isEyeOn: boolean
  readonly toggleEye: () => void
}

/** All of the viewer: the slices in one. */
export type ViewerState = SessionSlice &
  LinesSlice &
  SelectionSlice &
  FindingsSlice &
  DetailSlice &
  FilterSlice &
  EyeSlice

/** Findings of a report that have a line, worst severity by line. */
export function severitiesByLine(findings: readonly Finding[]): ReadonlyMap<number, Severity> {
  const worst = new Map<number, Severity>()
  const rank = { error: 0, warning: 1, info: 2 } as const
  for (const { lineNumber, severity } of findings) {
    if (lineNumber === null) continue
    const known = worst.get(lineNumber)
    if (known === undefined || rank[severity] < rank[known]) worst.set(lineNumber, severity)
  }
  return worst
}
