/** Damage to lines and to whole files: writers that fail, retry, race, copy or are merged by hand. */
import type { Random } from '../random'
import { linesOf, replaced, type Mutator } from './mutator'

/** A mutator that works on the list of lines, each with its line feed. */
function onLines(
  kind: string,
  change: (lines: Buffer[], random: Random, other: readonly Buffer[]) => readonly Uint8Array[],
): Mutator {
  return {
    kind,
    apply: (bytes, random, other) => {
      const lines = textLines(bytes)
      return lines.length < 3 ? null : Buffer.concat(change(lines, random, textLines(other)))
    },
  }
}

function textLines(bytes: Buffer): Buffer[] {
  return linesOf(bytes).map(({ from, to }) => bytes.subarray(from, to))
}

/** Takes out `count` lines from `at` on, puts others there, and returns all. */
function spliced(
  lines: Buffer[],
  at: number,
  count: number,
  ...others: readonly (Buffer | string)[]
): Buffer[] {
  lines.splice(at, count, ...others.map((line) => Buffer.from(line)))
  return lines
}

/** A line without its line feed. */
function withoutFeed(line: Buffer | undefined): Buffer {
  return line === undefined ? Buffer.alloc(0) : line.subarray(0, line.length - 1)
}

const garbage: readonly [string, ...string[]] = [
  'Error: disk quota exceeded\n',
  '{"timestamp":\n',
  '42\n',
  '[]\n',
  'null\n',
  '"text"\n',
  '{}\n',
  '{"a":1}\n',
  '}{\n',
]
const blanks: readonly [string, ...string[]] = ['\n', ' \n', '\t \n', '\r\n', '\n\n\n']

export const lineMutators: readonly Mutator[] = [
  onLines('duplicate a line', (lines, random) => {
    const at = random.below(lines.length)
    return spliced(lines, at, 0, lines[at] ?? '')
  }),
  onLines('duplicate a block of lines', (lines, random) => {
    const at = random.below(lines.length)
    const block = lines.slice(at, at + random.between(2, 6))
    return spliced(lines, at + block.length, 0, ...block)
  }),
  onLines('remove lines', (lines, random) =>
    spliced(lines, random.below(lines.length), random.between(1, 4)),
  ),
  onLines('cut off at a line end', (lines, random) => lines.slice(0, random.between(1, lines.length - 1))),
  onLines('remove the first lines', (lines, random) => lines.slice(random.between(1, 3))),
  onLines('swap two lines', (lines, random) => {
    const a = random.below(lines.length)
    const b = random.below(lines.length)
    const [first = '', second = ''] = [lines[a], lines[b]]
    lines.splice(a, 1, Buffer.from(second))
    return spliced(lines, b, 1, first)
  }),
  onLines('move a line', (lines, random) => {
    const [line = ''] = lines.splice(random.below(lines.length), 1)
    return spliced(lines, random.below(lines.length + 1), 0, line)
  }),
  onLines('glue two lines', (lines, random) => {
    const at = random.below(lines.length - 1)
    return spliced(lines, at, 1, withoutFeed(lines[at]))
  }),
  onLines('split a record', (lines, random) => {
    const at = random.below(lines.length)
    const line = lines[at] ?? Buffer.alloc(0)
    const split = random.between(1, line.length - 1)
    return spliced(lines, at, 1, line.subarray(0, split), '\n', line.subarray(split))
  }),
  onLines('a part, then the whole again on its line', (lines, random) => {
    const at = random.below(lines.length)
    const line = lines[at] ?? Buffer.alloc(0)
    return spliced(lines, at, 0, line.subarray(0, random.between(1, line.length - 1)))
  }),
  onLines('a part, then the whole again on the next line', (lines, random) => {
    const at = random.below(lines.length)
    const line = lines[at] ?? Buffer.alloc(0)
    return spliced(lines, at, 0, line.subarray(0, random.between(1, line.length - 2)), '\n')
  }),
  onLines('insert a line of garbage', (lines, random) =>
    spliced(lines, random.below(lines.length + 1), 0, random.pick(garbage)),
  ),
  onLines('insert blank lines', (lines, random) =>
    spliced(lines, random.below(lines.length + 1), 0, random.pick(blanks)),
  ),
  onLines('insert a line of another file', (lines, random, other) =>
    spliced(lines, random.below(lines.length + 1), 0, random.pick(other) ?? ''),
  ),
  onLines('append the header again', (lines) => [...lines, lines[0] ?? Buffer.alloc(0)]),
  onLines('append the whole file again', (lines) => [...lines, ...lines]),
  onLines('append another file', (lines, _random, other) => [...lines, ...other]),
  onLines('interleave with another file', (lines, random, other) => interleaved(lines, other, random)),
  {
    kind: 'append another file without its first bytes',
    apply: (bytes, random, other) => Buffer.concat([bytes, other.subarray(random.below(other.length))]),
  },
  {
    kind: 'put another file before it',
    apply: (bytes, random, other) =>
      replaced(bytes, { from: 0, to: 0 }, other.subarray(0, random.below(other.length))),
  },
]

function interleaved(lines: readonly Buffer[], other: readonly Buffer[], random: Random): Buffer[] {
  const all: Buffer[] = [...lines]
  let at = random.below(lines.length)
  for (const line of other.slice(0, random.between(1, 8))) {
    all.splice(at, 0, line)
    at += random.between(1, 3)
  }
  return all
}
