/**
 * Codex events: the event messages that Codex 0.169 decodes, and what it requires of each (ROLLOUT-FORMAT 2.7, 6.3). What is
 * stored by Codex itself was measured member by member: left out, null, and of every other type.
 */
import {
  agentPhase,
  commandFields,
  completedItem,
  fileChange,
  mcpCall,
  patchStatus,
  reviewOutput,
  searchAction,
  textElement,
} from './codexItems'
import {
  fields,
  fileAddress,
  flag,
  integer,
  listOf,
  mapOf,
  object,
  omissible,
  optional,
  small,
  text,
  uuid,
  words,
  type Shape,
} from './codexShapes'

const usage = fields({
  input_tokens: integer,
  cached_input_tokens: integer,
  cache_write_input_tokens: omissible(integer),
  output_tokens: integer,
  reasoning_output_tokens: integer,
  total_tokens: integer,
})
const usageInfo = fields({
  total_token_usage: usage,
  last_token_usage: usage,
  last_usage_includes_reasoning: optional(flag),
  model_context_window: optional(integer),
})
const limit = fields({ window_minutes: optional(integer), resets_at: optional(integer) })
const limits = fields({
  limit_id: optional(text),
  limit_name: optional(text),
  primary: optional(limit),
  secondary: optional(limit),
  credits: optional(object),
  individual_limit: optional(object),
  spend_control_reached: optional(flag),
  plan_type: optional(text),
})
const attribution = fields({
  turn_id: text,
  turn_trigger: optional(text),
  parent_turn_id: optional(text),
  root_turn_id: optional(text),
})
const failure = fields({ message: text })
const turnTimes = {
  root_turn_id: optional(text),
  started_at: optional(integer),
  completed_at: optional(integer),
  duration_ms: optional(integer),
  time_to_first_token_ms: optional(integer),
}
const turnStarted = fields({
  turn_id: text,
  root_turn_id: optional(text),
  turn_attribution: optional(attribution),
  started_at: optional(integer),
  model_context_window: optional(integer),
  collaboration_mode_kind: omissible(words('default', 'plan')),
})
const turnCompleted = fields({
  turn_id: text,
  ...turnTimes,
  last_agent_message: optional(text),
  error: optional(failure),
})

/** Event messages that are stored, with what they need. */
const storedEvents: Readonly<Record<string, Shape>> = {
  user_message: fields({
    message: text,
    images: optional(listOf(text)),
    local_images: omissible(listOf(text)),
    text_elements: omissible(listOf(textElement)),
  }),
  agent_message: fields({ message: text, phase: optional(agentPhase), memory_citation: optional(object) }),
  agent_reasoning: fields({ text }),
  agent_reasoning_raw_content: fields({ text }),
  task_started: turnStarted,
  turn_started: turnStarted,
  task_complete: turnCompleted,
  turn_complete: turnCompleted,
  turn_aborted: fields({
    turn_id: optional(text),
    ...turnTimes,
    reason: words('interrupted', 'replaced', 'review_ended', 'budget_limited'),
  }),
  token_count: fields({ info: optional(usageInfo), rate_limits: optional(limits) }),
  thread_settings_applied: fields({
    thread_id: optional(uuid),
    thread_settings: fields({ model: text, model_provider_id: text, cwd: text }),
  }),
  thread_rolled_back: fields({ num_turns: small }),
  item_completed: fields({
    thread_id: uuid,
    turn_id: text,
    item: completedItem,
    started_at_ms: optional(integer),
    completed_at_ms: omissible(integer),
  }),
  patch_apply_end: fields({
    call_id: text,
    turn_id: omissible(text),
    stdout: text,
    stderr: text,
    success: flag,
    changes: omissible(mapOf(fileChange)),
    status: patchStatus,
  }),
  exec_command_end: fields({
    call_id: text,
    turn_id: text,
    ...commandFields,
    cwd: fileAddress,
    stdout: text,
    stderr: text,
    formatted_output: text,
  }),
  mcp_tool_call_end: mcpCall,
  web_search_end: fields({ call_id: text, query: text, action: searchAction }),
  image_generation_end: fields({ call_id: text, status: text, result: text }),
  entered_review_mode: fields({ target: object, user_facing_hint: optional(text) }),
  exited_review_mode: fields({ review_output: optional(reviewOutput) }),
}

/** True for the end of a command as it was stored before 0.169: its folder was a path, and is an address now. */
export function isOldCommandEnd(payload: Readonly<Record<string, unknown>>): boolean {
  const cwd = payload['cwd']
  return payload['type'] === 'exec_command_end' && typeof cwd === 'string' && !cwd.startsWith('file://')
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
export const eventMessages: Readonly<Record<string, Shape>> = {
  ...Object.fromEntries(otherEvents.split(' ').map((name) => [name, fields({})])),
  ...storedEvents,
}
