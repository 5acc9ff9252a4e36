/** Thread words: what a row says of its place in a thread. Pure. */
import type { LinkRole } from '../../../../shared/session/links'
import { formatCount, formatNumberOf } from '../../ui/format'
import { roleWords } from './facetWords'

/** The word for a row under another, or for one that belongs under a row that is not there; null for a thread itself. */
export function roleChip(role: LinkRole, depth: number, isOrphan: boolean): string | null {
  if (role !== 'thread') return roleWords[role]
  if (depth > 0) return 'same session'
  return isOrphan ? 'fork' : null
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
