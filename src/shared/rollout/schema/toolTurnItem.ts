/** Tool turn items: the turn items that say what a tool was asked for and what came of it. */
import { z } from 'zod'
import { commandOutcome } from './commandOutcome'
import { FileChangesSchema, McpResultSchema, ToolOutputSchema, WebSearchActionSchema } from './content'
import { anything, DurationSchema, flag, text, texts } from './scalars'

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
