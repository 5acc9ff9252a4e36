/** Thread words: what a row says of its place in a thread. Pure. */
import { threadRole } from '../../../../shared/session/threadRole'
import type { ThreadMember } from '../../../../shared/session/threads'
import { formatCount, formatNumberOf } from '../../ui/format'

/** The word for a row under another, or for one that belongs under a row that is not there; null for a thread itself. */
export function roleChip(row: ThreadMember, depth: number, isOrphan: boolean): string | null {
  return depth === 0 && !isOrphan && row.links.role === 'thread' ? null : threadRole(row)
}

/** How many rows belong under one, short and in full; null for none. */
export function belowWords(
  below: number,
  matching: number,
): { readonly short: string; readonly full: string } | null {
  if (below === 0) return null
  const full = `${formatNumberOf(below, 'file belongs', 'files belong')} under it`
  if (matching === below) return { short: `+${formatCount(below)}`, full }
  return {
    short: `+${formatCount(matching)} of ${formatCount(below)}`,
    full: `${full}, ${formatCount(matching)} of them match`,
  }
}
