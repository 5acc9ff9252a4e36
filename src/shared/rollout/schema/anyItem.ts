/** Any item: what Codex notes about every response item, whatever its type. */
import { z } from 'zod'
import { count, text, texts } from './scalars'

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
export const anyItem = {
  id: text,
  status: text,
  encrypted_content: text,
  internal_chat_message_metadata_passthrough: PassthroughSchema.nullish(),
  metadata: PassthroughSchema.nullish(),
}
