/** Codex fields: whether the fields of a payload have the types that Codex needs to decode it. */
import { isIntegerAsWritten, isNaturalAsWritten } from './codexNumbers'
import { hasParts } from './codexParts'
import { isUuid } from './codexUuid'
import type { FieldKind, Fields } from './codexTypes'
import { isJsonObject, type JsonObject } from './rolloutLine'

interface Checked {
  readonly payload: JsonObject
  readonly fields: Fields
  readonly text: string | null
}

/**
 * Returns the path of the first field that Codex could not decode, or null. `text` is the JSON text of the line; without
 * it, how numbers are written is not looked at.
 */
export function faultyField({ payload, fields, text }: Checked): string | null {
  for (const field of fieldsOf(fields)) if (!hasKind(valueAt(payload, field), field, text)) return field.path
  return null
}

/** A field with the keys that lead to it: a table is taken apart once, and asked of every line. */
interface Field {
  readonly path: string
  readonly keys: readonly string[]
  /** The last of the keys. */
  readonly key: string
  readonly kind: FieldKind
  readonly isOptional: boolean
}

const takenApart = new WeakMap<Fields, readonly Field[]>()

function fieldsOf(table: Fields): readonly Field[] {
  const known = takenApart.get(table)
  if (known !== undefined) return known
  const fields = Object.entries(table).map(([path, kind]) => {
    const keys = path.split('.')
    return { path, keys, key: keys.at(-1) ?? path, kind, isOptional: kind.startsWith('?') }
  })
  takenApart.set(table, fields)
  return fields
}

const phases: readonly unknown[] = ['commentary', 'partial_answer', 'final_answer']
const agentsVersions: readonly unknown[] = ['disabled', 'v1', 'v2']
const shellStatuses: readonly unknown[] = ['completed', 'in_progress', 'incomplete']

function hasKind(value: unknown, { kind, key, isOptional }: Field, text: string | null): boolean {
  if (isOptional && (value === undefined || value === null)) return true
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
      return isIntegerAsWritten(value, text, key)
    case '?natural':
      return isNaturalAsWritten(value, text, key)
    default:
      return hasParts(value, kind)
  }
}

/**
 * Returns the value at a path of keys, or undefined where the path ends early. No field is called as what every object
 * inherits, so that nobody needs to look at whose a member is.
 */
function valueAt(payload: JsonObject, { keys, key }: Field): unknown {
  if (keys.length === 1) return payload[key]
  let value: unknown = payload
  for (const step of keys) value = isJsonObject(value) ? value[step] : undefined
  return value
}

/** Returns an entry of a table. It is asked for its own entries alone: a type may be called `constructor`. */
export function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
