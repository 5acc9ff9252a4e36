/** Safe JSON: one line that shows what it holds, whoever prints it. */

/** Controls, line separators, bidirectional marks, the byte-order mark, tag characters, lone surrogates. */
export const unsafeCharacters =
  /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}\p{Surrogate}]/gu

/** Returns one line of JSON. Unsafe characters are escaped the way JSON does, so that it reads back unchanged. */
export function toSafeJson(value: unknown): string {
  return escapeJson(JSON.stringify(value))
}

/** Escapes the unsafe characters of a JSON text, which can only stand in its strings. */
export function escapeJson(text: string): string {
  return text.replace(unsafeCharacters, (character) =>
    [...character.split('')].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  )
}
