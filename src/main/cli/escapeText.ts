/**
 * Escape text: makes text from rollouts and file names safe to print. Control characters could drive a terminal,
 * and bidirectional ones could show another text than the file holds.
 */
import { unsafeCharacters } from '../../shared/safeJson'

export { toSafeJson } from '../../shared/safeJson'

/** Returns text with every unsafe character as `\n`, `\xNN` or `\u{…}`. Backslashes of the text stay as they are. */
export function escapeText(text: string): string {
  return text.replace(unsafeCharacters, escapeCharacter)
}

function escapeCharacter(character: string): string {
  switch (character) {
    case '\n':
      return '\\n'
    case '\r':
      return '\\r'
    case '\t':
      return '\\t'
    default: {
      const code = character.codePointAt(0) ?? 0
      return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
    }
  }
}
