import { isJsonObject } from './rolloutLine'

/** True when a value holds containers within containers beyond so many levels. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (!Array.isArray(value) && !isJsonObject(value)) return false
  return levels === 0 || Object.values(value).some((member) => isDeeperThan(member, levels - 1))
}
