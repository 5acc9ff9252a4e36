/** Turn items: what `item_completed` completes. Names are in PascalCase, members in snake_case (ROLLOUT-FORMAT 2.7.1). */
import { z } from 'zod'
import { commandOutcome } from './commandOutcome'
import {
  FileChangesSchema,
  McpResultSchema,
  MemoryCitationSchema,
  ToolOutputSchema,
  UserInputSchema,
  WebSearchActionSchema,
} from './content'
import { ReviewOutputSchema, ReviewTargetSchema } from './review'
import { anything, count, DurationSchema, flag, text, texts } from './scalars'
import { tagged } from './tagged'

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

/** A command that ran. `cwd` is a file URI. 0.150 stored the output three times; a declined one is not stored. */
export const CommandExecutionSchema = z.looseObject({
  type: z.literal('CommandExecution'),
  id: z.string(),
  ...commandOutcome,
  command: z.array(z.string()),
  plugin_id: text,
  script_path: text,
})
export type CommandExecution = z.infer<typeof CommandExecutionSchema>

/** A patch that was applied, or was not. */
export const FileChangeItemSchema = z.looseObject({
  type: z.literal('FileChange'),
  id: z.string(),
  changes: FileChangesSchema,
  status: text,
  auto_approved: flag,
  stdout: text,
  stderr: text,
})
export type FileChangeItem = z.infer<typeof FileChangeItemSchema>

/** A call of a tool of an MCP server. */
export const McpToolCallSchema = z.looseObject({
  type: z.literal('McpToolCall'),
  id: z.string(),
  server: z.string(),
  tool: z.string(),
  arguments: anything.optional(),
  status: text,
  result: McpResultSchema.nullish(),
  error: z.looseObject({ message: text }).nullish(),
  duration: DurationSchema.nullish(),
  connector_id: text,
  mcp_app_resource_uri: text,
  mcp_app_ui: anything.optional(),
  link_id: text,
  app_name: text,
  template_id: text,
  action_name: text,
  plugin_id: text,
  read_only_hint: flag,
})
export type McpToolCall = z.infer<typeof McpToolCallSchema>

/** A search on the web. */
export const WebSearchSchema = z.looseObject({
  type: z.literal('WebSearch'),
  id: z.string(),
  query: text,
  action: WebSearchActionSchema.nullish(),
  results: anything.optional(),
})
export type WebSearch = z.infer<typeof WebSearchSchema>

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

/** A call of a tool that the client brought. Shape from source. */
export const DynamicToolCallSchema = z.looseObject({
  type: z.literal('DynamicToolCall'),
  id: z.string(),
  namespace: text,
  tool: text,
  arguments: anything.optional(),
  status: text,
  content_items: z.array(anything).nullish(),
  success: flag,
  error: text,
  duration: DurationSchema.nullish(),
})
export type DynamicToolCall = z.infer<typeof DynamicToolCallSchema>

/** An agent starts, addresses, awaits or ends another. Shape from source. */
export const CollabAgentToolCallSchema = z.looseObject({
  type: z.literal('CollabAgentToolCall'),
  id: z.string(),
  tool: text,
  status: text,
  sender_thread_id: text,
  receiver_thread_ids: texts,
  receiver_agents: z.array(anything).nullish(),
  prompt: text,
  model: text,
  reasoning_effort: text,
  agents_states: z.record(z.string(), anything).nullish(),
})
export type CollabAgentToolCall = z.infer<typeof CollabAgentToolCallSchema>

/** A sub-agent started, was addressed, was interrupted or ended. Shape from source. */
export const SubAgentActivityItemSchema = z.looseObject({
  type: z.literal('SubAgentActivity'),
  id: z.string(),
  kind: text,
  agent_thread_id: text,
  agent_path: text,
  model: text,
  reasoning_effort: text,
})
export type SubAgentActivityItem = z.infer<typeof SubAgentActivityItemSchema>

/** The model looked at a picture. Shape from source. */
export const ImageViewItemSchema = z.looseObject({
  type: z.literal('ImageView'),
  id: z.string(),
  path: text,
})
export type ImageViewItem = z.infer<typeof ImageViewItemSchema>

/** A picture was made; `result` is base64. Shape from source. */
export const ImageGenerationItemSchema = z.looseObject({
  type: z.literal('ImageGeneration'),
  id: z.string(),
  status: text,
  revised_prompt: text,
  result: text,
  saved_path: text,
  transparent_background: flag,
})
export type ImageGenerationItem = z.infer<typeof ImageGenerationItemSchema>

/** The model waited. Shape from source. */
export const SleepItemSchema = z.looseObject({
  type: z.literal('Sleep'),
  id: z.string(),
  duration_ms: count,
})
export type SleepItem = z.infer<typeof SleepItemSchema>

/** Outcome of a call that has no item of its own; also stored in legacy files of late 2026. Shape from source. */
export const FunctionCallOutputItemSchema = z.looseObject({
  type: z.literal('FunctionCallOutput'),
  id: z.string(),
  call_id: text,
  name: text,
  namespace: text,
  output: ToolOutputSchema.nullish(),
})
export type FunctionCallOutputItem = z.infer<typeof FunctionCallOutputItemSchema>

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
