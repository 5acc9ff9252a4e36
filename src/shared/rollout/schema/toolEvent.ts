/** Tool events: what calls of tools, agents and reviewers came to, in legacy files and the extended mode (ROLLOUT-FORMAT 2.7 and 4). */
import { z } from 'zod'
import { FileChangesSchema, McpResultSchema, WebSearchActionSchema } from './content'
import { commandOutcome } from './commandOutcome'
import { anything, count, DurationSchema, flag, text } from './scalars'

/** A patch was applied, or was not. Seen in 0.120 (extended mode), by default since 0.137; legacy files. */
export const PatchApplyEndSchema = z.looseObject({
  type: z.literal('patch_apply_end'),
  call_id: z.string(),
  turn_id: text,
  stdout: text,
  stderr: text,
  success: flag,
  changes: FileChangesSchema.nullish(),
  status: text,
})
export type PatchApplyEnd = z.infer<typeof PatchApplyEndSchema>

/** A command ran. Extended mode only: 255 lines of one version, 0.120, in the field. */
export const ExecCommandEndSchema = z.looseObject({
  type: z.literal('exec_command_end'),
  call_id: z.string(),
  ...commandOutcome,
  turn_id: text,
  command: z.array(z.string()).nullish(),
  completed_at_ms: count,
})
export type ExecCommandEnd = z.infer<typeof ExecCommandEndSchema>

/** A tool of an MCP server answered. Seen in 0.137 to 0.142; legacy files. */
export const McpToolCallEndSchema = z.looseObject({
  type: z.literal('mcp_tool_call_end'),
  call_id: z.string(),
  invocation: z.looseObject({ server: text, tool: text, arguments: anything.optional() }).nullish(),
  duration: DurationSchema.nullish(),
  result: z.union([z.looseObject({ Ok: McpResultSchema }), z.looseObject({ Err: z.string() })]).nullish(),
  connector_id: text,
  mcp_app_resource_uri: text,
  link_id: text,
  app_name: text,
  template_id: text,
  action_name: text,
  plugin_id: text,
})
export type McpToolCallEnd = z.infer<typeof McpToolCallEndSchema>

/** A search on the web ended. Since 0.137, `results` since 0.145; legacy files. */
export const WebSearchEndSchema = z.looseObject({
  type: z.literal('web_search_end'),
  call_id: z.string(),
  query: text,
  action: WebSearchActionSchema.nullish(),
  results: anything.optional(),
})
export type WebSearchEnd = z.infer<typeof WebSearchEndSchema>

/** A picture was made. 2026, legacy files; shape from source. */
export const ImageGenerationEndSchema = z.looseObject({
  type: z.literal('image_generation_end'),
  call_id: z.string(),
  status: text,
  revised_prompt: text,
  result: text,
  saved_path: text,
  transparent_background: flag,
})
export type ImageGenerationEnd = z.infer<typeof ImageGenerationEndSchema>

/** A sub-agent started, was addressed, was interrupted or ended. Seen in 0.144.0-alpha.4; legacy files. */
export const SubAgentActivityEventSchema = z.looseObject({
  type: z.literal('sub_agent_activity'),
  event_id: text,
  occurred_at_ms: count,
  agent_thread_id: text,
  agent_path: text,
  kind: text,
  model: text,
  reasoning_effort: text,
})
export type SubAgentActivityEvent = z.infer<typeof SubAgentActivityEventSchema>

/** An automatic reviewer judged an action. Extended mode only; shape from source. */
export const GuardianAssessmentSchema = z.looseObject({
  type: z.literal('guardian_assessment'),
  id: text,
  target_item_id: text,
  turn_id: text,
  started_at_ms: count,
  completed_at_ms: count,
  status: text,
  risk_score: count,
  risk_level: text,
  user_authorization: text,
  rationale: text,
  decision_source: text,
  action: anything.optional(),
})
export type GuardianAssessment = z.infer<typeof GuardianAssessmentSchema>

/** The model looked at a picture. Extended mode only. */
export const ViewImageSchema = z.looseObject({
  type: z.literal('view_image_tool_call'),
  call_id: text,
  path: text,
})
export type ViewImage = z.infer<typeof ViewImageSchema>

/** An agent started, addressed, awaited, resumed or ended another. Extended mode only; shape from source. */
export const CollabEndSchema = z.looseObject({
  type: z.literal([
    'collab_agent_spawn_end',
    'collab_agent_interaction_end',
    'collab_waiting_end',
    'collab_close_end',
    'collab_resume_end',
  ]),
  call_id: text,
  completed_at_ms: count,
  sender_thread_id: text,
  receiver_thread_id: text,
  receiver_agent_nickname: text,
  receiver_agent_role: text,
  new_thread_id: text,
  new_agent_nickname: text,
  new_agent_role: text,
  prompt: text,
  model: text,
  reasoning_effort: text,
  status: anything.optional(),
  statuses: anything.optional(),
  agent_statuses: anything.optional(),
})
export type CollabEnd = z.infer<typeof CollabEndSchema>

/** A tool that the client brought was asked, in camelCase at first. Extended mode only; shape from source. */
export const DynamicToolCallRequestSchema = z.looseObject({
  type: z.literal('dynamic_tool_call_request'),
  call_id: text,
  callId: text,
  turn_id: text,
  turnId: text,
  started_at_ms: count,
  startedAtMs: count,
  namespace: text,
  tool: text,
  arguments: anything.optional(),
})
export type DynamicToolCallRequest = z.infer<typeof DynamicToolCallRequestSchema>

/** A tool that the client brought answered. Extended mode only; shape from source. */
export const DynamicToolCallResponseSchema = z.looseObject({
  type: z.literal('dynamic_tool_call_response'),
  call_id: text,
  turn_id: text,
  completed_at_ms: count,
  namespace: text,
  tool: text,
  arguments: anything.optional(),
  content_items: z.array(anything).nullish(),
  success: flag,
  error: text,
  duration: DurationSchema.nullish(),
})
export type DynamicToolCallResponse = z.infer<typeof DynamicToolCallResponseSchema>
