/**
 * Rollout line: one JSON object on one line of a rollout file.
 *
 * Codex CLI owns this format and extends it without notice, so only the shape of a
 * line is judged: unknown keys are kept, and an unknown `type` is something to show,
 * never a reason to stop reading. Keys keep the snake_case they have on disk, so that a value in
 * the viewer can be searched for in the file.
 */

/** The shapes a line can have. Everything but `other` is a record that some Codex version wrote. */
export type LineShape = 'envelope' | 'bare-meta' | 'bare-state' | 'bare-item' | 'other'

/** Item types that appear without an envelope in bare files (May to August 2025). */
const bareItemTypes: ReadonlySet<string> = new Set([
  'message',
  'reasoning',
  'function_call',
  'function_call_output',
  'local_shell_call',
  'local_shell_call_output',
  'custom_tool_call',
  'custom_tool_call_output',
  'web_search_call',
  'other',
])

/** Members of an envelope, or of a foreign grammar that uses the same words for its types. */
const notInBareItems = ['payload', 'timestamp', 'seq'] as const

/** A parsed JSON object; values stay unknown until a caller has looked at them. */
export type JsonObject = Readonly<Record<string, unknown>>

/** True for JSON objects, false for arrays and null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Says which shape a parsed line has. The rules follow what Codex requires to decode a line
 * (a string `timestamp`, a string `type`, an object `payload`), plus the bare form it no longer reads.
 */
export function lineShape(value: unknown): LineShape {
  if (!isJsonObject(value)) return 'other'
  if (value !== lastValue) {
    lastValue = value
    lastShape = shapeOf(value)
  }
  return lastShape
}

/** The last value that was asked about, and its shape: several ask about a line, one after the other. */
let lastValue: JsonObject | null = null
let lastShape: LineShape = 'other'

function shapeOf(value: JsonObject): LineShape {
  const type = value['type']
  if (typeof type === 'string') {
    if (typeof value['timestamp'] === 'string' && isJsonObject(value['payload'])) return 'envelope'
    const hasOther = notInBareItems.some((key) => key in value)
    return !hasOther && bareItemTypes.has(type) ? 'bare-item' : 'other'
  }
  if (typeof value['record_type'] === 'string') return 'bare-state'
  const isMeta = typeof value['id'] === 'string' && typeof value['timestamp'] === 'string'
  return isMeta && !('payload' in value) ? 'bare-meta' : 'other'
}
