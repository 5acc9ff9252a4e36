import type { Random } from '../random'

/** One way to damage a rollout. */
export interface Mutator {
  readonly kind: string
  /** Returns the damaged bytes; null where these bytes cannot be damaged so. `other` is another healthy rollout. */
  readonly apply: (bytes: Buffer, random: Random, other: Buffer) => Buffer | null
}

/** Part of a file: from the first byte to the one after the last. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/** Returns the bytes with a range replaced by others. */
export function replaced(bytes: Buffer, { from, to }: ByteRange, by: Uint8Array | string): Buffer {
  return Buffer.concat([bytes.subarray(0, from), Buffer.from(by), bytes.subarray(to)])
}

/** Returns where the lines of a file are, each with its line feed. */
export function linesOf(bytes: Buffer): ByteRange[] {
  const lines: ByteRange[] = []
  let from = 0
  while (from < bytes.length) {
    const feed = bytes.indexOf(0x0a, from)
    const to = feed < 0 ? bytes.length : feed + 1
    lines.push({ from, to })
    from = to
  }
  return lines
}

/** Returns some bytes, up to `most` of them and at least one; null of an empty file. */
export function anyRange(bytes: Buffer, random: Random, most: number): ByteRange | null {
  if (bytes.length === 0) return null
  const from = random.below(bytes.length)
  return { from, to: Math.min(bytes.length, from + random.between(1, most)) }
}
