/**
 * Session meta: which session this is, where it ran and under which CLI. Fields are read one by one, because any of them
 * may be missing or of a type that nobody has seen yet.
 */
import { isJsonObject, lineShape } from './rolloutLine'

/** The facts of a session meta in one shape for every era. Null = not recorded. */
export interface SessionFacts {
  readonly id: string | null
  readonly timestamp: string | null
  readonly cwd: string | null
  readonly originator: string | null
  readonly cliVersion: string | null
  readonly source: string | null
  readonly modelProvider: string | null
  readonly gitBranch: string | null
  readonly gitCommit: string | null
  readonly gitRepositoryUrl: string | null
  readonly historyMode: string | null
  readonly threadSource: string | null
  readonly forkedFromId: string | null
  readonly parentThreadId: string | null
  /** Root of the tree of threads this one is in. */
  readonly threadRootId: string | null
  /** Rollout that holds the beginning of the history, where this file holds only the rest. */
  readonly baseRolloutId: string | null
  /** True where the header has a base, even one that names no rollout. */
  readonly hasBase: boolean
  /** What kind of sub-agent the source names: `review`, `thread_spawn`, …; null for a source that is none. */
  readonly subagent: string | null
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** A session source is a string, or an object whose JSON text says it best. */
function sourceText(value: unknown): string | null {
  return isJsonObject(value) ? JSON.stringify(upTo(value, 4)) : text(value)
}

/** A copy that is no deeper than any source Codex writes: a hostile one would exhaust the stack. */
function upTo(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth === 0) return '…'
  if (Array.isArray(value)) return value.map((entry: unknown) => upTo(entry, depth - 1))
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, upTo(entry, depth - 1)]))
}

/** A sub-agent is named by a string, or by the only key of an object. */
function subagentOf(value: unknown): string | null {
  return isJsonObject(value) ? (Object.keys(value)[0] ?? null) : text(value)
}

/** Reads the facts out of a payload of `session_meta`, or out of a bare opening line, whatever is missing. */
export function toSessionFacts(payload: unknown): SessionFacts {
  const meta = isJsonObject(payload) ? payload : {}
  const git = isJsonObject(meta['git']) ? meta['git'] : {}
  const base = isJsonObject(meta['history_base']) ? meta['history_base'] : {}
  const subagent = isJsonObject(meta['source']) ? meta['source']['subagent'] : undefined
  const spawned = isJsonObject(subagent) ? subagent['thread_spawn'] : undefined
  const spawn = isJsonObject(spawned) ? spawned : {}
  return {
    id: text(meta['id']),
    timestamp: text(meta['timestamp']),
    cwd: text(meta['cwd']),
    originator: text(meta['originator']),
    cliVersion: text(meta['cli_version']),
    source: sourceText(meta['source']),
    modelProvider: text(meta['model_provider']),
    gitBranch: text(git['branch']),
    gitCommit: text(git['commit_hash']),
    gitRepositoryUrl: text(git['repository_url']),
    historyMode: text(meta['history_mode']),
    threadSource: text(meta['thread_source']),
    forkedFromId: text(meta['forked_from_id']),
    parentThreadId: text(meta['parent_thread_id']) ?? text(spawn['parent_thread_id']),
    threadRootId: text(meta['session_id']),
    baseRolloutId: text(base['thread_id']),
    hasBase: isJsonObject(meta['history_base']),
    subagent: subagentOf(subagent),
  }
}

/** Returns the session facts when a parsed line is a session meta of any era, else null. */
export function sessionFactsOfLine(value: unknown): SessionFacts | null {
  const shape = lineShape(value)
  if (!isJsonObject(value)) return null
  if (shape === 'bare-meta') return toSessionFacts(value)
  return shape === 'envelope' && value['type'] === 'session_meta' ? toSessionFacts(value['payload']) : null
}
