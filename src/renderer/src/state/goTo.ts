/** Where somebody asked to go: a line, or whichever line holds a byte. */
export type Target =
  | { readonly kind: 'line'; readonly lineNumber: number }
  | { readonly kind: 'byte'; readonly byteOffset: number }

/** A target as it was typed: a pasted citation names its file too. */
export type TypedTarget =
  | Target
  | {
      readonly kind: 'citation'
      readonly name: string
      readonly sha256: string
      readonly lineNumber: number
    }

/**
 * Reads `1234`, `L1234` and `#L1234` as lines, `@123456` and `0x1f` as byte offsets, `name@sha256#L12` as a citation.
 * Separators such as in `1,234,567` are allowed. Null for everything else.
 */
export function parseTarget(text: string): TypedTarget | null {
  const cited = /^(.*)@([0-9a-f]{64})#L(\d{1,15})$/i.exec(text.trim())
  if (cited !== null) {
    const [, name = '', sha256 = '', line = ''] = cited
    return { kind: 'citation', name, sha256: sha256.toLowerCase(), lineNumber: Number(line) }
  }
  const compact = text.trim().replaceAll(/[,\s_']/g, '')
  const line = /^(?:#?L)?(\d{1,15})$/i.exec(compact)?.[1]
  if (line !== undefined) return { kind: 'line', lineNumber: Number(line) }
  const decimal = /^@(\d{1,15})$/.exec(compact)?.[1]
  if (decimal !== undefined) return { kind: 'byte', byteOffset: Number(decimal) }
  const hex = /^@?0x([0-9a-f]{1,13})$/i.exec(compact)?.[1]
  if (hex === undefined) return null
  const byteOffset = Number.parseInt(hex, 16)
  return Number.isSafeInteger(byteOffset) ? { kind: 'byte', byteOffset } : null
}
