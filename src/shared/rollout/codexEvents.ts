/** Codex events: the event messages that Codex 0.169 decodes, and what it requires of each (ROLLOUT-FORMAT 2.7, 6.3). */
import type { Fields } from './codexTypes'

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
