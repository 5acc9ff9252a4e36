/** Hunks: where two files differ, in whole physical lines. */
import { linesOf } from './mutators/mutator'

/** A run of lines of the base that another run of lines stands in the place of. Line numbers count from 0. */
export interface Hunk {
  readonly baseFrom: number
  readonly mutantFrom: number
  /** Lines that are gone, and lines that are there instead, each with its line feed. */
  readonly before: readonly Buffer[]
  readonly after: readonly Buffer[]
}

/** The lines of a file, each with its line feed. */
export function splitLines(bytes: Buffer): readonly Buffer[] {
  return linesOf(bytes).map(({ from, to }) => bytes.subarray(from, to))
}

/** Returns the hunks in which a file differs from another, in their order: none for the same bytes. */
export function hunksOf(base: readonly Buffer[], mutant: readonly Buffer[]): readonly Hunk[] {
  const a = base.map((line) => line.toString('latin1'))
  const b = mutant.map((line) => line.toString('latin1'))
  const hunks: Hunk[] = []
  let at = { base: 0, mutant: 0 }
  for (const same of [...commonLines(a, b), { base: a.length, mutant: b.length }]) {
    if (same.base > at.base || same.mutant > at.mutant) {
      hunks.push({
        baseFrom: at.base,
        mutantFrom: at.mutant,
        before: base.slice(at.base, same.base),
        after: mutant.slice(at.mutant, same.mutant),
      })
    }
    at = { base: same.base + 1, mutant: same.mutant + 1 }
  }
  return hunks
}

/** Returns the base with one hunk in it and nothing else. */
export function withHunk(base: readonly Buffer[], { baseFrom, before, after }: Hunk): Buffer {
  return Buffer.concat([...base.slice(0, baseFrom), ...after, ...base.slice(baseFrom + before.length)])
}

interface Pair {
  readonly base: number
  readonly mutant: number
}

/** The longest run of lines that both have in the same order. */
function commonLines(a: readonly string[], b: readonly string[]): readonly Pair[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? new Uint16Array()
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      pairs.push({ base: i, mutant: j })
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}
