/** Turn context: the settings of a turn, in the spellings of all eras. */
import { z } from 'zod'
import { anything, count, flag, text, texts } from './scalars'
import { tagged } from './tagged'

/** What is asked for one by one, in the policy `granular` (0.150 on) and in its forerunner `reject` (2026). */
export const GranularApprovalSchema = z.looseObject({
  sandbox_approval: flag,
  rules: flag,
  skill_approval: flag,
  request_permissions: flag,
  mcp_elicitations: flag,
})
export type GranularApproval = z.infer<typeof GranularApprovalSchema>

/** When a person is asked: `untrusted`, `on-failure`, `on-request`, `never`, or one by one. */
export const ApprovalPolicySchema = z.union([
  z.string(),
  z.looseObject({ granular: GranularApprovalSchema }),
  z.looseObject({ reject: GranularApprovalSchema }),
])
export type ApprovalPolicy = z.infer<typeof ApprovalPolicySchema>

/**
 * What commands may touch. The tag is `mode` up to 0.44 and `type` from 0.66 on; its values are `danger-full-access`,
 * `read-only`, `external-sandbox` and `workspace-write`, and the other members depend on it.
 */
export const SandboxPolicySchema = z.looseObject({
  mode: text,
  type: text,
  writable_roots: texts,
  network_access: z.union([z.boolean(), z.string()]).nullish(),
  exclude_tmpdir_env_var: flag,
  exclude_slash_tmp: flag,
  access: anything.optional(),
  read_only_access: anything.optional(),
})
export type SandboxPolicy = z.infer<typeof SandboxPolicySchema>

/** One right to a place in the file system. The path is `special` (the root, a folder by its role), or a path or glob. */
export const FileSystemEntrySchema = z.looseObject({
  path: tagged('type', [
    z.looseObject({
      type: z.literal('special'),
      value: z.looseObject({ kind: text, path: text, subpath: text }).nullish(),
    }),
    z.looseObject({ type: z.literal('path'), path: text, value: anything.optional() }),
    z.looseObject({ type: z.literal(['glob', 'glob_pattern']), pattern: text, value: anything.optional() }),
  ]),
  access: text,
})
export type FileSystemEntry = z.infer<typeof FileSystemEntrySchema>

/** Rights in the file system: `unrestricted`, or `restricted` to entries. */
export const FileSystemPolicySchema = z.looseObject({
  type: text,
  kind: text,
  entries: z.array(FileSystemEntrySchema).nullish(),
  glob_scan_max_depth: count,
})
export type FileSystemPolicy = z.infer<typeof FileSystemPolicySchema>

/** Rights of a session as a profile: `disabled` is full access. Since 0.137. */
export const PermissionProfileSchema = tagged('type', [
  z.looseObject({ type: z.literal('disabled') }),
  z.looseObject({
    type: z.literal('managed'),
    file_system: FileSystemPolicySchema.nullish(),
    network: anything.optional(),
  }),
  z.looseObject({ type: z.literal('external'), network: anything.optional() }),
])
export type PermissionProfile = z.infer<typeof PermissionProfileSchema>

/** Which profile of the configuration is in force, by its name. Since 0.169. */
export const ActiveProfileSchema = z.looseObject({
  id: text,
  extends: text,
  modifications: anything.optional(),
})
export type ActiveProfile = z.infer<typeof ActiveProfileSchema>

/** How model and person work together: `default`, `plan` and what follows. Since 0.98; seen from 0.104. */
export const CollaborationModeSchema = z.looseObject({
  mode: text,
  settings: z.looseObject({ model: text, reasoning_effort: text, developer_instructions: text }).nullish(),
})
export type CollaborationMode = z.infer<typeof CollaborationModeSchema>

/**
 * Turn context. One a model request up to 0.106, one a turn from 0.108 on. 0.35 to 0.66 have the first six members;
 * texts of instructions stand here from 0.77 to 0.98 (0.120 in the field), ids, times and rights from 0.104 on.
 */
export const TurnContextSchema = z.looseObject({
  cwd: text,
  approval_policy: ApprovalPolicySchema.nullish(),
  sandbox_policy: SandboxPolicySchema.nullish(),
  model: text,
  effort: text,
  summary: text,
  // 0.77 to 0.120
  personality: text,
  collaboration_mode: CollaborationModeSchema.nullish(),
  user_instructions: text,
  developer_instructions: text,
  base_instructions: text,
  final_output_json_schema: anything.optional(),
  truncation_policy: z.looseObject({ mode: text, limit: count }).nullish(),
  // 0.104 on
  turn_id: text,
  current_date: text,
  timezone: text,
  realtime_active: flag,
  trace_id: text,
  // 0.137 on
  workspace_roots: texts,
  network: z.looseObject({ allowed_domains: texts, denied_domains: texts }).nullish(),
  permission_profile: PermissionProfileSchema.nullish(),
  active_permission_profile: ActiveProfileSchema.nullish(),
  file_system_sandbox_policy: anything.optional(),
  approvals_reviewer: text,
  multi_agent_mode: anything.optional(),
  multi_agent_version: text,
  comp_hash: text,
  // 0.169
  root_turn_id: text,
  disabled_plugin_ids: texts,
  cyber_access_program: anything.optional(),
})
export type TurnContextPayload = z.infer<typeof TurnContextSchema>

/** Settings of a thread, as `thread_settings_applied` tells them. Since 0.144. */
export const ThreadSettingsSchema = z.looseObject({
  model: text,
  model_provider_id: text,
  service_tier: text,
  approval_policy: ApprovalPolicySchema.nullish(),
  approvals_reviewer: text,
  requested_approvals_reviewer: text,
  permission_profile: PermissionProfileSchema.nullish(),
  active_permission_profile: ActiveProfileSchema.nullish(),
  sandbox_policy: SandboxPolicySchema.nullish(),
  cwd: text,
  runtime_workspace_roots: texts,
  workspace_roots: texts,
  reasoning_effort: text,
  reasoning_summary: text,
  personality: text,
  collaboration_mode: CollaborationModeSchema.nullish(),
  disabled_plugin_ids: texts,
})
export type ThreadSettings = z.infer<typeof ThreadSettingsSchema>
