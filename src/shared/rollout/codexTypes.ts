/**
 * Codex types: the names that Codex 0.169 decodes, and what it requires of each, as far as it was read in its source or
 * measured with it (ROLLOUT-FORMAT 2.1, 2.5, 2.7, 6). Only what makes it lose a whole line is here; a field that is not
 * named is not checked. `codexDecodes.ts` is the one reader of these tables and of those in `codexEvents.ts`.
 */

/** Top-level types of a line. */
export const topLevelTypes: ReadonlySet<string> = new Set([
  'session_meta',
  'response_item',
  'event_msg',
  'turn_context',
  'compacted',
  'world_state',
  'inter_agent_communication',
  'inter_agent_communication_metadata',
  'token_usage_record',
  'security_risk_score',
  'realtime_item',
  'dynamic_tools_updated',
  'retained_context',
])

/** Types of `item_completed.item`. */
export const completedItemTypes: ReadonlySet<string> = new Set(
  (
    'UserMessage AgentMessage Reasoning CommandExecution FileChange McpToolCall WebSearch ContextCompaction ' +
    'EnteredReviewMode ExitedReviewMode Plan HookPrompt DynamicToolCall CollabAgentToolCall SubAgentActivity ' +
    'ImageView ImageGeneration Sleep Extension FunctionCallOutput'
  ).split(' '),
)

/**
 * What a field must be: a type, or `?` and the type where it may be absent or null. A `natural` is an integer of 64 bits
 * without a sign; a `struct` is an object, or a list in its place; kinds that end in `-parts` are in `codexParts.ts`.
 */
export type FieldKind =
  | 'string'
  | 'texts'
  | 'array'
  | 'object'
  | 'boolean'
  | 'present'
  | 'exec'
  | '?string'
  | '?boolean'
  | '?number'
  | '?integer'
  | '?natural'
  | '?object'
  | '?array'
  | '?struct'
  | '?phase'
  | '?uuid'
  | '?agents-version'
  | 'shell-status'
  | PartsKind

/** A list of parts whose types Codex knows; a `?` before it means that the list may be absent. */
export type PartsKind =
  'message-parts' | 'agent-parts' | 'output-parts' | 'summary-parts' | '?reasoning-parts'
/** Fields by their path in the payload. */
export type Fields = Readonly<Record<string, FieldKind>>

const passthrough = 'internal_chat_message_metadata_passthrough'

/** What every response item may have. Measured for those that are stored most, and the same in the others. */
const common: Fields = {
  id: '?string',
  [passthrough]: '?struct',
  [`${passthrough}.turn_id`]: '?string',
  [`${passthrough}.create_time`]: '?number',
}

/** Response items. An unknown type becomes `other`; a known one that lacks a field is a line lost. */
export const responseItems: Readonly<Record<string, Fields>> = {
  message: {
    ...common,
    role: 'string',
    content: 'message-parts',
    phase: '?phase',
    status: '?string',
    encrypted_content: '?string',
  },
  reasoning: {
    ...common,
    summary: 'summary-parts',
    content: '?reasoning-parts',
    encrypted_content: '?string',
  },
  function_call: {
    ...common,
    name: 'string',
    namespace: '?string',
    arguments: 'string',
    call_id: 'string',
    status: '?string',
  },
  function_call_output: { ...common, name: '?string', output: 'output-parts' },
  custom_tool_call: { ...common, call_id: 'string', name: 'string', input: 'string', status: '?string' },
  custom_tool_call_output: { ...common, call_id: 'string', output: 'output-parts' },
  local_shell_call: {
    ...common,
    status: 'shell-status',
    action: 'object',
    'action.type': 'exec',
    'action.command': 'texts',
    'action.timeout_ms': '?natural',
    'action.working_directory': '?string',
    'action.env': '?object',
  },
  tool_search_call: { ...common, execution: 'string', arguments: 'present' },
  tool_search_output: { ...common, status: 'string', execution: 'string', tools: 'array' },
  web_search_call: { ...common, status: '?string', action: '?object' },
  image_generation_call: { ...common, status: 'string', result: 'string' },
  agent_message: { ...common, author: 'string', recipient: 'string', content: 'agent-parts' },
  additional_tools: { ...common, role: 'string', tools: 'array' },
  configuration_update: {},
  compaction: { ...common, encrypted_content: 'string' },
  compaction_summary: { ...common, encrypted_content: 'string' },
  context_compaction: { ...common, encrypted_content: '?string' },
  compaction_trigger: {},
  ghost_snapshot: {},
  other: {},
}

/** What stands beside the payload of a response item. */
export const itemMetadata: Fields = {
  metadata: '?struct',
  'metadata.history_sequence': '?natural',
  'metadata.sampled_through_sequence': '?natural',
  'metadata.user_input_order': '?natural',
  'metadata.client_authored': '?boolean',
  'metadata.compaction_output': '?boolean',
  'metadata.inherited_user_message': '?boolean',
}

/** A message between agents. */
export const agentCommunication: Fields = {
  author: 'string',
  recipient: 'string',
  content: 'string',
  trigger_turn: 'boolean',
}
