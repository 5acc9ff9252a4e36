/** Call items: the response items by which the model uses tools and is told what came of it. */
import { z } from 'zod'
import { anyItem } from './anyItem'
import { ToolOutputSchema, WebSearchActionSchema } from './content'
import { anything, count, text, texts } from './scalars'
import { tagged } from './tagged'

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
