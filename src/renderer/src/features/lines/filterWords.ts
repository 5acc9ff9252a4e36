/** Filter words: what the bar and the note below the lines say of a search. Pure; never "none" before all was read. */
import type { FilterState } from '../../../../shared/contract/openRollout'
import type { FilterMode, FilterRun, MatchPlace } from '../../state/filterTypes'
import type { CheckState } from '../../state/checkState'
import { formatCount, formatNumberOf, formatShare } from '../../ui/format'

/** What the words are about: the search, how far it is, and what it found. */
export interface FilterFacts {
  readonly mode: FilterMode
  readonly run: FilterRun
  readonly matched: FilterState | null
  /** Where the selected line is among the matches; null when that is not known. */
  readonly place: MatchPlace | null
}

/** How a search stands, in the few words that the bar has room for. Empty while nothing is looked for. */
export function filterStatus({ mode, run, matched, place }: FilterFacts): string {
  if (run.status === 'none') return ''
  if (run.status === 'failed') return 'Could not be searched'
  if (matched === null) return run.status === 'cancelled' ? 'Stopped' : 'Searching…'
  const share = formatShare(matched.scannedBytes, matched.totalBytes)
  const found = foundWords(mode, matched, place)
  if (run.status === 'running') return `${found}, searching: ${share}`
  if (run.status === 'cancelled') return `${found}, stopped at ${share}`
  if (matched.capped) return `${found}, the most that are kept; ${share} searched`
  return matched.matched === 0 ? 'No line matches' : found
}

function foundWords(mode: FilterMode, { matched }: FilterState, place: MatchPlace | null): string {
  if (mode === 'find' && place?.isMatch === true) {
    return `${formatCount(place.index + 1)} of ${formatCount(matched)}`
  }
  return formatNumberOf(matched, 'line')
}

/** How many lines a filter hides, of how many. Null where it hides none. */
export function hiddenWords({ matched, scannedLines, complete }: FilterState): string | null {
  const hidden = scannedLines - matched
  if (hidden <= 0) return null
  const of = complete ? formatCount(scannedLines) : `the first ${formatCount(scannedLines)}`
  return `${formatCount(hidden)} of ${of} lines hidden by the filter`
}

/** What stands for counts that nobody knows: of a check that will tell, and of one that was ended. */
export function unknownCount(check: CheckState['status']): { readonly mark: string; readonly words: string } {
  return check === 'cancelled' || check === 'failed'
    ? { mark: '–', words: 'not counted, because the check of the file was ended' }
    : { mark: '…', words: 'not counted yet' }
}

/** A count that fits a small place: `812`, `8.4k`, `1.2M`. */
export function shortCount(count: number): string {
  if (count < 1_000) return String(count)
  const [value, unit] = count < 999_500 ? [count / 1_000, 'k'] : [count / 1_000_000, 'M']
  return `${value < 9.95 ? value.toFixed(1).replace(/\.0$/, '') : String(Math.round(value))}${unit}`
}
