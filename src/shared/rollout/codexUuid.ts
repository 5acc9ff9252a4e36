const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i

/** True for a UUID as Codex reads one: with its hyphens or without, alone or in braces. */
export function isUuid(value: unknown): boolean {
  if (typeof value !== 'string') return false
  return uuid.test(value) || (value.startsWith('{') && value.endsWith('}') && uuid.test(value.slice(1, -1)))
}
