/** Call items: which response items are calls, outputs, or other words of the model (ROLLOUT-FORMAT 2.5). */
import type { JsonObject } from '../../../shared/rollout/rolloutLine'

/** Items that call a tool and carry an id. A web search has neither id nor output: the provider runs it. */
export const callTypes: ReadonlySet<string> = new Set([
  'function_call',
  'custom_tool_call',
  'local_shell_call',
  'tool_search_call',
])
/** Items that hold what came of a call. */
export const outputTypes: ReadonlySet<string> = new Set([
  'function_call_output',
  'custom_tool_call_output',
  'local_shell_call_output',
  'tool_search_output',
])

/** True for an item of what the model answered, false for what it was told. */
export function isOfModel(type: string, item: JsonObject): boolean {
  return (
    callTypes.has(type) ||
    type === 'reasoning' ||
    type === 'web_search_call' ||
    (type === 'message' && item['role'] === 'assistant')
  )
}
