/** Session meta: the opening record, and where a session came from. */
import { z } from 'zod'
import { anything, count, flag, text, texts } from './scalars'

/** A sub-agent that another session started. */
export const ThreadSpawnSchema = z.looseObject({
  parent_thread_id: text,
  depth: count,
  agent_path: text,
  agent_nickname: text,
  agent_role: text,
  agent_type: text,
})
export type ThreadSpawn = z.infer<typeof ThreadSpawnSchema>

/** What kind of sub-agent: `review`, `compact`, `memory_consolidation`, a spawned one, or one named otherwise. */
export const SubagentSourceSchema = z.union([
  z.string(),
  z.looseObject({ thread_spawn: ThreadSpawnSchema }),
  z.looseObject({ other: z.string() }),
])
export type SubagentSource = z.infer<typeof SubagentSourceSchema>

/**
 * Which client started a session: `cli`, `vscode`, `exec`, `mcp`, `unknown` or any other text, or an object with one
 * member. Since 0.44; absent before, which Codex takes for `vscode`. An object with another member makes the whole
 * session unreadable for Codex.
 */
export const SessionSourceSchema = z.union([
  z.string(),
  z.looseObject({ custom: z.string() }),
  z.looseObject({ internal: z.string() }),
  z.looseObject({ subagent: SubagentSourceSchema }),
])
export type SessionSource = z.infer<typeof SessionSourceSchema>

/** The repository at the first write. The URL holds user and password up to 0.150. */
export const GitInfoSchema = z.looseObject({ commit_hash: text, branch: text, repository_url: text })
export type GitInfo = z.infer<typeof GitInfoSchema>

/** Instructions of the model, since 0.98; `provenance` since 0.150. */
export const BaseInstructionsSchema = z.looseObject({
  text: z.string(),
  provenance: z.looseObject({ type: text, model: text }).nullish(),
})
export type BaseInstructions = z.infer<typeof BaseInstructionsSchema>

/** Where the history of a fork or of a reverted session begins. `thread_id` is in fact a rollout id. Since 0.169. */
export const HistoryBaseSchema = z.looseObject({
  thread_id: z.string(),
  end_ordinal_exclusive: z.number(),
  end_byte_offset: count,
})
export type HistoryBase = z.infer<typeof HistoryBaseSchema>

/**
 * Session meta: which session this is, where it ran and under which CLI. First line of every file since September 2025,
 * up to 34 times in one file. Codex requires the first five members and nothing else (ROLLOUT-FORMAT 2.2).
 */
export const SessionMetaSchema = z.looseObject({
  id: z.string(),
  timestamp: z.string(),
  cwd: z.string(),
  originator: z.string(),
  cli_version: z.string(),
  // 0.34 to 0.79
  instructions: text,
  git: GitInfoSchema.nullish(),
  // 0.44 to 0.98
  source: SessionSourceSchema.nullish(),
  model_provider: text,
  base_instructions: BaseInstructionsSchema.nullish(),
  // 2026
  thread_source: text,
  session_id: text,
  history_mode: text,
  context_window: z.looseObject({ window_id: text }).nullish(),
  memory_mode: text,
  multi_agent_version: text,
  dynamic_tools: anything.optional(),
  selected_capability_roots: anything.optional(),
  account_scoped: flag,
  runtime_workspace_roots: texts,
  creator_user_id: text,
  creator_account_id: text,
  // forks and sub-agents
  forked_from_id: text,
  forked_from_ordinal_exclusive: count,
  history_base: HistoryBaseSchema.nullish(),
  parent_thread_id: text,
  subagent_history_start_ordinal: count,
  agent_nickname: text,
  agent_role: text,
  agent_type: text,
  agent_path: text,
})
export type SessionMetaPayload = z.infer<typeof SessionMetaSchema>
