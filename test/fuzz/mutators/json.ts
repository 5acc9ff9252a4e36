/** Damage to what records say, in lines that stay valid JSON: other tools, other versions, hands. */
import { jsonPlaces, type JsonPlace } from '../jsonPlaces'
import type { Random } from '../random'
import { linesOf, replaced, type Mutator } from './mutator'

/** A value of one line, with the text of that line. */
interface Chosen {
  readonly text: string
  readonly place: JsonPlace
}

/** A mutator that changes the text of one line at one of the values that it asks for. */
function onValue(
  kind: string,
  isMeant: (place: JsonPlace) => boolean,
  change: (chosen: Chosen, random: Random) => string | null,
): Mutator {
  return {
    kind,
    apply: (bytes, random) => {
      const line = random.pick(linesOf(bytes))
      if (line === undefined) return null
      const text = bytes.toString('utf8', line.from, line.to - 1)
      const place = random.pick(placesOf(text).filter(isMeant))
      const changed = place === undefined ? null : change({ text, place }, random)
      return changed === null ? null : replaced(bytes, { from: line.from, to: line.to - 1 }, changed)
    },
  }
}

/** The values of a line; none where an earlier mutation left it without any. */
function placesOf(text: string): readonly JsonPlace[] {
  try {
    JSON.parse(text)
    return /^[[{]/.test(text) && !/[[{,:]\s|\s[\]},:]/.test(text) ? jsonPlaces(text) : []
  } catch {
    return []
  }
}

/** The text of a line with the value at a place written as something else. */
function withValue({ text, place }: Chosen, value: string): string {
  return text.slice(0, place.from) + value + text.slice(place.to)
}

function valueText({ text, place }: Chosen): string {
  return text.slice(place.from, place.to)
}

/** A member with its key and the comma that belongs to it, taken out. */
function withoutMember({ text, place }: Chosen): string | null {
  if (place.key === null) return null
  const hasBefore = text[place.key.from - 1] === ','
  const from = hasBefore ? place.key.from - 1 : place.key.from
  const to = !hasBefore && text[place.to] === ',' ? place.to + 1 : place.to
  return text.slice(0, from) + text.slice(to)
}

const otherValues: readonly [string, ...string[]] = [
  'null',
  'true',
  '7',
  '-1',
  '2.5',
  '"x"',
  '""',
  '[]',
  '{}',
  '[null]',
  '{"a":1}',
]
const hugeNumbers: readonly [string, ...string[]] = [
  '1e400',
  '123456789012345678901234567890',
  '-0',
  '1e-400',
  '9007199254740993',
  '18446744073709551616',
  '14.0',
]
const surrogates: readonly [string, ...string[]] = ['\\ud800', '\\udc00', '\\udc00\\ud800', '\\ud83d\\u0041']

function isMember(place: JsonPlace): boolean {
  return place.key !== null
}

function isOfKind(...kinds: readonly JsonPlace['kind'][]): (place: JsonPlace) => boolean {
  return (place) => kinds.includes(place.kind)
}

function isNamed(...names: readonly string[]): (place: JsonPlace) => boolean {
  return ({ path }) => names.includes(path.at(-1) ?? '')
}

/** A digit of a text changed to another one. */
function otherDigit(text: string, random: Random): string | null {
  const at = random.pick([...text.matchAll(/\d/g)].map(({ index }) => index))
  if (at === undefined) return null
  const digit = (Number(text[at]) + random.between(1, 9)) % 10
  return text.slice(0, at) + String(digit) + text.slice(at + 1)
}

function nested(open: string, close: string, depth: number): string {
  return open.repeat(depth) + '1' + close.repeat(depth)
}

export const jsonMutators: readonly Mutator[] = [
  onValue('change a digit of a number', isOfKind('number'), (chosen, random) => {
    const changed = otherDigit(valueText(chosen), random)
    return changed === null ? null : withValue(chosen, changed)
  }),
  onValue('change an ordinal', isNamed('ordinal'), (chosen, random) =>
    withValue(
      chosen,
      random.pick(['0', '3', '-1', '14.0', '"5"', 'null', '18446744073709551615', String(random.below(90))]),
    ),
  ),
  onValue('change a time', isNamed('timestamp'), (chosen, random) => {
    const changed = otherDigit(valueText(chosen), random)
    return random.below(3) > 0 && changed !== null
      ? withValue(chosen, changed)
      : withValue(
          chosen,
          random.pick(['"yesterday"', '""', '"2031-01-01T00:00:00.000Z"', '"1970-01-01T00:00:00Z"', '17']),
        )
  }),
  onValue('rename a key', isMember, ({ text, place }, random) =>
    place.key === null
      ? null
      : `${text.slice(0, place.key.to - 1)}${random.pick(['2', '_', 's', 'X'])}${text.slice(place.key.to - 1)}`,
  ),
  onValue('drop a member', isMember, withoutMember),
  onValue('add a member', isOfKind('object'), ({ text, place }, random) => {
    const member = random.pick(['"extra":1', '"note":"x"', '"__proto__":{}', '"constructor":null'])
    return `${text.slice(0, place.from + 1)}${member}${text[place.from + 1] === '}' ? '' : ','}${text.slice(place.from + 1)}`
  }),
  onValue('give a value another type', isMember, (chosen, random) =>
    withValue(chosen, random.pick(otherValues)),
  ),
  onValue('repeat a member', isMember, (chosen, random) => {
    const { text, place } = chosen
    if (place.key === null) return null
    const again = random.below(2) === 0 ? valueText(chosen) : random.pick(otherValues)
    return `${text.slice(0, place.to)},${text.slice(place.key.from, place.key.to)}:${again}${text.slice(place.to)}`
  }),
  onValue('nest deeply', isOfKind('array', 'object', 'string'), (chosen, random) => {
    const depth = random.pick([100, 200, 2_000])
    return withValue(chosen, random.below(2) === 0 ? nested('[', ']', depth) : nested('{"a":', '}', depth))
  }),
  onValue('write a huge number', isOfKind('number'), (chosen, random) =>
    withValue(chosen, random.pick(hugeNumbers)),
  ),
  onValue('insert half a surrogate', isOfKind('string'), ({ text, place }, random) => {
    const at = place.from + 1
    return text.slice(0, at) + random.pick(surrogates) + text.slice(at)
  }),
  onValue('escape a character', isOfKind('string'), ({ text, place }) => {
    const at = place.from + 1
    return /[a-z]/.test(text[at] ?? '')
      ? `${text.slice(0, at)}\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}${text.slice(at + 1)}`
      : null
  }),
  onValue(
    'insert white space',
    isMember,
    ({ text, place }, random) =>
      text.slice(0, place.from) + random.pick([' ', '  ', '\t', '\r']) + text.slice(place.from),
  ),
  onValue('name another type', isNamed('type'), (chosen, random) =>
    withValue(
      chosen,
      random.pick(['"message"', '"custom"', '"session_meta"', '"event_msg"', '"token_count"', '"reasoning"']),
    ),
  ),
  onValue('say something else', isNamed('text', 'message', 'last_agent_message'), (chosen) =>
    chosen.place.kind === 'string' ? withValue(chosen, '"Something else."') : null,
  ),
  onValue(
    'name another id',
    isNamed('id', 'call_id', 'turn_id', 'session_id', 'thread_id'),
    (chosen, random) => {
      if (chosen.place.kind !== 'string') return null
      const changed = otherDigit(valueText(chosen), random)
      return changed === null ? null : withValue(chosen, changed)
    },
  ),
]
