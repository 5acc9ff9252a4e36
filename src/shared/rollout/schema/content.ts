/** Content: the parts of messages and of tool outputs. */
import { z } from 'zod'
import { anything, count, flag, text } from './scalars'
import { tagged } from './tagged'

/** Text that goes to the model: of users, developers, tools. Since the bare form. */
export const InputTextSchema = z.looseObject({ type: z.literal('input_text'), text: z.string() })
/** Text of the model. Since the bare form; `annotations` seen in 0.169, `logprobs` in the model's own answers. */
export const OutputTextSchema = z.looseObject({
  type: z.literal('output_text'),
  text: z.string(),
  annotations: z.array(anything).nullish(),
  logprobs: z.array(anything).nullish(),
})
/** An image for the model, mostly a `data:` URL. Seen since 0.35; `detail` and `file_id` since 2026. */
export const InputImageSchema = z.looseObject({
  type: z.literal('input_image'),
  image_url: text,
  file_id: text,
  detail: text,
})
/** Sound for the model, since 0.145. Read in source only. */
export const InputAudioSchema = z.looseObject({
  type: z.literal('input_audio'),
  input_audio: anything.optional(),
  audio_url: text,
  file_id: text,
})
/** A part that only the model's provider can read, since late 2026. Read in source only. */
export const EncryptedContentSchema = z.looseObject({
  type: z.literal('encrypted_content'),
  encrypted_content: text,
})
/** A refusal of the model. Defined by the model's interface; not seen in a rollout. */
export const RefusalSchema = z.looseObject({ type: z.literal('refusal'), refusal: text })

/** One part of a message or of a tool output. */
export const ContentItemSchema = tagged('type', [
  InputTextSchema,
  OutputTextSchema,
  InputImageSchema,
  InputAudioSchema,
  EncryptedContentSchema,
  RefusalSchema,
])
export type ContentItem = z.infer<typeof ContentItemSchema>

/** What a tool answered: a text, or parts (597 of 1,555 custom tool outputs in the field). */
export const ToolOutputSchema = z.union([z.string(), z.array(ContentItemSchema)])
export type ToolOutput = z.infer<typeof ToolOutputSchema>

/** A place inside a text, in bytes of UTF-8. */
const ByteRangeSchema = z.looseObject({ start: z.number(), end: z.number() })
/** Part of a typed text that stands for something else, such as a mentioned file. Since 0.104. */
export const TextElementSchema = z.looseObject({ byte_range: ByteRangeSchema, placeholder: text })
export type TextElement = z.infer<typeof TextElementSchema>

/** What a person put in, as the items of paginated files hold it. Since 0.150; mentions and skills read in source. */
export const UserInputSchema = tagged('type', [
  z.looseObject({
    type: z.literal('text'),
    text: z.string(),
    text_elements: z.array(TextElementSchema).nullish(),
  }),
  z.looseObject({ type: z.literal('image'), image_url: text, url: text, file_id: text, detail: text }),
  z.looseObject({ type: z.literal(['local_image', 'localImage']), path: z.string(), detail: text }),
  z.looseObject({ type: z.literal('audio'), audio_url: text, url: text, file_id: text }),
  z.looseObject({ type: z.literal(['local_audio', 'localAudio']), path: z.string() }),
  z.looseObject({ type: z.literal('skill'), name: text, path: text }),
  z.looseObject({ type: z.literal('mention'), name: text, path: text }),
])
export type UserInput = z.infer<typeof UserInputSchema>

/** What a command seems to do, as Codex guesses from its words. Since 0.120. */
export const ParsedCommandSchema = tagged('type', [
  z.looseObject({ type: z.literal('read'), cmd: z.string(), name: text, path: text }),
  z.looseObject({ type: z.literal('list_files'), cmd: z.string(), path: text }),
  z.looseObject({ type: z.literal('search'), cmd: z.string(), query: text, path: text }),
  z.looseObject({ type: z.literal('unknown'), cmd: z.string() }),
])
export type ParsedCommand = z.infer<typeof ParsedCommandSchema>

/** What a patch did to one file. Since 0.120. */
export const FileChangeSchema = tagged('type', [
  z.looseObject({ type: z.literal('add'), content: text }),
  z.looseObject({ type: z.literal('delete'), content: text }),
  z.looseObject({ type: z.literal('update'), unified_diff: text, move_path: text }),
])
export type FileChange = z.infer<typeof FileChangeSchema>

/** Changes of a patch by path, as the patch names it. */
export const FileChangesSchema = z.record(z.string(), FileChangeSchema)
export type FileChanges = z.infer<typeof FileChangesSchema>

/** What the model wanted from a web search. */
export const WebSearchActionSchema = tagged('type', [
  z.looseObject({
    type: z.literal('search'),
    query: text,
    queries: z.array(z.string()).nullish(),
    sources: anything.optional(),
  }),
  z.looseObject({ type: z.literal(['open_page', 'openPage']), url: text }),
  z.looseObject({ type: z.literal(['find_in_page', 'findInPage']), url: text, pattern: text }),
  z.looseObject({ type: z.literal('other') }),
])
export type WebSearchAction = z.infer<typeof WebSearchActionSchema>

/** Answer of an MCP server, as the Model Context Protocol writes it. */
export const McpResultSchema = z.looseObject({
  content: z.array(anything).nullish(),
  structuredContent: anything.optional(),
  structured_content: anything.optional(),
  isError: flag,
  is_error: flag,
  _meta: anything.optional(),
})
export type McpResult = z.infer<typeof McpResultSchema>

/** A sentence of the model's memory that an answer rests on. Always null in the files seen so far (0.118 to 0.169). */
export const MemoryCitationSchema = z.looseObject({
  entries: z.array(anything).nullish(),
  rollout_ids: z.array(z.string()).nullish(),
  rolloutIds: z.array(z.string()).nullish(),
  thread_ids: z.array(z.string()).nullish(),
  count,
})
export type MemoryCitation = z.infer<typeof MemoryCitationSchema>
