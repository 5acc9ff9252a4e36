/** JSON place: which value of a JSON text a position is in, by its JSON pointer (RFC 6901). */

export interface JsonPlace {
  readonly pointer: string
  /** The value as it stands in the text. */
  readonly from: number
  readonly to: number
}

interface Open {
  readonly pointer: string
  /** Where its member begins, with its key. */
  readonly begin: number
  readonly from: number
  readonly isObject: boolean
  index: number
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g

/** The innermost value at a position; the key of a member belongs to it. Null where there is none. */
export function jsonPlaceAt(text: string, position: number): JsonPlace | null {
  const open: Open[] = []
  let key: { readonly pointer: string; readonly begin: number } | null = null
  for (const match of text.matchAll(tokens)) {
    const [token] = match
    const from = match.index
    const to = from + token.length
    const parent = open.at(-1)
    if (token === ':') continue
    if (token === ',') {
      if (parent !== undefined) parent.index += 1
    } else if (token === '}' || token === ']') {
      const closed = open.pop()
      if (closed !== undefined && contains(closed.begin, to, position)) {
        return { pointer: closed.pointer, from: closed.from, to }
      }
    } else if (parent?.isObject === true && key === null) {
      key = { pointer: `${parent.pointer}/${escapeKey(token)}`, begin: from }
    } else {
      const pointer: string =
        key?.pointer ?? (parent === undefined ? '' : `${parent.pointer}/${String(parent.index)}`)
      const begin: number = key?.begin ?? from
      key = null
      if (token === '{' || token === '[')
        open.push({ pointer, begin, from, isObject: token === '{', index: 0 })
      else if (contains(begin, to, position)) return { pointer, from, to }
    }
  }
  return null
}

/** The text of a string as it was meant, without quotes and escapes; null for any other value. */
export function decodedString(value: string): string | null {
  if (!value.startsWith('"')) return null
  try {
    return JSON.parse(value) as string
  } catch {
    return null
  }
}

function contains(from: number, to: number, position: number): boolean {
  return position >= from && position <= to
}

function escapeKey(token: string): string {
  return (decodedString(token) ?? token).replaceAll('~', '~0').replaceAll('/', '~1')
}
