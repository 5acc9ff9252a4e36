/** Codex fields: whether the fields of a payload have the types that Codex needs to decode it. */
import { isIntegerAsWritten } from './codexNumbers'
import type { FieldKind, Fields } from './codexTypes'
import { isJsonObject, type JsonObject } from './rolloutLine'

interface Checked {
  readonly payload: JsonObject
  readonly fields: Fields
  readonly text: string
}

/** Returns the path of the first field that Codex could not decode, or null. `text` is the JSON text of the line. */
export function faultyField({ payload, fields, text }: Checked): string | null {
  for (const [path, kind] of Object.entries(fields)) {
    if (!hasKind(valueAt(payload, path), kind, { text, key: path.slice(path.lastIndexOf('.') + 1) })) {
      return path
    }
  }
  return null
}

function hasKind(
  value: unknown,
  kind: FieldKind,
  place: { readonly text: string; readonly key: string },
): boolean {
  switch (kind) {
    case 'string':
      return typeof value === 'string'
    case 'boolean':
      return typeof value === 'boolean'
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isJsonObject(value)
    case 'text-or-array':
      return typeof value === 'string' || Array.isArray(value)
    case '?object':
      return isAbsent(value) || isJsonObject(value)
    case '?array':
      return isAbsent(value) || Array.isArray(value)
    case '?integer':
      return isAbsent(value) || isIntegerAsWritten(value, place.text, place.key)
  }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}

/** Returns the value at a path of keys, or undefined where the path ends early. */
function valueAt(payload: JsonObject, path: string): unknown {
  let value: unknown = payload
  for (const key of path.split('.')) value = isJsonObject(value) ? own(value, key) : undefined
  return value
}

/** Returns an entry of a table. It is asked for its own entries alone: a type may be called `constructor`. */
export function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
