/**
 * Codex types: the names that Codex 0.169 decodes, and what it requires of each, as far as it was read in its source or
 * measured with it (ROLLOUT-FORMAT 2.1, 2.5, 2.7, 6). Only what makes it lose a whole line is here; a field that is not
 * named is not checked. `codexDecodes.ts` is the one reader of these tables.
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

/** What a field must be: a type, or `?` and the type where it may be absent or null. */
export type FieldKind =
  'string' | 'array' | 'object' | 'boolean' | 'text-or-array' | '?integer' | '?object' | '?array'
/** Fields by their path in the payload. */
export type Fields = Readonly<Record<string, FieldKind>>

/** Response items. An unknown type becomes `other`; a known one that lacks a field is a line lost. */
export const responseItems: Readonly<Record<string, Fields>> = {
  message: { role: 'string', content: 'array' },
  reasoning: { summary: 'array' },
  function_call: { name: 'string', arguments: 'string', call_id: 'string' },
  function_call_output: { output: 'text-or-array' },
  custom_tool_call: { call_id: 'string', name: 'string', input: 'string' },
  custom_tool_call_output: { call_id: 'string', output: 'text-or-array' },
  local_shell_call: { action: 'object' },
  tool_search_call: {},
  tool_search_output: {},
  web_search_call: {},
  image_generation_call: {},
  agent_message: {},
  additional_tools: {},
  configuration_update: {},
  compaction: { encrypted_content: 'string' },
  compaction_summary: { encrypted_content: 'string' },
  context_compaction: {},
  compaction_trigger: {},
  ghost_snapshot: {},
  other: {},
}

const usage = [
  'input_tokens',
  'cached_input_tokens',
  'output_tokens',
  'reasoning_output_tokens',
  'total_tokens',
]
const integers = (prefix: string, keys: readonly string[]): Fields =>
  Object.fromEntries(keys.map((key) => [prefix + key, '?integer']))

const turnTimes = integers('', ['started_at', 'completed_at', 'duration_ms', 'time_to_first_token_ms'])

/** Event messages that are stored, with what they need. */
const storedEvents: Readonly<Record<string, Fields>> = {
  user_message: { message: 'string' },
  agent_message: { message: 'string' },
  agent_reasoning: { text: 'string' },
  agent_reasoning_raw_content: { text: 'string' },
  task_started: { turn_id: 'string', ...integers('', ['started_at', 'model_context_window']) },
  turn_started: { turn_id: 'string', ...integers('', ['started_at', 'model_context_window']) },
  task_complete: { turn_id: 'string', ...turnTimes },
  turn_complete: { turn_id: 'string', ...turnTimes },
  turn_aborted: { reason: 'string', ...turnTimes },
  token_count: {
    info: '?object',
    rate_limits: '?object',
    ...integers('info.total_token_usage.', usage),
    ...integers('info.last_token_usage.', usage),
    ...integers('info.', ['model_context_window']),
    ...integers('rate_limits.primary.', ['window_minutes', 'resets_at']),
    ...integers('rate_limits.secondary.', ['window_minutes', 'resets_at']),
  },
  thread_settings_applied: { thread_settings: 'object' },
  thread_rolled_back: integers('', ['num_turns']),
  item_completed: {
    thread_id: 'string',
    turn_id: 'string',
    item: 'object',
    ...integers('', ['started_at_ms', 'completed_at_ms']),
    ...integers('item.', ['exit_code']),
  },
  patch_apply_end: { call_id: 'string', stdout: 'string', stderr: 'string', success: 'boolean' },
  exec_command_end: { call_id: 'string', command: 'array', ...integers('', ['exit_code']) },
  mcp_tool_call_end: { call_id: 'string', invocation: 'object' },
  web_search_end: { call_id: 'string', query: 'string' },
}

/** Event messages that Codex knows without our knowing what they need; most are never stored. */
const otherEvents =
  'thread_goal_updated thread_name_updated context_compacted entered_review_mode exited_review_mode sub_agent_activity ' +
  'image_generation_begin image_generation_end view_image_tool_call guardian_assessment guardian_warning ' +
  'dynamic_tool_call_request dynamic_tool_call_response collab_agent_spawn_begin collab_agent_spawn_end ' +
  'collab_agent_interaction_begin collab_agent_interaction_end collab_waiting_begin collab_waiting_end ' +
  'collab_close_begin collab_close_end collab_resume_begin collab_resume_end error warning stream_error ' +
  'deprecation_notice background_event turn_diff plan_update plan_delta session_configured mcp_startup_update ' +
  'mcp_startup_complete mcp_tool_call_begin mcp_list_tools_response exec_command_begin exec_command_output_delta ' +
  'exec_approval_request apply_patch_approval_request patch_apply_begin patch_apply_updated request_permissions ' +
  'request_user_input elicitation_request web_search_begin agent_message_delta agent_message_content_delta ' +
  'agent_reasoning_delta agent_reasoning_section_break agent_reasoning_raw_content_delta reasoning_content_delta ' +
  'reasoning_raw_content_delta hook_started hook_completed model_reroute model_verification safety_buffering ' +
  'environment_connected environment_disconnected realtime_conversation_started realtime_conversation_realtime ' +
  'realtime_conversation_closed realtime_conversation_sdp raw_response_item item_started ' +
  'get_history_entry_response shutdown_complete terminal_interaction thread_queue_changed turn_moderation_metadata'

/** Every event message that Codex decodes. */
export const eventMessages: Readonly<Record<string, Fields>> = {
  ...Object.fromEntries(otherEvents.split(' ').map((name) => [name, {}])),
  ...storedEvents,
}

/** Keys that an object as `source` of a session meta may have; another one makes the header unreadable. */
export const sourceKeys: ReadonlySet<string> = new Set(['custom', 'internal', 'subagent'])
