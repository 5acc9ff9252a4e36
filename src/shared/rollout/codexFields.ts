/** Codex fields: whether the fields of a payload have the types that Codex needs to decode it. */
import { isIntegerAsWritten, isNaturalAsWritten } from './codexNumbers'
import { hasParts } from './codexParts'
import { isUuid } from './codexUuid'
import type { FieldKind, Fields } from './codexTypes'
import { isJsonObject, type JsonObject } from './rolloutLine'

interface Checked {
  readonly payload: JsonObject
  readonly fields: Fields
  /** The JSON text of the line. */
  readonly text: string
  /** True where no number of the line is written otherwise than it prints; then the text is not asked. */
  readonly hasPlainNumbers?: boolean
}

/** A field with its path taken apart. */
interface Field {
  readonly path: string
  readonly keys: readonly string[]
  readonly key: string
  readonly kind: FieldKind
}

const compiled = new WeakMap<Fields, readonly Field[]>()

/** Takes paths apart once: this is asked of each of millions of lines. */
function fieldsOf(fields: Fields): readonly Field[] {
  const known = compiled.get(fields)
  if (known !== undefined) return known
  const list = Object.entries(fields).map(([path, kind]) => {
    const keys = path.split('.')
    return { path, keys, key: keys[keys.length - 1] ?? '', kind }
  })
  compiled.set(fields, list)
  return list
}

/** Returns the path of the first field that Codex could not decode, or null. */
export function faultyField({ payload, fields, text, hasPlainNumbers = false }: Checked): string | null {
  for (const { path, keys, key, kind } of fieldsOf(fields)) {
    const value = valueAt(payload, keys)
    if (hasPlainNumbers && isPlainInteger(value, kind)) continue
    if (!hasKind(value, kind, { text, key })) return path
  }
  return null
}

function isPlainInteger(value: unknown, kind: FieldKind): boolean {
  if (kind !== '?integer' && kind !== '?natural') return false
  return Number.isSafeInteger(value) && (kind === '?integer' || (value as number) >= 0)
}

const phases: readonly unknown[] = ['commentary', 'partial_answer', 'final_answer']
const agentsVersions: readonly unknown[] = ['disabled', 'v1', 'v2']
const shellStatuses: readonly unknown[] = ['completed', 'in_progress', 'incomplete']

function hasKind(
  value: unknown,
  kind: FieldKind,
  place: { readonly text: string; readonly key: string },
): boolean {
  if (kind.startsWith('?') && isAbsent(value)) return true
  switch (kind) {
    case 'string':
    case '?string':
      return typeof value === 'string'
    case 'texts':
      return Array.isArray(value) && value.every((text) => typeof text === 'string')
    case 'boolean':
    case '?boolean':
      return typeof value === 'boolean'
    case '?number':
      return typeof value === 'number'
    case 'array':
    case '?array':
      return Array.isArray(value)
    case 'object':
    case '?object':
      return isJsonObject(value)
    case '?struct':
      return isJsonObject(value) || Array.isArray(value)
    case 'present':
      return value !== undefined
    case 'exec':
      return value === 'exec'
    case '?phase':
      return phases.includes(value)
    case '?uuid':
      return isUuid(value)
    case '?agents-version':
      return agentsVersions.includes(value)
    case 'shell-status':
      return shellStatuses.includes(value)
    case '?integer':
      return isIntegerAsWritten(value, place.text, place.key)
    case '?natural':
      return isNaturalAsWritten(value, place.text, place.key)
    default:
      return hasParts(value, kind)
  }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}

/** Returns the value at a path of keys, or undefined where the path ends early. */
function valueAt(payload: JsonObject, keys: readonly string[]): unknown {
  let value: unknown = payload
  for (const key of keys) {
    if (!isJsonObject(value)) return undefined
    value = own(value, key)
  }
  return value
}

/** Returns an entry of a table. It is asked for its own entries alone: a type may be called `constructor`. */
export function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
