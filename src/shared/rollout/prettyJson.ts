/**
 * Pretty JSON: a JSON text laid out over lines without being changed. Strings, numbers and repeated keys are copied as
 * they stand, because a value that was parsed and written again is no longer the evidence (1e400 would become null).
 */

/** Strings, marks, and everything else between white space. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g

const indentation = '  '
/** Deeper levels are drawn at this depth: indentation that grows with each level would outgrow any text. */
const deepestIndent = 40

/** Lays out a text that is one JSON value. Null when the result would be longer than `limit` characters. */
export function prettyJson(text: string, limit: number): string | null {
  const parts: string[] = []
  let length = 0
  let depth = 0
  const put = (part: string): void => {
    parts.push(part)
    length += part.length
  }
  const breakLine = (): void => {
    put(`\n${indentation.repeat(Math.min(depth, deepestIndent))}`)
  }
  for (const [token] of text.matchAll(tokens)) {
    if (length > limit) return null
    switch (token) {
      case '{':
      case '[':
        put(token)
        depth += 1
        breakLine()
        break
      case '}':
      case ']':
        depth -= 1
        breakLine()
        put(token)
        break
      case ',':
        put(token)
        breakLine()
        break
      case ':':
        put(': ')
        break
      default:
        put(token)
    }
  }
  // Empty containers were broken over two lines; they read better on one.
  return parts.join('').replace(/([{[])\n\s*([}\]])/g, '$1$2')
}

/**
 * Returns the JSON text of a scalar member of the outermost object, as it stands, or null when there is none. Where a key
 * is repeated, `value` tells which one is meant: the one that parses to it.
 */
export function memberText(text: string, key: string, value: unknown): string | null {
  const name = JSON.stringify(key)
  let depth = 0
  let previous = ''
  let isWanted = false
  for (const [token] of text.matchAll(tokens)) {
    if (isWanted && isSameScalar(token, value)) return token
    isWanted = depth === 1 && token === ':' && previous === name
    if (token === '{' || token === '[') depth += 1
    else if (token === '}' || token === ']') depth -= 1
    previous = token
  }
  return null
}

function isSameScalar(token: string, value: unknown): boolean {
  try {
    return JSON.parse(token) === value
  } catch {
    // A bracket, or a token that the end of the text cut off.
    return false
  }
}
