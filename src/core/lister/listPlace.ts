/** List place: where the next page of a listing begins. A cursor names a place in the order, not in one walk. */
import type { AppError } from '../../shared/result'
import { encodeCursor, type CursorPosition } from '../../shared/session/cursor'
import type { SessionQuery } from '../../shared/session/query'
import { compareCandidates, type Candidate } from './candidate'

/** Says why a cursor does not fit a query, or null. */
export function checkCursor(cursor: CursorPosition, query: SessionQuery): AppError | null {
  if (cursor.sort === query.sort && cursor.ascending === query.ascending) return null
  return {
    code: 'bad-request',
    message: 'The cursor belongs to a listing in another order.',
    hint: 'Use the same sort and direction, or start again without a cursor.',
  }
}

/** The cursor that names the place after a candidate. */
export function cursorAfter(candidate: Candidate, { sort, ascending }: SessionQuery): string {
  const { sortKey, sessionId, relative, source } = candidate
  return encodeCursor({ sort, ascending, key: sortKey, id: sessionId, path: relative, source })
}

/** Index of the first candidate strictly after a place in the order, by binary search. */
export function firstAfter(candidates: readonly Candidate[], cursor: CursorPosition): number {
  const place = { sortKey: cursor.key, sessionId: cursor.id, relative: cursor.path, source: cursor.source }
  const direction = cursor.ascending ? 1 : -1
  let low = 0
  let high = candidates.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const candidate = candidates[middle]
    if (candidate !== undefined && compareCandidates(candidate, place) * direction <= 0) low = middle + 1
    else high = middle
  }
  return low
}
