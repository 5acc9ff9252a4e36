/**
 * Repeated keys: members of one object that have the same name. Parsing keeps the last of them, so whoever shows a parsed
 * value has to say that there were others.
 */

/** Names that stand more than once in one object of a JSON text, at most `limit` of them. The text must be valid JSON. */
export function repeatedKeys(text: string, limit: number): readonly string[] {
  const repeated = new Set<string>()
  /** Names of each open object; null for an array. */
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < text.length && repeated.size < limit; at += 1) {
    const character = text[at]
    if (character === '{') open.push(new Set())
    else if (character === '[') open.push(null)
    else if (character === '}' || character === ']') open.pop()
    else if (character === '"') {
      const end = stringEnd(text, at)
      const names = open.at(-1) ?? null
      if (names !== null && isKey(text, end)) {
        const name = nameOf(text.slice(at, end))
        if (names.has(name)) repeated.add(name)
        else names.add(name)
      }
      at = end - 1
    }
  }
  return [...repeated]
}

/** Where a string ends, behind its closing quote. */
function stringEnd(text: string, from: number): number {
  for (let quote = text.indexOf('"', from + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0
    while (text[quote - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return quote + 1
  }
  return text.length
}

function isKey(text: string, end: number): boolean {
  let at = end
  while (' \t\r\n'.includes(text[at] ?? 'x')) at += 1
  return text[at] === ':'
}

function nameOf(quoted: string): string {
  return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1)
}
