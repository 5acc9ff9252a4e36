/** Event messages: what the interface showed, as far as some version stored it (ROLLOUT-FORMAT 2.7, 4 and C.7). */
import { z } from 'zod'
import { MemoryCitationSchema, TextElementSchema } from './content'
import { ReviewOutputSchema, ReviewTargetSchema } from './review'
import { anything, count, flag, text, texts } from './scalars'
import { tagged } from './tagged'
import { ThreadSettingsSchema } from './turnContext'
import { TurnItemSchema } from './turnItem'
import { RateLimitsSchema, TokenUsageInfoSchema } from './usage'
import {
  PatchApplyEndSchema,
  ExecCommandEndSchema,
  McpToolCallEndSchema,
  WebSearchEndSchema,
  ImageGenerationEndSchema,
  SubAgentActivityEventSchema,
  GuardianAssessmentSchema,
  ViewImageSchema,
  CollabEndSchema,
  DynamicToolCallRequestSchema,
  DynamicToolCallResponseSchema,
} from './toolEvent'

/** What a person typed. `kind` up to 0.48, lists of pictures and elements from 0.104, sound from 0.145. Not in paginated files. */
export const UserMessageEventSchema = z.looseObject({
  type: z.literal('user_message'),
  message: z.string(),
  kind: text,
  images: texts,
  local_images: texts,
  audio: z.array(anything).nullish(),
  local_audio: z.array(anything).nullish(),
  text_elements: z.array(TextElementSchema).nullish(),
  image_details: anything.optional(),
  local_image_details: anything.optional(),
  file_ids: texts,
  image_order: anything.optional(),
  client_id: text,
})
export type UserMessageEvent = z.infer<typeof UserMessageEventSchema>

/** What the model said. `phase` from 0.106, `memory_citation` from 0.118. Not in paginated files. */
export const AgentMessageEventSchema = z.looseObject({
  type: z.literal('agent_message'),
  message: z.string(),
  phase: text,
  memory_citation: MemoryCitationSchema.nullish(),
  delivery: anything.optional(),
  questions: anything.optional(),
})
export type AgentMessageEvent = z.infer<typeof AgentMessageEventSchema>

/** A summary of what the model thought, or the thought itself where a model gives it away. Not in paginated files. */
export const AgentReasoningEventSchema = z.looseObject({
  type: z.literal(['agent_reasoning', 'agent_reasoning_raw_content']),
  text: z.string(),
})
export type AgentReasoningEvent = z.infer<typeof AgentReasoningEventSchema>

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

/** Tokens so far. In all versions since 0.35; may come twice for a request. */
export const TokenCountSchema = z.looseObject({
  type: z.literal('token_count'),
  info: TokenUsageInfoSchema.nullish(),
  rate_limits: RateLimitsSchema.nullish(),
})
export type TokenCount = z.infer<typeof TokenCountSchema>

/** Settings of the thread changed, or a client took it up. Since 0.144. */
export const ThreadSettingsAppliedSchema = z.looseObject({
  type: z.literal('thread_settings_applied'),
  thread_id: text,
  thread_settings: ThreadSettingsSchema,
})
export type ThreadSettingsApplied = z.infer<typeof ThreadSettingsAppliedSchema>

/** The last turns count no more. Seen from 0.137 on; not produced any more. */
export const ThreadRolledBackSchema = z.looseObject({
  type: z.literal('thread_rolled_back'),
  num_turns: z.number(),
})
export type ThreadRolledBack = z.infer<typeof ThreadRolledBackSchema>

/** The goal of a thread; members are in camelCase. Since about 0.137. */
export const ThreadGoalUpdatedSchema = z.looseObject({
  type: z.literal('thread_goal_updated'),
  threadId: text,
  turnId: text,
  goal: z
    .looseObject({
      threadId: text,
      objective: text,
      status: text,
      tokenBudget: count,
      tokensUsed: count,
      timeUsedSeconds: count,
      createdAt: count,
      updatedAt: count,
    })
    .nullish(),
})
export type ThreadGoalUpdated = z.infer<typeof ThreadGoalUpdatedSchema>

