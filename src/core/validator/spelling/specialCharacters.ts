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

/** Most that are looked at in one line; of more, whoever asks says so. */
export const mostCharacters = 100_000

/** Characters of this set are found where they stand as themselves; `\uXXXX` is found whatever it stands for. */
const rawClass =
  '\\u007f-\\u009f\\u00ad\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e01ef}'
/** The same, for a quick look: of characters beyond U+FFFF the first half alone. */
const raw = new RegExp(`[${rawClass.replace(/\\u\{.*$/, '\\udb40')}]`)
const everyRaw = new RegExp(`[${rawClass}]`, 'gu')

/** True for a text that may hold special characters as themselves. A text of ASCII alone can hold only DEL. */
function mayHoldRaw(text: string, isAscii: boolean): boolean {
  return isAscii ? text.includes('\x7f') : raw.test(text)
}

/** The escapes of a valid JSON text that Codex seldom writes. */
export interface RareEscapes {
  /** Indexes of the escapes `\\uXXXX`, the first 100,000. */
  readonly unicode: readonly number[]
  /** True when the escape `\\/` stands somewhere. */
  readonly hasSolidus: boolean
}

const noEscapes: RareEscapes = { unicode: [], hasSolidus: false }
const [lowerU, solidus] = [0x75, 0x2f]

/** Finds the rare escapes in one pass from escape to escape. */
export function rareEscapes(text: string): RareEscapes {
  let unicode: number[] | null = null
  let hasSolidus = false
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
    const code = text.charCodeAt(at + 1)
    if (code === solidus) hasSolidus = true
    else if (code === lowerU) {
      unicode ??= []
      if (unicode.length < mostCharacters) unicode.push(at)
    }
  }
  return unicode === null && !hasSolidus ? noEscapes : { unicode: unicode ?? noEscapes.unicode, hasSolidus }
}

/**
 * Returns the special characters of a valid JSON text in their order, the first 100,000. Halves of pairs are joined.
 * `unicode` are the indexes of its escapes; `isAscii` is as for `mayHoldRaw`.
 */
export function specialCharacters(
  text: string,
  unicode: readonly number[],
  isAscii: boolean,
): readonly SpecialCharacter[] {
  const hasRaw = mayHoldRaw(text, isAscii)
  // Nearly every line.
  if (!hasRaw && unicode.length === 0) return none
  const escaped = unicode.map((index) => escapeAt(text, index))
  const raw = hasRaw ? rawCharacters(text) : none
  const found = [...escaped, ...raw].sort((a, b) => a.index - b.index)
  return joined(found.slice(0, mostCharacters))
}

const none: readonly SpecialCharacter[] = []

function escapeAt(text: string, index: number): SpecialCharacter {
  return { index, end: index + 6, code: parseInt(text.slice(index + 2, index + 6), 16) }
}

function rawCharacters(text: string): readonly SpecialCharacter[] {
  const found: SpecialCharacter[] = []
  for (const { 0: token, index } of text.matchAll(everyRaw)) {
    found.push({ index, end: index + token.length, code: token.codePointAt(0) ?? 0 })
    if (found.length === mostCharacters) break
  }
  return found
}

/** Joins the halves of pairs that are written as two escapes. */
function joined(characters: readonly SpecialCharacter[]): readonly SpecialCharacter[] {
  const whole: SpecialCharacter[] = []
  for (const one of characters) {
    const pair = joinHalves(whole.at(-1), one.index, one.code)
    if (pair === null) whole.push(one)
    else whole[whole.length - 1] = { index: pair.index, end: one.end, code: pair.code }
  }
  return whole
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
