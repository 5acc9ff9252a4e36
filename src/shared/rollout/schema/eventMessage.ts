/** Event messages: what the interface showed, as far as some version stored it (ROLLOUT-FORMAT 2.7, 4 and C.7). */
import { z } from 'zod'
import {
  FileChangesSchema,
  McpResultSchema,
  MemoryCitationSchema,
  ParsedCommandSchema,
  TextElementSchema,
  WebSearchActionSchema,
} from './content'
import { ReviewOutputSchema, ReviewTargetSchema } from './review'
import { anything, count, DurationSchema, flag, text, texts } from './scalars'
import { tagged } from './tagged'
import { ThreadSettingsSchema } from './turnContext'
import { TurnItemSchema } from './turnItem'
import { RateLimitsSchema, TokenUsageInfoSchema } from './usage'

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

/** A patch was applied, or was not. Seen in 0.120 (extended mode), by default since 0.137; legacy files. */
export const PatchApplyEndSchema = z.looseObject({
  type: z.literal('patch_apply_end'),
  call_id: z.string(),
  turn_id: text,
  stdout: text,
  stderr: text,
  success: flag,
  changes: FileChangesSchema.nullish(),
  status: text,
})
export type PatchApplyEnd = z.infer<typeof PatchApplyEndSchema>

/** A command ran. Extended mode only: 255 lines of one version, 0.120, in the field. */
export const ExecCommandEndSchema = z.looseObject({
  type: z.literal('exec_command_end'),
  call_id: z.string(),
  process_id: text,
  turn_id: text,
  command: z.array(z.string()).nullish(),
  cwd: text,
  parsed_cmd: z.array(ParsedCommandSchema).nullish(),
  source: text,
  interaction_input: text,
  stdout: text,
  stderr: text,
  aggregated_output: text,
  formatted_output: text,
  exit_code: count,
  duration: DurationSchema.nullish(),
  status: text,
  completed_at_ms: count,
})
export type ExecCommandEnd = z.infer<typeof ExecCommandEndSchema>

/** A tool of an MCP server answered. Seen in 0.137 to 0.142; legacy files. */
export const McpToolCallEndSchema = z.looseObject({
  type: z.literal('mcp_tool_call_end'),
  call_id: z.string(),
  invocation: z.looseObject({ server: text, tool: text, arguments: anything.optional() }).nullish(),
  duration: DurationSchema.nullish(),
  result: z.union([z.looseObject({ Ok: McpResultSchema }), z.looseObject({ Err: z.string() })]).nullish(),
  connector_id: text,
  mcp_app_resource_uri: text,
  link_id: text,
  app_name: text,
  template_id: text,
  action_name: text,
  plugin_id: text,
})
export type McpToolCallEnd = z.infer<typeof McpToolCallEndSchema>

/** A search on the web ended. Since 0.137, `results` since 0.145; legacy files. */
export const WebSearchEndSchema = z.looseObject({
  type: z.literal('web_search_end'),
  call_id: z.string(),
  query: text,
  action: WebSearchActionSchema.nullish(),
  results: anything.optional(),
})
export type WebSearchEnd = z.infer<typeof WebSearchEndSchema>

/** A picture was made. 2026, legacy files; shape from source. */
export const ImageGenerationEndSchema = z.looseObject({
  type: z.literal('image_generation_end'),
  call_id: z.string(),
  status: text,
  revised_prompt: text,
  result: text,
  saved_path: text,
  transparent_background: flag,
})
export type ImageGenerationEnd = z.infer<typeof ImageGenerationEndSchema>

/** A sub-agent started, was addressed, was interrupted or ended. Seen in 0.144.0-alpha.4; legacy files. */
export const SubAgentActivityEventSchema = z.looseObject({
  type: z.literal('sub_agent_activity'),
  event_id: text,
  occurred_at_ms: count,
  agent_thread_id: text,
  agent_path: text,
  kind: text,
  model: text,
  reasoning_effort: text,
})
export type SubAgentActivityEvent = z.infer<typeof SubAgentActivityEventSchema>

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

/** An automatic reviewer judged an action. Extended mode only; shape from source. */
export const GuardianAssessmentSchema = z.looseObject({
  type: z.literal('guardian_assessment'),
  id: text,
  target_item_id: text,
  turn_id: text,
  started_at_ms: count,
  completed_at_ms: count,
  status: text,
  risk_score: count,
  risk_level: text,
  user_authorization: text,
  rationale: text,
  decision_source: text,
  action: anything.optional(),
})
export type GuardianAssessment = z.infer<typeof GuardianAssessmentSchema>

/** The model looked at a picture. Extended mode only. */
export const ViewImageSchema = z.looseObject({
  type: z.literal('view_image_tool_call'),
  call_id: text,
  path: text,
})
export type ViewImage = z.infer<typeof ViewImageSchema>

/** An agent started, addressed, awaited, resumed or ended another. Extended mode only; shape from source. */
export const CollabEndSchema = z.looseObject({
  type: z.literal([
    'collab_agent_spawn_end',
    'collab_agent_interaction_end',
    'collab_waiting_end',
    'collab_close_end',
    'collab_resume_end',
  ]),
  call_id: text,
  completed_at_ms: count,
  sender_thread_id: text,
  receiver_thread_id: text,
  receiver_agent_nickname: text,
  receiver_agent_role: text,
  new_thread_id: text,
  new_agent_nickname: text,
  new_agent_role: text,
  prompt: text,
  model: text,
  reasoning_effort: text,
  status: anything.optional(),
  statuses: anything.optional(),
  agent_statuses: anything.optional(),
})
export type CollabEnd = z.infer<typeof CollabEndSchema>

/** A tool that the client brought was asked, in camelCase at first. Extended mode only; shape from source. */
export const DynamicToolCallRequestSchema = z.looseObject({
  type: z.literal('dynamic_tool_call_request'),
  call_id: text,
  callId: text,
  turn_id: text,
  turnId: text,
  started_at_ms: count,
  startedAtMs: count,
  namespace: text,
  tool: text,
  arguments: anything.optional(),
})
export type DynamicToolCallRequest = z.infer<typeof DynamicToolCallRequestSchema>

/** A tool that the client brought answered. Extended mode only; shape from source. */
export const DynamicToolCallResponseSchema = z.looseObject({
  type: z.literal('dynamic_tool_call_response'),
  call_id: text,
  turn_id: text,
  completed_at_ms: count,
  namespace: text,
  tool: text,
  arguments: anything.optional(),
  content_items: z.array(anything).nullish(),
  success: flag,
  error: text,
  duration: DurationSchema.nullish(),
})
export type DynamicToolCallResponse = z.infer<typeof DynamicToolCallResponseSchema>

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
