/**
 * Codex meta: what Codex 0.169 requires of a session meta. One field that it cannot decode makes it refuse the session;
 * each of these was measured by a resume (ROLLOUT-FORMAT 2.2), or has the type of one that was.
 */
import { faultyField } from './codexFields'
import type { Fields } from './codexTypes'
import { isUuid } from './codexUuid'
import { isJsonObject, type JsonObject } from './rolloutLine'

const required = ['id', 'timestamp', 'cwd', 'originator', 'cli_version'] as const

const optional: Fields = {
  session_id: '?uuid',
  forked_from_id: '?uuid',
  forked_from_ordinal_exclusive: '?natural',
  parent_thread_id: '?uuid',
  history_base: '?object',
  git: '?object',
  'git.commit_hash': '?string',
  'git.branch': '?string',
  'git.repository_url': '?string',
  model_provider: '?string',
  base_instructions: '?object',
  thread_source: '?string',
  runtime_workspace_roots: '?array',
  memory_mode: '?string',
  dynamic_tools: '?array',
  context_window: '?object',
  account_scoped: '?boolean',
  multi_agent_version: '?agents-version',
  subagent_history_start_ordinal: '?natural',
  agent_nickname: '?string',
  agent_role: '?string',
  agent_path: '?string',
}

const base: Fields = {
  'history_base.thread_id': '?uuid',
  'history_base.end_ordinal_exclusive': '?natural',
  'history_base.end_byte_offset': '?natural',
}

const fields: Fields = { ...optional, ...base }

/**
 * Says why Codex cannot decode a session meta; null where it can. Its history mode is not looked at here, nor, without
 * the text of the line, how numbers are written.
 */
export function metaFault(payload: JsonObject, text: string | null): string | null {
  const missing = required.find((key) => typeof payload[key] !== 'string')
  if (missing !== undefined) return `The session meta has no ${missing}.`
  if (!isUuid(payload['id'])) return 'The id in the session meta is no UUID.'
  if (!isSource(payload)) return 'The source in the session meta is none that Codex knows.'
  const instructions = payload['base_instructions']
  if (isJsonObject(instructions) && typeof instructions['text'] !== 'string') {
    return 'The base instructions in the session meta have no text.'
  }
  const fault = faultyField({ payload, fields, text })
  return fault === null ? null : `The session meta has a field ${fault} that Codex cannot decode.`
}

const internalSources: readonly unknown[] = ['memory_consolidation', 'guardian']
const agentSources: readonly unknown[] = ['review', 'compact', 'memory_consolidation']

/** A word of any kind, or an object with one key that Codex knows. Absent is a source, null is none. */
function isSource({ source }: JsonObject): boolean {
  if (source === undefined || typeof source === 'string') return true
  const [key, more] = isJsonObject(source) ? Object.keys(source) : []
  if (!isJsonObject(source) || key === undefined || more !== undefined) return false
  const value = source[key]
  switch (key) {
    case 'custom':
      return typeof value === 'string'
    case 'internal':
      return internalSources.includes(value)
    case 'subagent':
      return agentSources.includes(value) || isJsonObject(value)
    default:
      return false
  }
}
