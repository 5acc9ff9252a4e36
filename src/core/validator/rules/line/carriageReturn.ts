import type { RuleLine } from '../../rule'

/** The byte of a carriage return. */
export const carriageReturn = 0x0d

/** Returns the offset of the first carriage return between two values of a glued line; null for another kind of glue. */
export function loneReturn({ line: { spans, bytes, byteOffset } }: RuleLine): number | null {
  const second = spans.find((span, index) => index > 0 && span.kind === 'glued')
  if (second === undefined) return null
  let at = second.byteOffset - byteOffset - 1
  while (isSpace(bytes[at])) at -= 1
  return bytes[at] === carriageReturn ? byteOffset + at : null
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09
}
