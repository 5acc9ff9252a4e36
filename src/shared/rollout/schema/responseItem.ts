/** Response items: what the model saw and said, in its own interface's words. In an envelope, and bare in 2025. */
import { z } from 'zod'
import { anyItem } from './anyItem'
import {
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
} from './callItem'
import { ContentItemSchema } from './content'
import { anything, text, texts } from './scalars'
import { tagged } from './tagged'

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
