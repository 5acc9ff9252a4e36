/**
 * Persistence: which records a writer stores, by the mode that it follows (ROLLOUT-FORMAT 4).
 *
 * The lists say what is stored, so that whatever is not in them is not. Which era follows which mode is in `eras.ts`.
 */

/**
 * The modes in the order in which they came: `bare` 2025, `early` to January 2026, `limited` and `extended` to May 2026,
 * `single` from 0.137 to 0.147, then `late-legacy` and `paginated` beside each other.
 */
export const persistenceModes = [
  'bare',
  'early',
  'limited',
  'extended',
  'single',
  'late-legacy',
  'paginated',
] as const
export type PersistenceMode = (typeof persistenceModes)[number]

/** What one mode stores. */
export interface Persistence {
  /** Types of the envelope; empty where there is none. */
  readonly records: readonly string[]
  /** Types of `event_msg`. */
  readonly events: readonly string[]
  /** Which items `item_completed` is stored for. */
  readonly items: 'all' | readonly string[]
}

const firstRecords = ['session_meta', 'response_item', 'event_msg', 'turn_context', 'compacted'] as const
const lateRecords = [
  ...firstRecords,
  'world_state',
  'inter_agent_communication',
  'inter_agent_communication_metadata',
] as const
const newestRecords = [
  ...lateRecords,
  'token_usage_record',
  'security_risk_score',
  'dynamic_tools_updated',
  'retained_context',
] as const

/** What all modes with an envelope store. */
const always = ['token_count', 'turn_aborted'] as const
/** What people see, in files without items. */
const shown = [
  'user_message',
  'agent_message',
  'agent_reasoning',
  'agent_reasoning_raw_content',
  'entered_review_mode',
  'exited_review_mode',
  'context_compacted',
] as const
/** Bounds of turns. `turn_started` and `turn_complete` are other names of the first two, which Codex reads. */
const turns = ['task_started', 'task_complete', 'thread_rolled_back'] as const
const toolEnds = ['patch_apply_end', 'mcp_tool_call_end', 'web_search_end'] as const
const singleEvents = [
  ...always,
  ...shown,
  ...turns,
  ...toolEnds,
  'image_generation_end',
  'thread_goal_updated',
  'sub_agent_activity',
  'thread_settings_applied',
  'item_completed',
] as const
const limitedEvents = [
  ...always,
  ...shown,
  ...turns,
  'undo_completed',
  'thread_name_updated',
  'image_generation_end',
  'item_completed',
] as const

export const persistence: Readonly<Record<PersistenceMode, Persistence>> = {
  bare: { records: [], events: [], items: [] },
  early: { records: firstRecords, events: [...always, ...shown, 'undo_completed'], items: [] },
  limited: { records: firstRecords, events: limitedEvents, items: ['Plan'] },
  extended: {
    records: firstRecords,
    events: [
      ...limitedEvents,
      ...toolEnds,
      'exec_command_end',
      'error',
      'guardian_assessment',
      'view_image_tool_call',
      'collab_agent_spawn_end',
      'collab_agent_interaction_end',
      'collab_waiting_end',
      'collab_close_end',
      'collab_resume_end',
      'dynamic_tool_call_request',
      'dynamic_tool_call_response',
    ],
    items: ['Plan'],
  },
  // 0.144 added thread_settings_applied.
  single: { records: lateRecords, events: singleEvents, items: ['Plan', 'Sleep'] },
  // A sub-agent's end is an item here; its other activities are events.
  'late-legacy': {
    records: newestRecords,
    events: singleEvents,
    items: ['Plan', 'Sleep', 'FunctionCallOutput', 'SubAgentActivity', 'Extension'],
  },
  paginated: {
    records: [...newestRecords, 'realtime_item'],
    events: [...always, ...turns, 'thread_goal_updated', 'thread_settings_applied', 'item_completed'],
    items: 'all',
  },
}

/** True when a mode stores the events of a type. */
export function storesEvent(mode: PersistenceMode, type: string): boolean {
  return persistence[mode].events.includes(type)
}

/** True when a mode stores the completion of items of a type. */
export function storesItem(mode: PersistenceMode, type: string): boolean {
  const { items } = persistence[mode]
  return items === 'all' || items.includes(type)
}
