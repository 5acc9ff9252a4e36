/** Peer bases: small sound rollouts of our own making, which the mutators damage. */
import { peerProvider } from './codexServer'

/** A rollout as the lines it has, and whether they carry ordinals. */
export interface PeerBase {
  readonly name: string
  readonly lines: (id: string) => readonly string[]
}

const time = '2026-03-04T05:06:07.000Z'
const turnId = '019cb740-7b18-7000-8000-00000000aaaa'
const nextTurnId = '019cb740-7b18-7000-8000-00000000bbbb'

type Line = Readonly<Record<string, unknown>>

function record(type: string, payload: Line, more: Line = {}): Line {
  return { timestamp: time, type, payload, ...more }
}

function event(type: string, payload: Line = {}): Line {
  return record('event_msg', { type, ...payload })
}

function meta(id: string, more: Line): Line {
  return record('session_meta', {
    id,
    timestamp: time,
    cwd: '/home/ana/app',
    originator: 'codex_cli_rs',
    cli_version: '0.98.0',
    source: 'cli',
    model_provider: peerProvider,
    ...more,
  })
}

function message(role: 'user' | 'assistant', text: string): Line {
  const type = role === 'user' ? 'input_text' : 'output_text'
  return record('response_item', { type: 'message', role, content: [{ type, text }] })
}

const reasoning = record('response_item', {
  type: 'reasoning',
  summary: [{ type: 'summary_text', text: 'Look around.' }],
  content: null,
  encrypted_content: 'AAAA',
})
const call = record('response_item', {
  type: 'function_call',
  name: 'exec_command',
  arguments: '{"cmd":"ls"}',
  call_id: 'call_1',
})
const output = record('response_item', { type: 'function_call_output', call_id: 'call_1', output: 'a.txt\n' })
const context = record('turn_context', {
  turn_id: turnId,
  cwd: '/home/ana/app',
  approval_policy: 'never',
  sandbox_policy: { type: 'danger-full-access' },
  model: 'gpt-5.5',
  effort: 'medium',
  summary: 'auto',
})
const usage = {
  input_tokens: 12,
  cached_input_tokens: 8,
  output_tokens: 4,
  reasoning_output_tokens: 1,
  total_tokens: 16,
}
const tokens = event('token_count', {
  info: { total_token_usage: usage, last_token_usage: usage, model_context_window: 1000 },
  rate_limits: { primary: { used_percent: 2.5, window_minutes: 26, resets_at: 1772600767 }, secondary: null },
})
const patch = event('patch_apply_end', {
  call_id: 'call_2',
  turn_id: turnId,
  stdout: 'Done',
  stderr: '',
  success: true,
  changes: { '/home/ana/app/a.txt': { type: 'add', content: 'a' } },
  status: 'completed',
})

function started(id: string): Line {
  return event('task_started', {
    turn_id: id,
    started_at: 1772600767,
    model_context_window: 1000,
    collaboration_mode_kind: 'default',
  })
}

function completed(id: string): Line {
  return event('task_complete', {
    turn_id: id,
    last_agent_message: 'hi there',
    started_at: 1772600767,
    completed_at: 1772600768,
    duration_ms: 1000,
  })
}

function item(threadId: string, turn: string, body: Line): Line {
  return event('item_completed', {
    thread_id: threadId,
    turn_id: turn,
    item: body,
    started_at_ms: 1772600767000,
    completed_at_ms: 1772600767001,
  })
}

/** Turns that begin and end, as legacy files have had them since February 2026. */
function turns(id: string): readonly Line[] {
  return [
    meta(id, {}),
    started(turnId),
    context,
    message('user', 'hello 日本語'),
    event('user_message', { message: 'hello 日本語', images: [], local_images: [], text_elements: [] }),
    event('agent_reasoning', { text: 'Look around.' }),
    reasoning,
    call,
    output,
    tokens,
    patch,
    event('agent_message', { message: 'hi there', phase: 'final_answer' }),
    message('assistant', 'hi there'),
    completed(turnId),
    started(nextTurnId),
    event('user_message', { message: 'again' }),
    event('turn_aborted', { turn_id: nextTurnId, reason: 'interrupted' }),
  ]
}

/** The first legacy files, whose turns only messages tell. */
function early(id: string): readonly Line[] {
  return [
    meta(id, { source: undefined, instructions: null, git: { branch: 'main' } }),
    message('user', 'hello'),
    event('user_message', { message: 'hello', kind: 'plain' }),
    event('agent_message', { message: 'one moment' }),
    event('agent_reasoning', { text: 'hm' }),
    event('user_message', { message: 'again', kind: 'plain' }),
    event('agent_message', { message: 'hi' }),
    record('compacted', { message: 'what was said' }),
    event('user_message', { message: 'more' }),
    event('thread_rolled_back', { num_turns: 1 }),
  ]
}

function paginated(id: string): readonly Line[] {
  const lines = [
    meta(id, { cli_version: '0.169.0', session_id: id, history_mode: 'paginated' }),
    started(turnId),
    message('user', 'hello'),
    item(id, turnId, {
      type: 'UserMessage',
      id: 'u1',
      content: [{ type: 'text', text: 'hello', text_elements: [] }],
    }),
    context,
    item(id, turnId, { type: 'Reasoning', id: 'r1', summary_text: ['Look.'], raw_content: [] }),
    reasoning,
    call,
    output,
    tokens,
    item(id, turnId, { type: 'AgentMessage', id: 'a1', content: [{ type: 'Text', text: 'hi' }] }),
    message('assistant', 'hi'),
    completed(turnId),
    started(nextTurnId),
    item(id, nextTurnId, {
      type: 'UserMessage',
      id: 'u2',
      content: [{ type: 'text', text: 'again', text_elements: [] }],
    }),
    event('turn_aborted', { turn_id: nextTurnId, reason: 'interrupted' }),
  ]
  return lines.map((line, ordinal) => ({ timestamp: time, ordinal, ...line }))
}

function asText(lines: readonly Line[]): readonly string[] {
  return lines.map((line) => JSON.stringify(line))
}

export const peerBases: readonly PeerBase[] = [
  { name: 'turns', lines: (id) => asText(turns(id)) },
  { name: 'early', lines: (id) => asText(early(id)) },
  { name: 'paginated', lines: (id) => asText(paginated(id)) },
]
