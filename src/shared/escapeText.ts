/**
 * Escape text: makes text from rollouts and file names safe to print. Control characters could drive a terminal,
 * and bidirectional ones could show another text than the file holds.
 */
import { escapeJson, unsafeCharacters } from './safeJson'

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

/**
 * Returns a JSON text as one line that is safe to print, with its numbers and keys as they stand: what was parsed and
 * written again is no longer the evidence. Control characters in it are white space, because strings cannot hold them.
 */
export function safeJsonText(text: string): string {
  return escapeJson(text.replace(/[\t\r\n]/g, ' '))
}
