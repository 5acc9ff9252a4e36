/** Event messages: what the interface showed, as far as some version stored it (ROLLOUT-FORMAT 2.7, 4 and C.7). */
import { z } from 'zod'
import { MemoryCitationSchema, TextElementSchema } from './content'
import { ReviewOutputSchema, ReviewTargetSchema } from './review'
import { anything, count, text, texts } from './scalars'
import { tagged } from './tagged'
import {
  ThreadSettingsAppliedSchema,
  ThreadRolledBackSchema,
  ThreadGoalUpdatedSchema,
  ThreadNameUpdatedSchema,
} from './threadEvent'
import { TaskCompleteSchema, TaskStartedSchema, TurnAbortedSchema, UndoCompletedSchema } from './turnEvent'
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

/** Tokens so far. In all versions since 0.35; may come twice for a request. */
export const TokenCountSchema = z.looseObject({
  type: z.literal('token_count'),
  info: TokenUsageInfoSchema.nullish(),
  rate_limits: RateLimitsSchema.nullish(),
})
export type TokenCount = z.infer<typeof TokenCountSchema>

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
