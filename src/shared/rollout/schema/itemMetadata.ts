/** Item metadata: what stands beside a response item in the line, not in it. */
import { z } from 'zod'
import { anything, count, flag, text } from './scalars'

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
