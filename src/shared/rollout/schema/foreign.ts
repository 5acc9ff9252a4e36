/** Foreign grammars: JSON that is met in the place of rollouts and is none (ROLLOUT-FORMAT 3, A0, H and I). */
import { z } from 'zod'
import { WebSearchActionSchema } from './content'
import { anything, count, text, texts } from './scalars'
import { tagged } from './tagged'

/** A line of a tutorial's own invention. Codex never wrote it and skips every line of it. */
export const TutorialLineSchema = z.looseObject({ type: z.string(), item: anything, seq: z.number() })
export type TutorialLine = z.infer<typeof TutorialLineSchema>

const id = { id: text }

/** An item in the output of `codex exec --json`; snake_case names, fewer members than a rollout's. */
export const ExecStreamItemSchema = tagged('type', [
  z.looseObject({
    type: z.literal(['agent_message', 'assistant_message', 'reasoning', 'plan']),
    ...id,
    text,
  }),
  z.looseObject({
    type: z.literal('command_execution'),
    ...id,
    command: text,
    aggregated_output: text,
    exit_code: count,
    status: text,
  }),
  z.looseObject({
    type: z.literal('file_change'),
    ...id,
    changes: z.array(z.looseObject({ path: text, kind: text })).nullish(),
    status: text,
  }),
  z.looseObject({
    type: z.literal('mcp_tool_call'),
    ...id,
    server: text,
    tool: text,
    arguments: anything.optional(),
    result: anything.optional(),
    error: z.looseObject({ message: text }).nullish(),
    status: text,
  }),
  z.looseObject({
    type: z.literal('collab_tool_call'),
    ...id,
    tool: text,
    sender_thread_id: text,
    receiver_thread_ids: texts,
    prompt: text,
    agents_states: anything.optional(),
    status: text,
  }),
  z.looseObject({
    type: z.literal('web_search'),
    ...id,
    query: text,
    action: WebSearchActionSchema.nullish(),
  }),
  z.looseObject({ type: z.literal('todo_list'), ...id, items: z.array(anything).nullish() }),
  z.looseObject({ type: z.literal('error'), ...id, message: text }),
])
export type ExecStreamItem = z.infer<typeof ExecStreamItemSchema>

/** A line of the output of `codex exec --json`, since late 2025. It has no times. */
export const ExecStreamLineSchema = tagged('type', [
  z.looseObject({ type: z.literal('thread.started'), thread_id: text }),
  z.looseObject({ type: z.literal('turn.started') }),
  z.looseObject({
    type: z.literal('turn.completed'),
    usage: z
      .looseObject({
        input_tokens: count,
        cached_input_tokens: count,
        cache_write_input_tokens: count,
        output_tokens: count,
        reasoning_output_tokens: count,
      })
      .nullish(),
  }),
  z.looseObject({ type: z.literal('turn.failed'), error: z.looseObject({ message: text }).nullish() }),
  z.looseObject({
    type: z.literal(['item.started', 'item.updated', 'item.completed']),
    item: ExecStreamItemSchema,
  }),
  z.looseObject({ type: z.literal('error'), message: text }),
])
export type ExecStreamLine = z.infer<typeof ExecStreamLineSchema>

/** A whole session as one JSON object, as the TypeScript CLI wrote it from April to June 2025. None was seen. */
export const SessionJsonSchema = z.looseObject({
  session: z.looseObject({ id: text, timestamp: text, instructions: text }),
  items: z.array(anything),
})
export type SessionJson = z.infer<typeof SessionJsonSchema>
