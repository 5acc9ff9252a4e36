/** Types of the line filter: what is asked for, how the search for it stands, and where the selection is among matches. */
import type { FilterState } from '../../../shared/contract/openRollout'
import type { AppError } from '../../../shared/result'
import type { CodexLoss, LineFilter } from '../../../shared/rollout/lineFilter'
import type { LineGroup } from '../../../shared/rollout/strip'
import type { LineCache } from './lineCache'

/** `find` shows all lines and marks those that match; `filter` shows no others. */
export const filterModes = ['find', 'filter'] as const
export type FilterMode = (typeof filterModes)[number]

/** What the bar asks for. Empty lists and an empty text ask for nothing. */
export interface FilterWish {
  readonly kinds: readonly LineGroup[]
  readonly types: readonly string[]
  readonly text: string
  readonly caseSensitive: boolean
  /** Only lines that Codex does not read as they stand. */
  readonly isLost: boolean
}

/** A filter that asks for nothing, and leaves every line on show. */
export const emptyWish: FilterWish = { kinds: [], types: [], text: '', caseSensitive: false, isLost: false }

/** How the search for the lines of a wish stands. What is found so far is in `matched` whatever happens. */
export type FilterRun =
  | { readonly status: 'none' }
  | { readonly status: 'running'; readonly jobId: string }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly error: AppError }
  | { readonly status: 'done' }

/** Where a line is among the matches: `index` (0-based) of the first at or after it. */
export interface MatchPlace {
  readonly lineNumber: number
  readonly index: number
  readonly isMatch: boolean
  /** False while the search has not got to the line. */
  readonly isKnown: boolean
}

/** The filter of the open session, what it has found, and what a person can do with it. */
export interface FilterSlice {
  readonly isFilterOpen: boolean
  readonly filterMode: FilterMode
  readonly wish: FilterWish
  readonly filterRun: FilterRun
  /** What the host told last of the filter on show; null when there is none. */
  readonly matched: FilterState | null
  /** Rows of the matches, by index. */
  readonly matches: LineCache | null
  /** Where the selected line is among the matches. */
  readonly matchPlace: MatchPlace | null
  /** Matches among the lines on the screen, by line number, where all lines are shown. */
  readonly visibleMatches: ReadonlySet<number>
  /** First and last match on the screen (0-based), where only matches are shown. */
  readonly matchWindow: { readonly first: number; readonly last: number }
  readonly openFilter: (mode: FilterMode) => void
  /** Shows all lines again. What was asked for is kept for the next time. */
  readonly closeFilter: () => void
  readonly setFilterMode: (mode: FilterMode) => void
  readonly changeWish: (part: Partial<FilterWish>) => void
  readonly cancelFilter: () => void
  /** Asks again: goes on where a search was ended, and takes in what was appended. */
  readonly runFilter: () => Promise<void>
  /** Goes to the match after or before the selected line, round at the ends of a search that is complete. */
  readonly stepMatch: (by: -1 | 1) => Promise<void>
  readonly goToMatch: (index: number, alignment: 'nearest' | 'center') => Promise<void>
  /** Says which matches are drawn (counted from 1), and which of them are on the screen (0-based). */
  readonly wantMatches: (first: number, last: number, window: FilterSlice['matchWindow']) => void
}

/** What the bar is before somebody opens it. */
export const filterClosed = {
  isFilterOpen: false,
  filterMode: 'find',
  wish: emptyWish,
  filterRun: { status: 'none' },
  matched: null,
  matches: null,
  matchPlace: null,
  visibleMatches: new Set<number>(),
  matchWindow: { first: 0, last: 0 },
} as const satisfies Partial<FilterSlice>

/**
 * The filter of a wish; null when it asks for nothing. White space alone is nothing to look for. `loss` says which lines of
 * the file Codex does not read.
 */
export function toLineFilter(
  { kinds, types, text, caseSensitive, isLost }: FilterWish,
  loss: CodexLoss,
): LineFilter | null {
  const hasText = text.trim() !== ''
  if (kinds.length === 0 && types.length === 0 && !hasText && !isLost) return null
  return {
    kinds: kinds.length === 0 ? null : [...kinds],
    types: types.length === 0 ? null : [...types],
    text: hasText ? text : null,
    caseSensitive,
    lostByCodex: isLost ? loss : null,
  }
}

/** True when only matches are listed. */
export function isFiltering({
  isFilterOpen,
  filterMode,
  matches,
}: Pick<FilterSlice, 'isFilterOpen' | 'filterMode' | 'matches'>): boolean {
  return isFilterOpen && filterMode === 'filter' && matches !== null
}
