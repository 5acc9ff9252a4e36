/** Visible text: what stands in documents for characters that nobody sees, or that change how others look. */

/**
 * Formatting characters (bidirectional ones, joiners, tags), controls, halves of pairs, separators of lines, and all that
 * is drawn as nothing: fillers and selectors of variants, in which any text can be hidden. The one selector that people
 * write, behind a picture, stays.
 */
const hidden =
  /(?<!\p{Extended_Pictographic})[\ufe0e\ufe0f]|(?![\ufe0e\ufe0f])[\p{Cf}\p{Cc}\p{Cs}\p{DI}\u2028\u2029]/gu

/** Spells out every hidden character as `<U+202E>`, but for tabs and line ends. */
export function visibleLine(text: string): string {
  return text.replace(hidden, (character) =>
    character === '\t' || character === '\n' || character === '\r' ? character : spelled(character),
  )
}

function spelled(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}
