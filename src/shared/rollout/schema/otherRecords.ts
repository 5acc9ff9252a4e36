/** Other records: compaction, state of the world, messages between agents, and what late 2026 added. */
import { z } from 'zod'
import { ItemMetadataSchema } from './itemMetadata'
import { ResponseItemSchema } from './responseItem'
import { anything, count, flag, text } from './scalars'
import { tagged } from './tagged'
import { TokenUsageRecordSchema } from './usage'

/** A message that outlives compaction. */
const RetainedMessageSchema = z.looseObject({
  message_id: text,
  turn_id: text,
  revision: text,
  complete: flag,
  order: count,
  phase: text,
  text,
})

/** An answer of a person that Codex knows to be theirs. */
const verifiedAnswer = {
  turn_id: text,
  call_id: text,
  questions: z.array(anything).nullish(),
  acceptance_order: count,
  order: count,
}

/** What is kept of a history beyond its compaction. In `compacted` since 0.169. */
export const RetainedContextSnapshotSchema = z.looseObject({
  verified_answers: z.array(z.looseObject(verifiedAnswer)).nullish(),
  incomplete: flag,
  user_messages: z.array(RetainedMessageSchema).nullish(),
  user_messages_incomplete: flag,
  assistant_messages: z.array(RetainedMessageSchema).nullish(),
  assistant_messages_incomplete: flag,
  sender_deliveries: z.array(anything).nullish(),
  next_order: count,
})
export type RetainedContextSnapshot = z.infer<typeof RetainedContextSnapshotSchema>

/** Tools that the client brought. Top-level record named in the 0.169 binary; this shape is that in `compacted`. */
export const DynamicToolsUpdatedSchema = z.looseObject({
  thread_id: text,
  tools: z.array(anything).nullish(),
})
export type DynamicToolsUpdated = z.infer<typeof DynamicToolsUpdatedSchema>

/** What a resume needs of the history before a compaction. Since 0.169. */
export const ResumeMetadataSchema = z.looseObject({
  dynamic_tools: DynamicToolsUpdatedSchema.nullish(),
  multi_agent_version: text,
  last_started_turn_id: text,
  turn_attribution: z
    .looseObject({
      turn_id: text,
      turn_trigger: text,
      parent_turn_id: text,
      initiating_agent_path: text,
      root_turn_id: text,
    })
    .nullish(),
  previous_turn_settings: z
    .looseObject({ model: text, comp_hash: text, realtime_active: flag, effort: text })
    .nullish(),
})
export type ResumeMetadata = z.infer<typeof ResumeMetadataSchema>

/**
 * Compacted: the history was replaced by a summary. `message` alone in 2025; the replaced history and window ids since
 * 0.142, the rest in 0.169. Window ids were numbers at first.
 */
export const CompactedSchema = z.looseObject({
  message: text,
  replacement_history: z.array(ResponseItemSchema).nullish(),
  replacement_history_metadata: z.array(ItemMetadataSchema.nullable()).nullish(),
  guardian_history: anything.optional(),
  retained_context: RetainedContextSnapshotSchema.nullish(),
  mcp_resource_origins: anything.optional(),
  window_number: count,
  first_window_id: z.union([z.string(), z.number()]).nullish(),
  previous_window_id: z.union([z.string(), z.number()]).nullish(),
  window_id: z.union([z.string(), z.number()]).nullish(),
  compaction_response_id: text,
  latest_token_usage_record: TokenUsageRecordSchema.nullish(),
  resume_metadata: ResumeMetadataSchema.nullish(),
})
export type CompactedPayload = z.infer<typeof CompactedSchema>

/**
 * World state: what the model was told of its surroundings, whole or as changes. Since 0.144.0-alpha.4. The sections are
 * Codex's own and change with every version; they are named here, not described.
 */
export const WorldStateSchema = z.looseObject({
  full: z.boolean(),
  state: z.looseObject({
    agents_md: anything.optional(),
    apps_instructions: anything.optional(),
    collaboration_mode: anything.optional(),
    context_window_guidance: anything.optional(),
    environments: anything.optional(),
    environments_instructions: anything.optional(),
    git_attribution: anything.optional(),
    host_skills: anything.optional(),
    managed_developer_instructions: anything.optional(),
    model: anything.optional(),
    model_catalog: anything.optional(),
    multi_agent_mode: anything.optional(),
    orchestrator_skills: anything.optional(),
    permissions: anything.optional(),
    persistent_mode: anything.optional(),
    personality: anything.optional(),
    plugins_instructions: anything.optional(),
    realtime: anything.optional(),
    skills: anything.optional(),
    tools: anything.optional(),
  }),
})
export type WorldState = z.infer<typeof WorldStateSchema>

/** A message from one agent to another. Since 0.144.0-alpha.4 by name; shape from source. */
export const InterAgentCommunicationSchema = z.looseObject({
  author: text,
  recipient: text,
  other_recipients: z.array(z.string()).nullish(),
  content: text,
  encrypted_content: text,
  trigger_turn: flag,
})
export type InterAgentCommunication = z.infer<typeof InterAgentCommunicationSchema>

/** What goes with a message between agents. Seen in 0.144.0-alpha.4. */
export const InterAgentMetadataSchema = z.looseObject({ trigger_turn: flag })
export type InterAgentMetadata = z.infer<typeof InterAgentMetadataSchema>

/** How risky a classifier thought an action to be. In the 0.169 binary; shape from source, none seen. */
export const SecurityRiskScoreSchema = z.looseObject({
  scores: z.record(z.string(), z.number()).nullish(),
  call_id: text,
  action: anything.optional(),
  sampled_at: z.union([z.string(), z.number()]).nullish(),
})
export type SecurityRiskScore = z.infer<typeof SecurityRiskScoreSchema>

/** Part of a voice session. Paginated files only, in the 0.169 binary; shape from source, none seen. */
const realtime = { id: text, realtime_session_id: text }

/** A step of a spoken conversation. */
export const RealtimeItemSchema = tagged('type', [
  z.looseObject({ type: z.literal('realtime_session_started'), ...realtime }),
  z.looseObject({ type: z.literal('transcript_segment'), ...realtime, role: text, text }),
  z.looseObject({
    type: z.literal('bem_item_promoted'),
    ...realtime,
    turn_id: text,
    item_id: text,
    presentation: anything.optional(),
  }),
  z.looseObject({ type: z.literal('realtime_session_closed'), ...realtime, outcome: text }),
])
export type RealtimeItem = z.infer<typeof RealtimeItemSchema>

/** One thing kept beyond compaction. In newest source, not confirmed in 0.169. */
export const RetainedContextSchema = tagged('type', [
  z.looseObject({ type: z.literal('verified_answer'), ...verifiedAnswer }),
])
export type RetainedContext = z.infer<typeof RetainedContextSchema>
