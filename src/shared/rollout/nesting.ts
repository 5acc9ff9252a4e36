import { isJsonObject } from './rolloutLine'

/** True when a value holds containers within containers beyond so many levels. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (Array.isArray(value)) {
    if (levels === 0) return true
    for (const member of value as readonly unknown[]) {
      if (typeof member === 'object' && isDeeperThan(member, levels - 1)) return true
    }
    return false
  }
  if (!isJsonObject(value)) return false
  if (levels === 0) return true
  // Values of JSON have no members but their own.
  for (const key in value) {
    const member = value[key]
    if (typeof member === 'object' && isDeeperThan(member, levels - 1)) return true
  }
  return false
}
