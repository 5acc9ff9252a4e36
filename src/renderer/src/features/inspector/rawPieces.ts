/** A run of raw text that is drawn in one way. */
export interface RawPiece {
  readonly text: string
  /** `invalid`: a byte that is not UTF-8, as `\xNN`; `control`: a character that cannot be seen by itself. */
  readonly look: 'plain' | 'invalid' | 'control'
}

const escaped = /(?<!\\)\\x[89a-fA-F][0-9a-fA-F]/
const control =
  /\udb40[\udc00-\udc7f]|[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\ufeff]/
const both = new RegExp(`((?:${escaped.source})+)|((?:${control.source})+)`, 'g')
const controlOnly = new RegExp(`((?:${control.source})+)`, 'g')

/**
 * Cuts raw text into runs. Escapes of invalid bytes are only looked for where the host says that there are
 * some, because a line may hold the same four characters as ordinary text.
 */
export function rawPieces(text: string, hasInvalidUtf8: boolean): readonly RawPiece[] {
  const pattern = hasInvalidUtf8 ? both : controlOnly
  const pieces: RawPiece[] = []
  let at = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), look: 'plain' })
    const look = hasInvalidUtf8 && match[1] !== undefined ? 'invalid' : 'control'
    pieces.push({ text: match[0], look })
    at = match.index + match[0].length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), look: 'plain' })
  return pieces
}
