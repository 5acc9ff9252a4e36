/** What stands for a character that a screen would not show, or that would change how its neighbours look. */
const hidden =
  /\udb40[\udc00-\udc7f]|[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\ufeff\ufff9-\ufffb]/g

/**
 * Makes invisible characters visible: control characters as their pictures (`␊`, `␀`), bidirectional controls
 * and other invisible ones as `<U+202E>`. What comes back is safe to show on one line and reads in the order in
 * which it is stored. Text without such characters comes back as it is.
 */
export function visibleText(text: string): string {
  return text.replace(hidden, pictureOf)
}

/** True when `visibleText` would change the text. */
export function hasHiddenCharacters(text: string): boolean {
  return text.search(hidden) >= 0
}

function pictureOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}
