/**
 * Special characters: what stands in the texts of a line and does not show as itself: control characters, directional
 * controls, invisible characters, and every character that is written as `\uXXXX`.
 */

export interface SpecialCharacter {
  /** Where it begins in the JSON text, and where it ends. */
  readonly index: number
  readonly end: number
  readonly code: number
}

/** Most that are looked at in one line. */
const kept = 10_000

/** Characters of this set are found where they stand as themselves; `\uXXXX` is found whatever it stands for. */
const rawClass =
  '\\u007f-\\u009f\\u00ad\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e01ef}'
/** The same, for a quick look: of characters beyond U+FFFF the first half alone. */
const raw = new RegExp(`[${rawClass.replace(/\\u\{.*$/, '\\udb40')}]`)
const all = new RegExp(`\\\\(?:u([0-9a-fA-F]{4})|[^])|[${rawClass}]`, 'gu')

/** True for a text that may hold special characters as themselves. A text of ASCII alone can hold only DEL. */
export function mayHoldRaw(text: string, isAscii: boolean): boolean {
  return isAscii ? text.includes('\x7f') : raw.test(text)
}

/** Returns the special characters of a valid JSON text in their order, the first 10,000. Halves of pairs are joined. */
export function specialCharacters(text: string): readonly SpecialCharacter[] {
  const found: SpecialCharacter[] = []
  for (const match of text.matchAll(all)) {
    const [token, digits] = match
    if (digits === undefined && token.startsWith('\\')) continue
    const code = digits === undefined ? (token.codePointAt(0) ?? 0) : parseInt(digits, 16)
    const end = match.index + token.length
    const joined = digits === undefined ? null : joinHalves(found.at(-1), match.index, code)
    if (joined === null) found.push({ index: match.index, end, code })
    else found[found.length - 1] = { index: joined.index, end, code: joined.code }
    if (found.length === kept) break
  }
  return found
}

/** Joins the second half of a pair with the first one right before it. */
function joinHalves(
  before: SpecialCharacter | undefined,
  index: number,
  code: number,
): { readonly index: number; readonly code: number } | null {
  if (before?.end !== index || before.code < 0xd800 || before.code > 0xdbff) return null
  if (code < 0xdc00 || code > 0xdfff) return null
  return { index: before.index, code: 0x10000 + ((before.code - 0xd800) << 10) + (code - 0xdc00) }
}

/** Writes a character as `U+202E`. */
export function codePointText(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
