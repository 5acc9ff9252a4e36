/** Rollouts with turns that end: legacy and paginated, migrated, compacted, forked. */
import { toBase, type Base } from './base'
import { Scribe, type Members } from './scribe'
import { writeTurn } from './turn'
import type { TurnStyle } from './turnRecords'

/** What a header says beside what all of them say. */
function header(scribe: Scribe, cliVersion: string, more: Members): void {
  const is169 = cliVersion === '0.169.0'
  scribe.write('session_meta', {
    ...(is169 ? { account_scoped: true, session_id: scribe.sessionId } : {}),
    id: scribe.sessionId,
    timestamp: scribe.time,
    cwd: '/home/ana/app',
    ...(is169 ? { runtime_workspace_roots: ['/home/ana/app'] } : {}),
    originator: 'codex_exec',
    cli_version: cliVersion,
    source: 'exec',
    thread_source: 'user',
    model_provider: 'openai',
    base_instructions: { text: 'You are a coding agent.\nBe precise — and brief.' },
    ...more,
  })
  scribe.wait(9)
}

/** As Codex 0.137 writes: turns with ids, starts and ends; one of them aborted. */
export function legacyBase(): Base {
  const scribe = new Scribe({ startMs: Date.UTC(2026, 5, 3, 11, 22, 33, 440), firstOrdinal: null, series: 4 })
  const style: TurnStyle = { generation: '0.137', hasItems: false }
  header(scribe, '0.137.0', {
    git: {
      commit_hash: '467152d4340a5b447511cb1894373977e84f7485',
      branch: 'main',
      repository_url: 'git@github.com:acme/repo.git',
    },
  })
  writeTurn(scribe, style, { prompt: 'Look around, bitte.', answer: 'Looked: größe.txt is there.' })
  writeTurn(scribe.wait(30_000), style, { prompt: 'wait…', answer: '', ending: 'aborted' })
  writeTurn(scribe.wait(5_000), style, { prompt: 'go on', answer: 'Gone on.' })
  return toBase('legacy', scribe)
}

/** As Codex 0.169 writes in legacy mode, with a compaction between two turns. */
export function compactedBase(): Base {
  const start = { startMs: Date.UTC(2026, 10, 2, 6, 7, 8, 90), firstOrdinal: null, series: 5 }
  const scribe = new Scribe({ ...start, countsCacheWrites: true })
  const style: TurnStyle = { generation: '0.169', hasItems: false }
  header(scribe, '0.169.0', { history_mode: 'legacy', context_window: { window_id: scribe.id() } })
  writeTurn(scribe, style, { prompt: 'first', answer: 'The first is done.' })
  compact(scribe.wait(20_000))
  writeTurn(scribe.wait(2_000), style, { prompt: 'second', answer: 'The second is done.' })
  return toBase('compacted', scribe)
}

/** A turn of its own, in which what was said before is replaced by a summary. */
function compact(scribe: Scribe): void {
  const turn_id = scribe.id()
  const startedMs = scribe.nowMs
  const started_at = Math.floor(startedMs / 1000)
  scribe.event('task_started', {
    turn_id,
    started_at,
    model_context_window: 258400,
    collaboration_mode_kind: 'default',
  })
  const message = (text: string): Members => ({
    type: 'message',
    id: `msg_${scribe.id()}`,
    role: 'user',
    content: [{ type: 'input_text', text }],
  })
  scribe
    .write('compacted', {
      message: 'Another language model started to solve this problem.',
      replacement_history: [
        message('first'),
        message('Another language model started to solve this problem.'),
      ],
      replacement_history_metadata: [
        { history_sequence: 6, sampled_through_sequence: 3, client_authored: false },
        { history_sequence: 7, sampled_through_sequence: 3, client_authored: false },
      ],
      window_number: 1,
      window_id: scribe.id(),
    })
    .write('world_state', { full: true, state: { model: 'gpt-5.5', realtime: { active: false } } })
    .event('context_compacted')
    .event('task_complete', {
      turn_id,
      last_agent_message: null,
      completed_at: Math.floor(scribe.nowMs / 1000),
      duration_ms: scribe.nowMs - startedMs,
    })
}

