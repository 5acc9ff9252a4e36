/**
 * Fields: a JSON object read member by member, which knows afterwards what nobody has read. So a readable form can leave
 * out what it has no place for without hiding it: what is left is named at its end.
 *
 * A member is only taken when it has the type that was asked for; one of another type stays, and is named.
 */
import { parseJson } from '../../parseJson'
import { isJsonObject, type JsonObject } from '../rolloutLine'
import { numberText } from './values'

interface Place {
  /** JSON pointer of the object, or of the string that it was decoded from. */
  readonly pointer: string
  /** The object lies inside a string: its members have no pointers of their own. */
  readonly isDecoded: boolean
}

export class Fields {
  readonly #object: JsonObject
  readonly #place: Place
  readonly #taken = new Set<string>()
  readonly #inner: { readonly name: string; readonly fields: Fields }[] = []
  #isReported = false

  constructor(object: JsonObject, place: Place = { pointer: '', isDecoded: false }) {
    this.#object = object
    this.#place = place
  }

  /** Pointer of the object itself. */
  get pointer(): string {
    return this.#place.pointer
  }

  /** The object as it is; nothing of it counts as read by looking at it here. */
  get source(): JsonObject {
    return this.#object
  }

  /** Pointer of a member. */
  at(key: string, index?: number): string {
    const { pointer, isDecoded } = this.#place
    if (isDecoded) return pointer
    const member = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    return index === undefined ? member : `${member}/${String(index)}`
  }

  /** A string; null for anything else. */
  text(key: string): string | null {
    const value = this.#get(key)
    return typeof value === 'string' ? this.#take(key, value) : null
  }

  /** A number; null for anything else. */
  number(key: string): number | null {
    const value = this.#get(key)
    return typeof value === 'number' ? this.#take(key, value) : null
  }

  /** True or false; null for anything else. */
  flag(key: string): boolean | null {
    const value = this.#get(key)
    return typeof value === 'boolean' ? this.#take(key, value) : null
  }

  /** A string, number or boolean as text; null for anything else. */
  scalar(key: string): string | null {
    const value = this.#get(key)
    if (typeof value === 'number') return this.#take(key, numberText(value))
    if (typeof value === 'boolean') return this.#take(key, String(value))
    return this.text(key)
  }

  /** Any value, as it is. */
  value(key: string): unknown {
    return this.#take(key, this.#get(key))
  }

  /** The fields of an object; null for anything else. What nobody reads of them is left of this one too. */
  object(key: string): Fields | null {
    const value = this.#get(key)
    return isJsonObject(value) ? this.#take(key, this.#add(value, key, this.at(key))) : null
  }

  /** An object that a string holds as JSON text; null for anything else. */
  decoded(key: string): Fields | null {
    const value = this.#get(key)
    const parsed = typeof value === 'string' ? parseJson(value) : undefined
    return isJsonObject(parsed) ? this.#take(key, this.#add(parsed, key, this.at(key), true)) : null
  }

  /** The fields of every object of a list; null unless all its items are objects. */
  objects(key: string): readonly Fields[] | null {
    const value = this.#get(key)
    if (!Array.isArray(value) || !value.every(isJsonObject)) return null
    return this.#take(
      key,
      value.map((item, index) => this.#add(item, `${key}[${String(index)}]`, this.at(key, index))),
    )
  }

  /** A list of strings; null unless all its items are strings. */
  texts(key: string): readonly string[] | null {
    const value = this.#get(key)
    return Array.isArray(value) && value.every((item) => typeof item === 'string')
      ? this.#take(key, value)
      : null
  }

  /** True when there is a member of this name, taken or not. */
  has(key: string): boolean {
    return Object.hasOwn(this.#object, key)
  }

  /** Members that nobody has read yet. */
  untaken(): readonly string[] {
    return Object.keys(this.#object).filter((key) => !this.#taken.has(key))
  }

  /** Names of all that nobody has read, of the objects within too, unless they have said so themselves. */
  rest(prefix = ''): readonly string[] {
    if (this.#isReported) return []
    const own = this.untaken().map((key) => `${prefix}${key}`)
    return [...own, ...this.#inner.flatMap(({ name, fields }) => fields.rest(`${prefix}${name}.`))]
  }

  /** The same, for a record that names what is left of it itself: whatever it is part of does not name it again. */
  reportRest(): readonly string[] {
    const rest = this.rest()
    this.#isReported = true
    return rest
  }

  #get(key: string): unknown {
    return Object.hasOwn(this.#object, key) ? this.#object[key] : undefined
  }

  #take<T>(key: string, value: T): T {
    this.#taken.add(key)
    return value
  }

  #add(object: JsonObject, name: string, pointer: string, isDecoded = false): Fields {
    const fields = new Fields(object, { pointer, isDecoded: isDecoded || this.#place.isDecoded })
    this.#inner.push({ name, fields })
    return fields
  }
}
