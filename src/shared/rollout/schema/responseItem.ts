/** Response items: what the model saw and said, in its own interface's words. In an envelope, and bare in 2025. */
import { z } from 'zod'
import { ContentItemSchema, ToolOutputSchema, WebSearchActionSchema } from './content'
import { anything, count, flag, text, texts } from './scalars'
import { tagged } from './tagged'

/** Who wrote a part of a message: `user`, `harness`, `skills`, … Since late 2026; `hook` and `namespace` in 0.169. */
export const ProvenanceSchema = z.looseObject({
  type: text,
  namespace: text,
  name: text,
  hook: z.union([z.boolean(), z.string()]).nullish(),
})
export type Provenance = z.infer<typeof ProvenanceSchema>

/** What Codex notes about an item for itself; its `turn_id` is the only link from an item to a turn. Since 0.142. */
export const PassthroughSchema = z.looseObject({
  turn_id: text,
  create_time: count,
  content_item_kinds: texts,
  content_item_metadata: z.array(z.looseObject({ provenance: ProvenanceSchema.nullish() })).nullish(),
})
export type Passthrough = z.infer<typeof PassthroughSchema>

/** Members that any item may have. `metadata` stood inside items in 0.142.0-alpha.1 to alpha.6 only. */
const anyItem = {
  id: text,
  status: text,
  encrypted_content: text,
  internal_chat_message_metadata_passthrough: PassthroughSchema.nullish(),
  metadata: PassthroughSchema.nullish(),
}

/** What a user, a developer or the model said. Since the bare form; `phase` since 0.104. */
export const MessageItemSchema = z.looseObject({
  type: z.literal('message'),
  ...anyItem,
  role: z.string(),
  content: z.array(ContentItemSchema),
  phase: text,
})
export type MessageItem = z.infer<typeof MessageItemSchema>

/** A summary of what the model thought, and the thought itself in a form that only its provider can read. */
export const ReasoningItemSchema = z.looseObject({
  type: z.literal('reasoning'),
  ...anyItem,
  summary: z.array(tagged('type', [z.looseObject({ type: z.literal('summary_text'), text: z.string() })])),
  content: z
    .array(tagged('type', [z.looseObject({ type: z.literal(['reasoning_text', 'text']), text: z.string() })]))
    .nullish(),
})
export type ReasoningItem = z.infer<typeof ReasoningItemSchema>

/** The model calls a tool; `arguments` is JSON text, as far as the model kept to it. */
export const FunctionCallSchema = z.looseObject({
  type: z.literal('function_call'),
  ...anyItem,
  name: z.string(),
  namespace: text,
  arguments: z.string(),
  call_id: z.string(),
  encrypted_function_args: texts,
})
export type FunctionCall = z.infer<typeof FunctionCallSchema>

/** What the model was told of the outcome of a call. */
export const FunctionCallOutputSchema = z.looseObject({
  type: z.literal('function_call_output'),
  ...anyItem,
  call_id: text,
  name: text,
  namespace: text,
  output: ToolOutputSchema,
})
export type FunctionCallOutput = z.infer<typeof FunctionCallOutputSchema>

/** A call of a tool with free text as its input, such as `apply_patch`. Seen from 0.57 on. */
export const CustomToolCallSchema = z.looseObject({
  type: z.literal('custom_tool_call'),
  ...anyItem,
  call_id: z.string(),
  name: z.string(),
  namespace: text,
  input: z.string(),
})
export type CustomToolCall = z.infer<typeof CustomToolCallSchema>

/** Outcome of a custom tool call. */
export const CustomToolCallOutputSchema = z.looseObject({
  type: z.literal('custom_tool_call_output'),
  ...anyItem,
  call_id: z.string(),
  name: text,
  output: ToolOutputSchema,
})
export type CustomToolCallOutput = z.infer<typeof CustomToolCallOutputSchema>

/** A command of models that know a shell of their own. Not seen in the field. */
export const LocalShellCallSchema = z.looseObject({
  type: z.literal('local_shell_call'),
  ...anyItem,
  call_id: text,
  action: tagged('type', [
    z.looseObject({
      type: z.literal('exec'),
      command: z.array(z.string()),
      timeout_ms: count,
      working_directory: text,
      env: z.record(z.string(), z.string()).nullish(),
      user: text,
    }),
  ]),
})
export type LocalShellCall = z.infer<typeof LocalShellCallSchema>

/** Outcome of a local shell call, in bare files. Read in source only. */
export const LocalShellCallOutputSchema = z.looseObject({
  type: z.literal('local_shell_call_output'),
  ...anyItem,
  call_id: text,
  output: ToolOutputSchema.nullish(),
})
export type LocalShellCallOutput = z.infer<typeof LocalShellCallOutputSchema>

/** The model looks for tools by a question. Seen from 0.142.5 on. */
export const ToolSearchCallSchema = z.looseObject({
  type: z.literal('tool_search_call'),
  ...anyItem,
  call_id: text,
  execution: text,
  arguments: anything.optional(),
})
export type ToolSearchCall = z.infer<typeof ToolSearchCallSchema>

