/** Hex rows: bytes as rows of hex and text, with what is marked among them. Pure. */

/** What is marked: bytes, or with a length of 0 the place before one. */
export interface ByteMark {
  readonly from: number
  readonly length: number
}

/** Bytes of one row that look alike. `place` stands before its first byte, where nothing is marked but a place. */
export interface HexRun {
  readonly look: 'plain' | 'marked' | 'place'
  readonly hex: string
  readonly text: string
}

/** Cuts the bytes of one row, which begins at `offset`, into runs. A place at the end of the file has a run of its own. */
export function hexRuns(
  bytes: Uint8Array,
  offset: number,
  perRow: number,
  mark: ByteMark,
): readonly HexRun[] {
  const end = offset + bytes.length
  if (mark.length === 0) {
    const isHere = mark.from >= offset && mark.from < offset + perRow && mark.from <= end
    if (!isHere) return runsOf(bytes, [['plain', 0, bytes.length]])
    const at = mark.from - offset
    if (at === bytes.length) {
      return [...runsOf(bytes, [['plain', 0, at]]), { look: 'place', hex: '  ', text: ' ' }]
    }
    const parts = [
      ['plain', 0, at],
      ['place', at, at + 1],
      ['plain', at + 1, bytes.length],
    ] as const
    return runsOf(bytes, parts)
  }
  const first = Math.max(0, Math.min(bytes.length, mark.from - offset))
  const last = Math.max(first, Math.min(bytes.length, mark.from + mark.length - offset))
  return runsOf(bytes, [
    ['plain', 0, first],
    ['marked', first, last],
    ['plain', last, bytes.length],
  ])
}

function runsOf(
  bytes: Uint8Array,
  parts: readonly (readonly [HexRun['look'], number, number])[],
): readonly HexRun[] {
  return parts
    .filter(([, from, to]) => to > from)
    .map(([look, from, to]) => {
      const part = bytes.subarray(from, to)
      return { look, hex: toHex(part), text: [...part].map(toCharacter).join('') }
    })
}

/** Bytes as hex, two digits each, with spaces between: `7b 22`. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
}

/** One character for each byte: what ASCII prints as it is, controls as their pictures, all others as a dot. */
export function toCharacter(byte: number): string {
  if (byte < 0x20) return String.fromCodePoint(0x2400 + byte)
  if (byte === 0x7f) return '\u2421'
  return byte < 0x7f ? String.fromCharCode(byte) : '·'
}

/** Rows of so many bytes, and one for the end of the file. */
export function hexRowCount(totalBytes: number, perRow: number): number {
  return Math.floor(totalBytes / perRow) + 1
}
