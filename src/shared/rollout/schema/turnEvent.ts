/** Turn events: where a turn begins and how it ends. */
import { z } from 'zod'
import { anything, count, flag, text } from './scalars'

/** Where a turn came from. */
const TurnAttributionSchema = z.looseObject({
  turn_id: text,
  turn_trigger: text,
  parent_turn_id: text,
  initiating_agent_path: text,
  root_turn_id: text,
})

/** A turn began. Since 0.104; `turn_started` is another name that Codex reads. Times are epoch seconds. */
export const TaskStartedSchema = z.looseObject({
  type: z.literal(['task_started', 'turn_started']),
  turn_id: text,
  root_turn_id: text,
  turn_attribution: TurnAttributionSchema.nullish(),
  trace_id: text,
  started_at: count,
  model_context_window: count,
  collaboration_mode_kind: text,
})
export type TaskStarted = z.infer<typeof TaskStartedSchema>

/** Why a turn failed. Stored since 0.150; a reason is a word or an object with one. */
export const TurnErrorSchema = z.looseObject({
  message: text,
  codex_error_info: z.union([z.string(), z.record(z.string(), anything)]).nullish(),
  additional_details: text,
})
export type TurnError = z.infer<typeof TurnErrorSchema>

/** A turn ended. Since 0.104; holds the last answer once more. */
export const TaskCompleteSchema = z.looseObject({
  type: z.literal(['task_complete', 'turn_complete']),
  turn_id: text,
  root_turn_id: text,
  last_agent_message: text,
  error: TurnErrorSchema.nullish(),
  started_at: count,
  completed_at: count,
  duration_ms: count,
  time_to_first_token_ms: count,
})
export type TaskComplete = z.infer<typeof TaskCompleteSchema>

/** A turn was broken off: `interrupted`, `replaced`, `review_ended`, `budget_limited`. Since 0.35, with ids from 0.104. */
export const TurnAbortedSchema = z.looseObject({
  type: z.literal('turn_aborted'),
  turn_id: text,
  root_turn_id: text,
  reason: text,
  error: TurnErrorSchema.nullish(),
  started_at: count,
  completed_at: count,
  duration_ms: count,
})
export type TurnAborted = z.infer<typeof TurnAbortedSchema>

/** A turn was undone. While the undo feature existed, 2025 and early 2026. */
export const UndoCompletedSchema = z.looseObject({
  type: z.literal('undo_completed'),
  success: flag,
  message: text,
})
export type UndoCompleted = z.infer<typeof UndoCompletedSchema>
