/** Where somebody asked to go: a line, or whichever line holds a byte. */
export type Target =
  | { readonly kind: 'line'; readonly lineNumber: number }
  | { readonly kind: 'byte'; readonly byteOffset: number }

/**
 * Reads `1234` and `L1234` as lines, `@123456` and `0x1f` as byte offsets. Separators such as in `1,234,567`
 * are allowed. Null for everything else.
 */
export function parseTarget(text: string): Target | null {
  const compact = text.trim().replaceAll(/[,\s_']/g, '')
  const line = /^L?(\d{1,15})$/i.exec(compact)?.[1]
  if (line !== undefined) {
    const lineNumber = Number(line)
    return lineNumber >= 1 ? { kind: 'line', lineNumber } : null
  }
  const decimal = /^@(\d{1,15})$/.exec(compact)?.[1]
  if (decimal !== undefined) return { kind: 'byte', byteOffset: Number(decimal) }
  const hex = /^@?0x([0-9a-f]{1,13})$/i.exec(compact)?.[1]
  if (hex === undefined) return null
  const byteOffset = Number.parseInt(hex, 16)
  return Number.isSafeInteger(byteOffset) ? { kind: 'byte', byteOffset } : null
}