/** A person named the thread. About February to May 2026 only. */
export const ThreadNameUpdatedSchema = z.looseObject({
  type: z.literal('thread_name_updated'),
  thread_id: text,
  thread_name: text,
})
export type ThreadNameUpdated = z.infer<typeof ThreadNameUpdatedSchema>

/** The history was compacted. Legacy files; an item in paginated ones. */
export const ContextCompactedSchema = z.looseObject({ type: z.literal('context_compacted') })
export type ContextCompacted = z.infer<typeof ContextCompactedSchema>

/** A review began. Up to 2025 the target stood in `prompt`. */
export const EnteredReviewModeSchema = z.looseObject({
  type: z.literal('entered_review_mode'),
  target: ReviewTargetSchema.nullish(),
  user_facing_hint: text,
  prompt: text,
  turn_id: text,
  item_id: text,
})
export type EnteredReviewMode = z.infer<typeof EnteredReviewModeSchema>

/** A review ended. */
export const ExitedReviewModeSchema = z.looseObject({
  type: z.literal('exited_review_mode'),
  review_output: ReviewOutputSchema.nullish(),
  turn_id: text,
  item_id: text,
})
export type ExitedReviewMode = z.infer<typeof ExitedReviewModeSchema>

/** An item of a turn ended: every item in paginated files since 0.150, plans and few others in legacy ones. */
export const ItemCompletedSchema = z.looseObject({
  type: z.literal('item_completed'),
  thread_id: text,
  turn_id: text,
  item: TurnItemSchema,
  started_at_ms: count,
  completed_at_ms: count,
})
export type ItemCompleted = z.infer<typeof ItemCompletedSchema>

/** A turn was undone. While the undo feature existed, 2025 and early 2026. */
export const UndoCompletedSchema = z.looseObject({
  type: z.literal('undo_completed'),
  success: flag,
  message: text,
})
export type UndoCompleted = z.infer<typeof UndoCompletedSchema>

/** Something went wrong. Extended mode only. */
export const ErrorEventSchema = z.looseObject({
  type: z.literal('error'),
  message: text,
  codex_error_info: z.union([z.string(), z.record(z.string(), anything)]).nullish(),
})
export type ErrorEvent = z.infer<typeof ErrorEventSchema>

/** Named in a field fixture without its values: all that is known of these is that they were stored. */
export const NamedEventSchema = z.looseObject({
  type: z.literal(['account/rateLimits/updated', 'codex/event/raw_item', 'turn.completed']),
})
export type NamedEvent = z.infer<typeof NamedEventSchema>

/** An event message of any type that some version stored. */
export const EventMessageSchema = tagged('type', [
  UserMessageEventSchema,
  AgentMessageEventSchema,
  AgentReasoningEventSchema,
  TaskStartedSchema,
  TaskCompleteSchema,
  TurnAbortedSchema,
  TokenCountSchema,
  ThreadSettingsAppliedSchema,
  ThreadRolledBackSchema,
  ThreadGoalUpdatedSchema,
  ThreadNameUpdatedSchema,
  ContextCompactedSchema,
  EnteredReviewModeSchema,
  ExitedReviewModeSchema,
  PatchApplyEndSchema,
  ExecCommandEndSchema,
  McpToolCallEndSchema,
  WebSearchEndSchema,
  ImageGenerationEndSchema,
  SubAgentActivityEventSchema,
  ItemCompletedSchema,
  UndoCompletedSchema,
  ErrorEventSchema,
  GuardianAssessmentSchema,
  ViewImageSchema,
  CollabEndSchema,
  DynamicToolCallRequestSchema,
  DynamicToolCallResponseSchema,
  NamedEventSchema,
])
export type EventMessage = z.infer<typeof EventMessageSchema>
