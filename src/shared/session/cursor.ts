/**
 * Cursor: where the next page starts. An opaque token that names a place in the order
 * (sort key, session id, path relative to the root, which of several opened places), not a count, so that files which come
 * and go between two pages neither repeat nor hide a row.
 */
import { sortKeys, type SortKey } from './query'
import { err, ok, type AppError, type Result } from '../result'

/** The place in the order after which a page starts. */
export interface CursorPosition {
  readonly sort: SortKey
  readonly ascending: boolean
  readonly key: string
  readonly id: string
  readonly path: string
  /** Which source of the root, 0 for a root of one. */
  readonly source: number
}

/** Writes a position as a token of letters and digits, so that no shell, address or reader changes it. */
export function encodeCursor(position: CursorPosition): string {
  const { sort, ascending, key, id, path, source } = position
  return toHex(JSON.stringify([sort, ascending ? 1 : 0, key, id, path, source]))
}

/** Reads a token back; a token that this product did not write is a `bad-request`. */
export function decodeCursor(token: string): Result<CursorPosition, AppError> {
  const invalid = err<AppError>({
    code: 'bad-request',
    message: 'The cursor is not one that a listing returned.',
    hint: 'Start again without a cursor.',
  })
  try {
    const parts: unknown = JSON.parse(fromHex(token))
    if (!Array.isArray(parts) || parts.length !== 6) return invalid
    const [sort, ascending, key, id, path, source] = parts as readonly unknown[]
    const known = sortKeys.find((candidate) => candidate === sort)
    if (known === undefined || typeof key !== 'string' || typeof id !== 'string') return invalid
    if (typeof path !== 'string' || (ascending !== 0 && ascending !== 1)) return invalid
    if (typeof source !== 'number' || !Number.isSafeInteger(source)) return invalid
    return ok({ sort: known, ascending: ascending === 1, key, id, path, source })
  } catch {
    return invalid
  }
}

/** UTF-16 units in hexadecimal: short for what paths mostly are, and exact for whatever else a path may hold. */
function toHex(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const unit = text.charCodeAt(at)
    return unit < 0x80 ? unit.toString(16).padStart(2, '0') : `x${unit.toString(16).padStart(4, '0')}`
  }).join('')
}

function fromHex(token: string): string {
  const units = token.match(/x[0-9a-f]{4}|[0-9a-f]{2}/g) ?? []
  if (units.join('') !== token) throw new SyntaxError('not a cursor')
  return units.map((unit) => String.fromCharCode(parseInt(unit.replace('x', ''), 16))).join('')
}
