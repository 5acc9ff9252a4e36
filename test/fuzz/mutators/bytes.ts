/** Damage to bytes, whatever they mean: disks, memory, editors, transfers. */
import { anyRange, linesOf, replaced, type ByteRange, type Mutator } from './mutator'
import type { Random } from '../random'

/** A mutator that replaces some bytes by others. */
function replacing(
  kind: string,
  most: number,
  by: (old: Buffer, random: Random) => Uint8Array | string,
): Mutator {
  return {
    kind,
    apply: (bytes, random) => {
      const range = anyRange(bytes, random, most)
      return range === null ? null : replaced(bytes, range, by(bytes.subarray(range.from, range.to), random))
    },
  }
}

/** A mutator that inserts something between two bytes. */
function inserting(kind: string, what: (random: Random) => Uint8Array | string): Mutator {
  return {
    kind,
    apply: (bytes, random) => {
      const from = random.below(bytes.length + 1)
      return replaced(bytes, { from, to: from }, what(random))
    },
  }
}

function randomBytes(count: number, random: Random): Buffer {
  return Buffer.from(Array.from({ length: count }, () => random.below(256)))
}

const invalidUtf8: readonly [string, ...string[]] = ['ff', 'c328', 'c080', 'eda080', 'f0288c28', 'e282', '80']
const strangeCharacters: readonly [string, ...string[]] = [
  '\u202e',
  '\u200b',
  '\u0007',
  '\u001b[31m',
  '\t',
  '\u0085',
  '\ufeff',
  '\u2028',
]

export const byteMutators: readonly Mutator[] = [
  replacing('change a byte', 1, (old, random) => Uint8Array.of((old[0] ?? 0) + random.between(1, 255))),
  replacing('change a bit', 1, (old, random) => Uint8Array.of((old[0] ?? 0) ^ (1 << random.below(8)))),
  replacing('delete a byte', 1, () => ''),
  inserting('insert a byte', (random) => Uint8Array.of(random.below(256))),
  inserting('insert a printable character', (random) => Uint8Array.of(random.between(0x20, 0x7e))),
  inserting('insert invalid UTF-8', (random) => Buffer.from(random.pick(invalidUtf8), 'hex')),
  inserting('insert a strange character', (random) => random.pick(strangeCharacters)),
  inserting('insert a line feed', () => '\n'),
  replacing('delete a range', 2_000, () => ''),
  replacing('overwrite a range', 600, (old, random) => randomBytes(old.length, random)),
  replacing('overwrite a range with NULs', 4_096, (old) => Buffer.alloc(old.length)),
  replacing('duplicate a range', 1_500, (old) => Buffer.concat([old, old])),
  {
    kind: 'cut off anywhere',
    apply: (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  },
  {
    kind: 'cut off inside a character',
    apply: (bytes, random) => {
      const starts = longCharacters(bytes)
      const start = random.pick(starts)
      return start === undefined ? null : bytes.subarray(0, start + 1)
    },
  },
  { kind: 'cut off the last line feed', apply: (bytes) => bytes.subarray(0, bytes.length - 1) },
  {
    kind: 'NULs at the end',
    apply: (bytes, random) => Buffer.concat([bytes, Buffer.alloc(random.between(1, 4_096))]),
  },
  { kind: 'byte-order mark', apply: (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]) },
  { kind: 'UTF-16', apply: (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le') },
  { kind: 'UTF-16 with a mark', apply: (bytes) => Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le') },
  { kind: 'CR LF everywhere', apply: (bytes) => withLineEnds(bytes, linesOf(bytes)) },
  {
    kind: 'CR LF once',
    apply: (bytes, random) => {
      const line = random.pick(linesOf(bytes))
      return line === undefined ? null : withLineEnds(bytes, [line])
    },
  },
]

/** Where characters of more than one byte begin. */
function longCharacters(bytes: Buffer): number[] {
  const starts: number[] = []
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) >= 0xc0) starts.push(at)
  return starts
}

/** Puts a carriage return before the line feed of some lines. */
function withLineEnds(bytes: Buffer, lines: readonly ByteRange[]): Buffer {
  return lines.reduceRight(
    (all, { to }) => (all[to - 1] === 0x0a ? replaced(all, { from: to - 1, to: to - 1 }, '\r') : all),
    bytes,
  )
}
