/** Hidden words: what the list does not show of what is there, in one honest sentence. Pure. */
import { formatCount, formatNumberOf } from '../../ui/format'

/** What is known of the rows that are not on show. */
export interface HiddenFacts {
  /** Rows that are here and left out by filters, and how many of them are archived. */
  readonly all: number
  readonly archived: number
  /** How many of them are drawn all the same, above what belongs under them. */
  readonly context: number
  /** False while, or because, not every row has been read. */
  readonly isComplete: boolean
}

/** A sentence about what the filters hide; null when they hide nothing. */
export function hiddenWords({ all, archived, context, isComplete }: HiddenFacts): string | null {
  if (all === 0) return null
  const parts = [
    `${formatCount(all)}${isComplete ? '' : ' of those read'} hidden by filters`,
    archived === 0 ? '' : archived === all ? 'all archived' : `${formatCount(archived)} of them archived`,
    context === 0 ? '' : `${formatNumberOf(context, 'parent', 'parents')} shown dimmed`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** How many sessions are marked, and how many of those the list does not show; null without any. */
export function markWords(counts: {
  readonly all: number
  readonly hidden: number
  readonly unlisted: number
}): { readonly main: string; readonly rest: string } | null {
  if (counts.all === 0) return null
  const rest = [
    counts.hidden === 0 ? '' : `${formatCount(counts.hidden)} hidden by filters`,
    counts.unlisted === 0 ? '' : `${formatCount(counts.unlisted)} not in this list`,
  ]
  return { main: `${formatCount(counts.all)} marked`, rest: rest.filter((part) => part !== '').join(', ') }
}