const paginated: TurnStyle = { generation: '0.169', hasItems: true }

function paginatedScribe(series: number, startMs: number, firstOrdinal = 0): Scribe {
  return new Scribe({ startMs, firstOrdinal, series, countsCacheWrites: true })
}

/** As Codex 0.169 writes by default. */
export function paginatedBase(): Base {
  const scribe = paginatedScribe(6, Date.UTC(2026, 10, 3, 12, 13, 14, 150))
  header(scribe, '0.169.0', { history_mode: 'paginated', context_window: { window_id: scribe.id() } })
  writeTurn(scribe, paginated, { prompt: 'Look around, bitte.', answer: 'Looked: größe.txt is there.' })
  settings(scribe.wait(700))
  writeTurn(scribe.wait(60_000), paginated, { prompt: 'wait…', answer: '', ending: 'aborted' })
  writeTurn(scribe.wait(800), paginated, { prompt: 'go on', answer: 'Gone on.' })
  return toBase('paginated', scribe)
}

function settings(scribe: Scribe): void {
  const thread_settings = {
    model: 'gpt-5.5',
    model_provider_id: 'openai',
    approval_policy: 'never',
    cwd: '/home/ana/app',
  }
  scribe.event('thread_settings_applied', { thread_id: scribe.sessionId, thread_settings })
}

/** What `codex migrate-rollouts` makes of a legacy file: ordinals from zero, numbered items. */
export function migratedBase(): Base {
  const scribe = paginatedScribe(7, Date.UTC(2026, 8, 28, 1, 2, 3, 40))
  header(scribe, '0.150.0', { history_mode: 'paginated' })
  const turn_id = scribe.id()
  const text = 'Mock answer to: plain'
  const passthrough = { internal_chat_message_metadata_passthrough: { turn_id } }
  let serial = 0
  const completed = (item: Members): void => {
    serial += 1
    const numbered = { ...item, id: `item-${String(serial)}` }
    const completed_at_ms = scribe.nowMs
    scribe.event('item_completed', { thread_id: scribe.sessionId, turn_id, item: numbered, completed_at_ms })
  }
  const said = (role: string, type: string, words: string): void => {
    scribe.item('message', {
      id: `msg_${scribe.id()}`,
      role,
      content: [{ type, text: words }],
      ...passthrough,
    })
  }
  const started_at = Math.floor(scribe.nowMs / 1000)
  scribe.event('task_started', {
    turn_id,
    started_at,
    model_context_window: 258400,
    collaboration_mode_kind: 'default',
  })
  said('user', 'input_text', 'plain')
  completed({ type: 'UserMessage', content: [{ type: 'text', text: 'plain', text_elements: [] }] })
  completed({ type: 'AgentMessage', content: [{ type: 'Text', text }], phase: 'final_answer' })
  said('assistant', 'output_text', text)
  const completed_at = Math.floor(scribe.nowMs / 1000)
  scribe.event('task_complete', { turn_id, last_agent_message: text, completed_at, duration_ms: 65 })
  return toBase('migrated', scribe)
}

/** A fork: its first records stand in another file, which lies beside it. */
export function forkBase(): Base {
  const parent = paginatedBase()
  const parentId = parent.path.slice(-'.jsonl'.length - 36, -'.jsonl'.length)
  const end = parent.bytes.toString('utf8').split('\n').length - 1
  const scribe = paginatedScribe(8, Date.UTC(2026, 10, 3, 13, 0, 0, 10), end)
  header(scribe, '0.169.0', {
    forked_from_id: parentId,
    forked_from_ordinal_exclusive: end,
    history_mode: 'paginated',
    history_base: { thread_id: parentId, end_ordinal_exclusive: end, end_byte_offset: parent.bytes.length },
  })
  settings(scribe)
  writeTurn(scribe, paginated, { prompt: 'after the fork', answer: 'Forked and done.' })
  return toBase('fork', scribe, [parent])
}
