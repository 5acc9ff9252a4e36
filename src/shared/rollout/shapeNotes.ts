/** Shape notes: what a visit found, with the place of each, as far as there is room. */
import type { Rejection, UnknownType } from './schema/shapeReport'
import { describe } from './summaryText'

/** Most entries in a list of notes. */
const listLimit = 50
/** Most characters of a pointer or of a type: both come out of the file. */
const textLimit = 200

/** What stands in a rejection for a number beyond what a double holds. */
export const tooLargeNumber = 'a number too large to hold'

export class ShapeNotes {
  readonly rejections: Rejection[] = []
  readonly unknownTypes: UnknownType[] = []
  readonly unknownKeys: string[] = []
  omitted = 0
  readonly #path: (string | number)[] = []

  enter(key: string | number): void {
    this.#path.push(key)
  }

  leave(): void {
    this.#path.pop()
  }

  /** Notes that the value here is not what a schema expects. */
  reject(expected: string, value: unknown): void {
    this.#reject(() => `should be ${expected}, is ${found(value)}`)
  }

  /** Notes that a member of the value here is missing. */
  missing(key: string): void {
    this.enter(key)
    this.#reject(() => 'is missing')
    this.leave()
  }

  unknownKey(): void {
    if (this.unknownKeys.length < listLimit) this.unknownKeys.push(this.#pointer())
    else this.omitted += 1
  }

  unknownType(type: string): void {
    if (this.unknownTypes.length < listLimit) {
      this.unknownTypes.push({ pointer: this.#pointer(), type: cut(type) })
    } else this.omitted += 1
  }

  #reject(message: () => string): void {
    if (this.rejections.length < listLimit) {
      this.rejections.push({ pointer: this.#pointer(), message: message() })
    } else this.omitted += 1
  }

  #pointer(): string {
    return cut(this.#path.map((key) => `/${escapeKey(key)}`).join(''))
  }
}

function escapeKey(key: string | number): string {
  return typeof key === 'number' ? String(key) : cut(key).replaceAll('~', '~0').replaceAll('/', '~1')
}

function cut(text: string): string {
  return text.length <= textLimit ? text : `${text.slice(0, textLimit - 1)}…`
}

function found(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (typeof value === 'number' && !Number.isFinite(value)) return tooLargeNumber
  const kind = describe(value)
  switch (kind) {
    case 'array':
      return 'a list'
    case 'object':
      return 'an object'
    case 'string':
      return 'a text'
    default:
      return `a ${kind}`
  }
}
