/**
 * Rollout line: the envelope that every record has had since September 2025, with its payload, and the bare lines before.
 *
 * Codex requires `timestamp`, `type` and an object as payload. `ordinal` stands in paginated files, `metadata` beside
 * response items of late 2026 (ROLLOUT-FORMAT 2.1).
 */
import { z } from 'zod'
import { EventMessageSchema } from './eventMessage'
import {
  CompactedSchema,
  DynamicToolsUpdatedSchema,
  InterAgentCommunicationSchema,
  InterAgentMetadataSchema,
  RealtimeItemSchema,
  RetainedContextSchema,
  SecurityRiskScoreSchema,
  WorldStateSchema,
} from './otherRecords'
import { ItemMetadataSchema } from './itemMetadata'
import { ResponseItemSchema } from './responseItem'
import { count, text } from './scalars'
import { GitInfoSchema, SessionMetaSchema } from './sessionMeta'
import { tagged } from './tagged'
import { TurnContextSchema } from './turnContext'
import { TokenUsageRecordSchema } from './usage'

function envelope<const Type extends string, Payload extends z.ZodType>(type: Type, payload: Payload) {
  return z.looseObject({ timestamp: z.string(), ordinal: count, type: z.literal(type), payload })
}

/** One line of a rollout since September 2025, of any type. */
export const RolloutLineSchema = tagged('type', [
  envelope('session_meta', SessionMetaSchema),
  envelope('response_item', ResponseItemSchema).extend({ metadata: ItemMetadataSchema.nullish() }),
  envelope('event_msg', EventMessageSchema),
  envelope('turn_context', TurnContextSchema),
  envelope('compacted', CompactedSchema),
  envelope('world_state', WorldStateSchema),
  envelope('token_usage_record', TokenUsageRecordSchema),
  envelope('inter_agent_communication', InterAgentCommunicationSchema),
  envelope('inter_agent_communication_metadata', InterAgentMetadataSchema),
  envelope('security_risk_score', SecurityRiskScoreSchema),
  envelope('realtime_item', RealtimeItemSchema),
  envelope('dynamic_tools_updated', DynamicToolsUpdatedSchema),
  envelope('retained_context', RetainedContextSchema),
])
export type RolloutLine = z.infer<typeof RolloutLineSchema>

/** First line of a bare file (May to August 2025): no type, no envelope. */
export const BareMetaSchema = z.looseObject({
  id: z.string(),
  timestamp: z.string(),
  instructions: text,
  git: GitInfoSchema.nullish(),
})
export type BareMeta = z.infer<typeof BareMetaSchema>

/** A mark between the items of a bare file; nothing but its name. Other lines of such a file are response items. */
export const BareStateSchema = z.looseObject({ record_type: z.string() })
export type BareState = z.infer<typeof BareStateSchema>