/** Tools that were found. It has `tools` in the place of an output. Seen from 0.142.5 on. */
export const ToolSearchOutputSchema = z.looseObject({
  type: z.literal('tool_search_output'),
  ...anyItem,
  call_id: text,
  execution: text,
  tools: z.array(anything).nullish(),
})
export type ToolSearchOutput = z.infer<typeof ToolSearchOutputSchema>

/** A search on the web that the model's provider ran. Seen from 0.104 on. */
export const WebSearchCallSchema = z.looseObject({
  type: z.literal('web_search_call'),
  ...anyItem,
  action: WebSearchActionSchema.nullish(),
})
export type WebSearchCall = z.infer<typeof WebSearchCallSchema>

/** A picture that the model's provider made; `result` is base64. Named in a field fixture, shape from source. */
export const ImageGenerationCallSchema = z.looseObject({
  type: z.literal('image_generation_call'),
  ...anyItem,
  revised_prompt: text,
  result: text,
})
export type ImageGenerationCall = z.infer<typeof ImageGenerationCallSchema>

/** What one agent says to another. Seen in 0.144.0-alpha.4. */
export const AgentMessageItemSchema = z.looseObject({
  type: z.literal('agent_message'),
  ...anyItem,
  author: z.string(),
  recipient: z.string(),
  content: z.union([z.string(), z.array(ContentItemSchema)]),
})
export type AgentMessageItem = z.infer<typeof AgentMessageItemSchema>

/** Tools that came in while a session ran. 2026; shape from source. */
export const AdditionalToolsSchema = z.looseObject({
  type: z.literal('additional_tools'),
  ...anyItem,
  role: text,
  tools: z.array(anything).nullish(),
})
export type AdditionalTools = z.infer<typeof AdditionalToolsSchema>

/** A change of how hard the model is to think. Late 2026; shape from source. */
export const ConfigurationUpdateSchema = z.looseObject({
  type: z.literal('configuration_update'),
  ...anyItem,
  reasoning: z.looseObject({ effort: text, summary: text }).nullish(),
})
export type ConfigurationUpdate = z.infer<typeof ConfigurationUpdateSchema>

/** A history that the model's provider compacted, readable to it alone. `compaction_trigger` is defined, never stored. */
export const CompactionItemSchema = z.looseObject({
  type: z.literal(['compaction', 'context_compaction', 'compaction_trigger', 'compaction_summary']),
  ...anyItem,
})
export type CompactionItem = z.infer<typeof CompactionItemSchema>

/** State of the repository before a turn, for undoing. 0.58 to about 0.98; later versions drop these lines silently. */
export const GhostSnapshotSchema = z.looseObject({
  type: z.literal('ghost_snapshot'),
  ...anyItem,
  ghost_commit: z.looseObject({
    id: z.string(),
    parent: text,
    preexisting_untracked_files: texts,
    preexisting_untracked_dirs: texts,
  }),
})
export type GhostSnapshot = z.infer<typeof GhostSnapshotSchema>

/** What Codex makes of an item that it does not know. Never written by it on purpose. */
export const OtherItemSchema = z.looseObject({ type: z.literal('other'), ...anyItem })
export type OtherItem = z.infer<typeof OtherItemSchema>

/** A response item of any type (ROLLOUT-FORMAT 2.5). */
export const ResponseItemSchema = tagged('type', [
  MessageItemSchema,
  ReasoningItemSchema,
  FunctionCallSchema,
  FunctionCallOutputSchema,
  CustomToolCallSchema,
  CustomToolCallOutputSchema,
  LocalShellCallSchema,
  LocalShellCallOutputSchema,
  ToolSearchCallSchema,
  ToolSearchOutputSchema,
  WebSearchCallSchema,
  ImageGenerationCallSchema,
  AgentMessageItemSchema,
  AdditionalToolsSchema,
  ConfigurationUpdateSchema,
  CompactionItemSchema,
  GhostSnapshotSchema,
  OtherItemSchema,
])
export type ResponseItem = z.infer<typeof ResponseItemSchema>

/** Where a retained message came from. */
const RetainedSourceSchema = z.looseObject({
  id: z.looseObject({ message_id: text, turn_id: text, role: text }).nullish(),
  revision: text,
  complete: flag,
})

/** What Codex notes beside a response item. Since late 2026; what is not in a file yet is from source. */
export const ItemMetadataSchema = z.looseObject({
  history_sequence: count,
  sampled_through_sequence: count,
  client_authored: flag,
  user_input_order: count,
  retained_source: RetainedSourceSchema.nullish(),
  mcp_attribution: z
    .looseObject({
      status: text,
      sources: z.array(z.looseObject({ server_name: text, tool_name: text, first_turn_id: text })).nullish(),
    })
    .nullish(),
  fallback_token_limit_override: count,
  compaction_output: flag,
  inherited_user_message: anything.optional(),
  delivered_assistant_message: anything.optional(),
})
export type ItemMetadata = z.infer<typeof ItemMetadataSchema>
