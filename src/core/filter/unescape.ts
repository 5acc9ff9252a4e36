/**
 * Unescape: a JSON text with its escapes decoded, wherever they stand. What is no escape of JSON (RFC 8259, section 7) is
 * left as it is, so that damaged lines can be searched like all others. Works on pieces, too.
 */

const escapes = /\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))/g

const short: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/** Decodes every escape of a text once: `\\n` becomes `\n`, and that a line feed when it is decoded again. */
export function unescapeText(text: string): string {
  return text.replace(escapes, (_, hex: string | undefined, letter: string | undefined) =>
    hex === undefined ? (short[letter ?? ''] ?? letter ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** Decodes a text that arrives in pieces; an escape that a piece cuts is kept for the next one. */
export class Unescaper {
  #kept = ''

  push(piece: string): string {
    const text = this.#kept + piece
    const end = openEscapeAt(text)
    this.#kept = text.slice(end)
    return unescapeText(text.slice(0, end))
  }

  /** What was kept: an escape that never ended stands for itself. */
  end(): string {
    const kept = this.#kept
    this.#kept = ''
    return kept
  }
}

/** Where an escape begins that the end of a text cuts off; the length of the text when there is none. */
function openEscapeAt(text: string): number {
  const at = text.lastIndexOf('\\')
  if (at < 0 || !/^\\(?:u[0-9a-fA-F]{0,3})?$/.test(text.slice(at, at + 6))) return text.length
  let runStart = at
  while (runStart > 0 && text[runStart - 1] === '\\') runStart -= 1
  // Backslashes pair up from the first of a run: the last one opens an escape only when it is left without a partner.
  return (at - runStart) % 2 === 0 ? at : text.length
}
