/**
 * Codex shapes: what a value must be for Codex to decode it, as small checks that are put together to the shape of an event.
 * A check returns the path of what does not fit, or null. It never looks at members that it does not name.
 */
import { isIntegerAsWritten, isNaturalAsWritten } from './codexNumbers'
import { isUuid } from './codexUuid'
import { isJsonObject } from './rolloutLine'

/** Where a value stands: the JSON text of its line, null where how it is written does not count, and its own key. */
interface Place {
  readonly text: string | null
  readonly key: string
}

/** Returns null for a value that Codex decodes, else the path of the fault below it: empty for the value itself. */
export interface Shape {
  (value: unknown, place: Place): string | null
  /** Members of an object, where they are named. */
  readonly members?: Readonly<Record<string, Shape>> | undefined
  /** Set for a whole number: whether it may have a sign. */
  readonly whole?: 'signed' | 'natural' | undefined
}

function shapeOf(accepts: (value: unknown, place: Place) => boolean): Shape {
  return (value, place) => (accepts(value, place) ? null : '')
}

/** A string. */
export const text = shapeOf((value) => typeof value === 'string')

/** True or false. */
export const flag = shapeOf((value) => typeof value === 'boolean')

/** A UUID in one of the spellings that Codex reads. */
export const uuid = shapeOf(isUuid)

/** Whatever is there: the member must be. */
export const anything = shapeOf((value) => value !== undefined)

/** An object with any members. */
export const object = shapeOf(isJsonObject)

/** A string that begins with `file://`. */
export const fileAddress = shapeOf((value) => typeof value === 'string' && value.startsWith('file://'))
/** A whole number of 64 bits with a sign. */
export const integer: Shape = Object.assign(
  shapeOf((value, place) => isIntegerAsWritten(value, place.text, place.key)),
  { whole: 'signed' as const },
)

/** A whole number of 64 bits without a sign. */
export const natural: Shape = Object.assign(
  shapeOf((value, place) => isNaturalAsWritten(value, place.text, place.key)),
  { whole: 'natural' as const },
)
/** A whole number of 32 bits without a sign. */
export const small: Shape = Object.assign(
  shapeOf((value, place) => isNaturalAsWritten(value, place.text, place.key) && Number(value) < 2 ** 32),
  { whole: 'natural' as const },
)

/** One of some words. */
export function words(...allowed: readonly string[]): Shape {
  return shapeOf((value) => typeof value === 'string' && allowed.includes(value))
}

/** Absent, null, or of the shape. */
export function optional(shape: Shape): Shape {
  return like(shape, (value, place) => (value === undefined || value === null ? null : shape(value, place)))
}

/** Absent or of the shape; not null. */
export function omissible(shape: Shape): Shape {
  return like(shape, (value, place) => (value === undefined ? null : shape(value, place)))
}

function like({ members, whole }: Shape, check: Shape): Shape {
  return Object.assign(check, { members, whole })
}

/** A list of values of a shape. */
export function listOf(shape: Shape): Shape {
  return (value, place) => (Array.isArray(value) ? firstFault(value.entries(), shape, place) : '')
}

/** An object whose values are of a shape, whatever they are called. */
export function mapOf(shape: Shape): Shape {
  return (value, place) => (isJsonObject(value) ? firstFault(Object.entries(value), shape, place) : '')
}

function firstFault(
  entries: Iterable<readonly [string | number, unknown]>,
  shape: Shape,
  place: Place,
): string | null {
  for (const [key, value] of entries) {
    const fault = shape(value, place)
    if (fault !== null) return joined(String(key), fault)
  }
  return null
}

/** An object with members of these shapes; what is not named may be there, too. */
export function fields(shapes: Readonly<Record<string, Shape>>): Shape {
  const members = Object.entries(shapes)
  const check: Shape = (value, place) => {
    if (!isJsonObject(value)) return ''
    for (const [key, shape] of members) {
      const member = Object.hasOwn(value, key) ? value[key] : undefined
      const fault = shape(member, { text: place.text, key })
      if (fault !== null) return joined(key, fault)
    }
    return null
  }
  return Object.assign(check, { members: shapes })
}

/** Returns the paths of all whole numbers of a shape, with dots; true for those that may have no sign. */
export function wholeNumbersOf(shape: Shape): readonly (readonly [string, boolean])[] {
  if (shape.whole !== undefined) return [['', shape.whole === 'natural']]
  return Object.entries(shape.members ?? {}).flatMap(([key, member]) =>
    wholeNumbersOf(member).map(([path, isNatural]) => [joined(key, path), isNatural] as const),
  )
}

/** An object whose `type` names its shape; of other types it is not decoded. */
export function tagged(shapes: Readonly<Record<string, Shape>>): Shape {
  return (value, place) => {
    if (!isJsonObject(value)) return ''
    const { type } = value
    const shape = typeof type === 'string' && Object.hasOwn(shapes, type) ? shapes[type] : undefined
    return shape === undefined ? 'type' : shape(value, place)
  }
}

function joined(key: string, rest: string): string {
  return rest === '' ? key : `${key}.${rest}`
}
