/** Turn items: what `item_completed` completes. Names are in PascalCase, members in snake_case (ROLLOUT-FORMAT 2.7.1). */
import { z } from 'zod'
import { MemoryCitationSchema, UserInputSchema } from './content'
import { ReviewOutputSchema, ReviewTargetSchema } from './review'
import { anything, count, text, texts } from './scalars'
import { tagged } from './tagged'
import {
  CommandExecutionSchema,
  FileChangeItemSchema,
  McpToolCallSchema,
  WebSearchSchema,
  DynamicToolCallSchema,
  CollabAgentToolCallSchema,
  SubAgentActivityItemSchema,
  ImageViewItemSchema,
  ImageGenerationItemSchema,
  FunctionCallOutputItemSchema,
} from './toolTurnItem'

/** What a person said. Since 0.150 in paginated files; one in the field in a 0.145 plan. */
export const UserMessageItemSchema = z.looseObject({
  type: z.literal('UserMessage'),
  id: z.string(),
  client_id: text,
  content: z.array(UserInputSchema),
})
export type UserMessageItem = z.infer<typeof UserMessageItemSchema>

/** What the model said. Since 0.150 in paginated files. */
export const AgentMessageTurnItemSchema = z.looseObject({
  type: z.literal('AgentMessage'),
  id: z.string(),
  content: z.array(tagged('type', [z.looseObject({ type: z.literal('Text'), text: z.string() })])),
  phase: text,
  memory_citation: MemoryCitationSchema.nullish(),
  delivery: anything.optional(),
  questions: anything.optional(),
  moderation: anything.optional(),
})
export type AgentMessageTurnItem = z.infer<typeof AgentMessageTurnItemSchema>

/** A summary of what the model thought. Since 0.150. */
export const ReasoningTurnItemSchema = z.looseObject({
  type: z.literal('Reasoning'),
  id: z.string(),
  summary_text: z.array(z.string()),
  raw_content: texts,
})
export type ReasoningTurnItem = z.infer<typeof ReasoningTurnItemSchema>

/** The history was compacted. */
export const ContextCompactionSchema = z.looseObject({ type: z.literal('ContextCompaction'), id: text })
export type ContextCompaction = z.infer<typeof ContextCompactionSchema>

/** A review began. */
export const EnteredReviewModeItemSchema = z.looseObject({
  type: z.literal('EnteredReviewMode'),
  id: text,
  target: ReviewTargetSchema.nullish(),
  user_facing_hint: text,
  review: text,
})
export type EnteredReviewModeItem = z.infer<typeof EnteredReviewModeItemSchema>

/** A review ended. */
export const ExitedReviewModeItemSchema = z.looseObject({
  type: z.literal('ExitedReviewMode'),
  id: text,
  review_output: ReviewOutputSchema.nullish(),
  review: text,
})
export type ExitedReviewModeItem = z.infer<typeof ExitedReviewModeItemSchema>

/** A plan in plan mode. Stored by default since 0.104, also in legacy files. */
export const PlanItemSchema = z.looseObject({ type: z.literal('Plan'), id: z.string(), text: z.string() })
export type PlanItem = z.infer<typeof PlanItemSchema>

/** What a hook put before the model. Shape from source. */
export const HookPromptItemSchema = z.looseObject({
  type: z.literal('HookPrompt'),
  id: z.string(),
  fragments: z.array(z.looseObject({ text: text, hookRunId: text, hook_run_id: text })).nullish(),
})
export type HookPromptItem = z.infer<typeof HookPromptItemSchema>

/** The model waited. Shape from source. */
export const SleepItemSchema = z.looseObject({
  type: z.literal('Sleep'),
  id: z.string(),
  duration_ms: count,
})
export type SleepItem = z.infer<typeof SleepItemSchema>

/** An item of an extension of Codex, whose members it decides itself. Read in source only. */
export const ExtensionItemSchema = z.looseObject({
  type: z.literal('Extension'),
  id: text,
  kind: text,
  data: anything.optional(),
})
export type ExtensionItem = z.infer<typeof ExtensionItemSchema>

/** A turn item of any type. */
export const TurnItemSchema = tagged('type', [
  UserMessageItemSchema,
  AgentMessageTurnItemSchema,
  ReasoningTurnItemSchema,
  CommandExecutionSchema,
  FileChangeItemSchema,
  McpToolCallSchema,
  WebSearchSchema,
  ContextCompactionSchema,
  EnteredReviewModeItemSchema,
  ExitedReviewModeItemSchema,
  PlanItemSchema,
  HookPromptItemSchema,
  DynamicToolCallSchema,
  CollabAgentToolCallSchema,
  SubAgentActivityItemSchema,
  ImageViewItemSchema,
  ImageGenerationItemSchema,
  SleepItemSchema,
  FunctionCallOutputItemSchema,
  ExtensionItemSchema,
])
export type TurnItem = z.infer<typeof TurnItemSchema>
