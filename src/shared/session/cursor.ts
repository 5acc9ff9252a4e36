/**
 * Cursor: where the next page starts. An opaque token that names a place in the order
 * (sort key, session id, path relative to the root), not a count, so that files which come
 * and go between two pages neither repeat nor hide a row.
 */
import { sortKeys, type SortKey } from './query'
import { err, ok, type AppError, type Result } from '../result'

export interface CursorPosition {
  readonly sort: SortKey
  readonly ascending: boolean
  readonly key: string
  readonly id: string
  readonly path: string
}

/** Writes a position as a URL-safe token of printable ASCII. */
export function encodeCursor(position: CursorPosition): string {
  const { sort, ascending, key, id, path } = position
  return encodeURIComponent(JSON.stringify([sort, ascending ? 1 : 0, key, id, path]))
}

/** Reads a token back; a token that this product did not write is a `bad-request`. */
export function decodeCursor(token: string): Result<CursorPosition, AppError> {
  const invalid = err<AppError>({
    code: 'bad-request',
    message: 'The cursor is not one that a listing returned.',
    hint: 'Start again without a cursor.',
  })
  try {
    const parts: unknown = JSON.parse(decodeURIComponent(token))
    if (!Array.isArray(parts) || parts.length !== 5) return invalid
    const [sort, ascending, key, id, path] = parts as readonly unknown[]
    const known = sortKeys.find((candidate) => candidate === sort)
    if (known === undefined || typeof key !== 'string' || typeof id !== 'string') return invalid
    if (typeof path !== 'string' || (ascending !== 0 && ascending !== 1)) return invalid
    return ok({ sort: known, ascending: ascending === 1, key, id, path })
  } catch {
    return invalid
  }
}
