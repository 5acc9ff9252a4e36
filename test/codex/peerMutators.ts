/** Peer mutators: seeded ways of damaging a rollout, from one byte to the order of its lines. */

/** Numbers from 0 to below `end`, the same ones for the same seed. */
export type Random = (end: number) => number

/** Returns a source of numbers (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed | 0
  return (end) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end
  }
}

/** A mutated file, and what was done to it. */
export interface Mutated {
  readonly how: string
  readonly content: Buffer
}

type LineMutator = (lines: readonly string[], random: Random) => readonly string[]
type ByteMutator = (bytes: Buffer, random: Random) => Buffer

const odd = [0x00, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x30, 0x5c, 0x7b, 0x7d, 0x80, 0xc3, 0xe2, 0xff]

const byteMutators: Readonly<Record<string, ByteMutator>> = {
  'byte changed': (bytes, random) => {
    const changed = Buffer.from(bytes)
    changed[random(bytes.length)] = random(2) === 0 ? random(256) : (odd[random(odd.length)] ?? 0)
    return changed
  },
  'bytes deleted': (bytes, random) => {
    const at = random(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(8))])
  },
  'bytes inserted': (bytes, random) => {
    const at = random(bytes.length + 1)
    const inserted = Buffer.from(Array.from({ length: 1 + random(3) }, () => odd[random(odd.length)] ?? 0))
    return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)])
  },
  'bytes zeroed': (bytes, random) => Buffer.from(bytes).fill(0, random(bytes.length), random(bytes.length)),
  'end cut off': (bytes, random) => bytes.subarray(0, random(bytes.length)),
  'last line feed cut off': (bytes) => bytes.subarray(0, -1),
  'line feed removed': (bytes, random) => {
    const feeds = [...bytes.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at)
    const at = feeds[random(feeds.length)] ?? 0
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
  },
  'line feed inserted': (bytes, random) => {
    const at = random(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), Buffer.from('\n'), bytes.subarray(at)])
  },
}

const foreignLines = [
  '',
  '  ',
  'not json',
  '42',
  'null',
  '[]',
  '{}',
  '{"type":"session_meta"}',
  '\ufeff',
  '"x"',
]

const lineMutators: Readonly<Record<string, LineMutator>> = {
  'line removed': (lines, random) => lines.toSpliced(random(lines.length), 1),
  'line repeated': (lines, random) => {
    const at = random(lines.length)
    return lines.toSpliced(random(lines.length + 1), 0, lines[at] ?? '')
  },
  'lines exchanged': (lines, random) => {
    const [a, b] = [random(lines.length), random(lines.length)]
    return lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '')
  },
  'neighbours exchanged': (lines, random) => {
    const at = random(lines.length - 1)
    return lines.with(at, lines[at + 1] ?? '').with(at + 1, lines[at] ?? '')
  },
  'line cut': (lines, random) => {
    const at = random(lines.length)
    const line = lines[at] ?? ''
    return lines.with(at, line.slice(0, random(line.length)))
  },
  'part of a line before it': (lines, random) => {
    const at = random(lines.length)
    const line = lines[at] ?? ''
    return lines.with(at, line.slice(0, random(line.length)) + line)
  },
  'foreign line': (lines, random) =>
    lines.toSpliced(random(lines.length + 1), 0, foreignLines[random(foreignLines.length)] ?? ''),
  'field removed': (lines, random) => changeField(lines, random, null),
  'field retyped': (lines, random) => changeField(lines, random, values[random(values.length)] ?? 'null'),
  'ordinal changed': (lines, random) => changeOrdinal(lines, random),
}

/** JSON texts that stand in the place of a value. */
const values = [
  'null',
  '5',
  '5.5',
  '-1',
  '0',
  '1e400',
  '123456789012345678901234567890',
  'true',
  '""',
  '"x"',
  '"\\ud800"',
  '[]',
  '[5]',
  '{}',
  '{"type":"x"}',
  '26.0',
]

interface Field {
  readonly owner: Record<string, unknown>
  readonly key: string
}

/** Every member of a value and of the values within it. */
function fieldsOf(value: unknown): readonly Field[] {
  if (typeof value !== 'object' || value === null) return []
  const owner = value as Record<string, unknown>
  const own = Array.isArray(value) ? [] : Object.keys(value).map((key) => ({ owner, key }))
  return [...own, ...Object.values(value).flatMap(fieldsOf)]
}

/** Removes a member of a line, or puts a JSON text in the place of its value. */
function changeField(lines: readonly string[], random: Random, text: string | null): readonly string[] {
  const at = random(lines.length)
  let value: unknown
  try {
    value = JSON.parse(lines[at] ?? '')
  } catch {
    return lines
  }
  const fields = fieldsOf(value)
  const field = fields[random(Math.max(1, fields.length))]
  if (field === undefined) return lines
  if (text === null) Reflect.deleteProperty(field.owner, field.key)
  else field.owner[field.key] = '@@'
  return lines.with(
    at,
    JSON.stringify(value).replace('"@@"', () => text ?? ''),
  )
}

const ordinals = [
  '0',
  '1',
  '3',
  '7',
  '100',
  '-1',
  '5.0',
  '"4"',
  'null',
  '9223372036854775807',
  '18446744073709551615',
  '1e1',
]

function changeOrdinal(lines: readonly string[], random: Random): readonly string[] {
  const at = random(lines.length)
  const ordinal = ordinals[random(ordinals.length)] ?? '0'
  return lines.with(at, (lines[at] ?? '').replace(/"ordinal":\d+/, `"ordinal":${ordinal}`))
}

/** Damages a rollout in one or two ways. */
export function mutate(lines: readonly string[], random: Random): Mutated {
  const names: string[] = []
  let mutated = lines
  const lineNames = Object.keys(lineMutators)
  const byteNames = Object.keys(byteMutators)
  const inLines = random(3) > 0
  if (inLines) {
    for (let count = 1 + random(2); count > 0; count -= 1) {
      const name = lineNames[random(lineNames.length)] ?? ''
      names.push(name)
      if (mutated.length > 1) mutated = lineMutators[name]?.(mutated, random) ?? mutated
    }
  }
  let content = Buffer.from(mutated.map((line) => `${line}\n`).join(''))
  if (!inLines || random(4) === 0) {
    const name = byteNames[random(byteNames.length)] ?? ''
    names.push(name)
    if (content.length > 0) content = Buffer.from(byteMutators[name]?.(content, random) ?? content)
  }
  return { how: names.join(', '), content }
}
