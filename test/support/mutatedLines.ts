/** Mutated lines: real lines with one to three members deleted, renamed, retyped, nested or doubled. Seeded. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Yields `count` mutations of some lines; the same arguments give the same lines. */
export function* mutatedLines(lines: readonly unknown[], count: number, seed: number): Generator<unknown> {
  const random = mulberry(seed)
  for (let index = 0; index < count; index += 1) {
    const line = structuredClone(lines[Math.floor(random() * lines.length)]) as Json
    const holder: Json = { line }
    for (let step = Math.floor(random() * 3); step >= 0; step -= 1) mutate(holder, random)
    yield holder['line'] ?? null
  }
}

function mutate(root: { [key: string]: Json }, random: () => number): void {
  const places = [...placesOf(root)]
  const place = places[Math.floor(random() * places.length)]
  if (place === undefined) return
  const { holder, key } = place
  const value = get(holder, key)
  const other = places[Math.floor(random() * places.length)]
  switch (Math.floor(random() * 6)) {
    case 0:
      remove(holder, key)
      return
    case 1:
      remove(holder, key)
      set(holder, `${String(key)}_${String(Math.floor(random() * 9))}`, value)
      return
    case 2:
      set(holder, key, structuredClone(oddValues[Math.floor(random() * oddValues.length)] ?? null))
      return
    case 3:
      set(holder, key, random() < 0.5 ? [value] : { type: 'nested', value })
      return
    case 4:
      set(holder, oddKeys[Math.floor(random() * oddKeys.length)] ?? 'x', structuredClone(value))
      return
    default:
      if (other !== undefined) set(holder, key, structuredClone(get(other.holder, other.key)))
  }
}

const oddValues: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  26.5,
  1e308,
  Infinity,
  '',
  'x',
  '\u0000',
  [],
  {},
  [[]],
  'message',
]
const oddKeys: readonly string[] = [
  'constructor',
  'toString',
  'type',
  'payload',
  'item',
  '__proto__',
  '/~',
  'timestamp',
  'seq',
  '',
]

interface Place {
  readonly holder: Json[] | { [key: string]: Json }
  readonly key: string | number
}

function* placesOf(value: Json, depth = 0): Generator<Place> {
  if (typeof value !== 'object' || value === null || depth > 8) return
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value)
  for (const key of keys.slice(0, 60)) {
    yield { holder: value, key }
    yield* placesOf(get(value, key), depth + 1)
  }
}

function get(holder: Place['holder'], key: string | number): Json {
  return (Array.isArray(holder) ? holder[Number(key)] : holder[key]) ?? null
}

/** Defined, not assigned: a member called `__proto__` is one like any other in JSON. */
function set(holder: Place['holder'], key: string | number, value: Json): void {
  if (Array.isArray(holder)) holder.push(value)
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

function remove(holder: Place['holder'], key: string | number): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else Reflect.deleteProperty(holder, key)
}

/** A small generator of numbers in [0, 1), the same for the same seed. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
