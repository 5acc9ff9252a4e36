/**
 * Repeated keys: members of one object that have the same name. Parsing keeps the last of them, so whoever shows a parsed
 * value has to say that there were others.
 */
import { lineSpelling } from './lineSpelling'
import { nameAt } from './openNames'

/** Names that stand more than once in one object of a JSON text, at most `limit` of them. The text must be valid JSON. */
export function repeatedKeys(text: string, limit: number): readonly string[] {
  const names = lineSpelling(text).repeats.map((at) => nameAt(text, at))
  return [...new Set(names)].slice(0, limit)
}
