/** Turns as Codex 0.137 and 0.169 write them: what stands between their start and their end. */
import type { Members, Scribe } from './scribe'
import { item, newer, type Turn, type TurnStyle } from './turnRecords'
import { change, command, count, says, think } from './turnSteps'

/** What happens in a turn. */
export interface TurnScript {
  readonly prompt: string
  readonly answer: string
  readonly ending?: 'complete' | 'aborted'
}

/** Writes a turn: the prompt, a command, a change of files, reasoning, the answer. */
export function writeTurn(scribe: Scribe, style: TurnStyle, script: TurnScript): void {
  const turn: Turn = { scribe, style, turnId: scribe.id(), startedMs: scribe.nowMs }
  start(turn)
  context(turn)
  says(turn, { role: 'user', text: script.prompt, id: `msg_${scribe.id()}` })
  if (script.ending === 'aborted') {
    abort(turn)
    return
  }
  think(turn)
  command(turn)
  count(turn)
  change(turn)
  says(turn, { role: 'assistant', text: script.answer, id: `msg_${scribe.id()}` })
  count(turn)
  end(turn, 'task_complete', { last_agent_message: script.answer })
}

function start(turn: Turn): void {
  const { turnId: turn_id, scribe } = turn
  const attribution = { turn_id, turn_trigger: null, parent_turn_id: null, initiating_agent_path: null }
  scribe.event('task_started', {
    ...newer(turn, { turn_attribution: { ...attribution, root_turn_id: turn_id } }),
    turn_id,
    ...newer(turn, { root_turn_id: turn_id }),
    started_at: Math.floor(turn.startedMs / 1000),
    model_context_window: 258400,
    collaboration_mode_kind: 'default',
  })
}

function context(turn: Turn): void {
  const settings = { model: 'gpt-5.5', reasoning_effort: null, developer_instructions: null }
  turn.scribe.write('turn_context', {
    turn_id: turn.turnId,
    ...newer(turn, { root_turn_id: turn.turnId, disabled_plugin_ids: [] }),
    cwd: '/home/ana/app',
    approval_policy: 'never',
    ...newer(turn, { approvals_reviewer: 'user' }),
    permission_profile: { type: 'disabled' },
    model: 'gpt-5.5',
    ...newer(turn, { comp_hash: '2911' }),
    collaboration_mode: { mode: 'default', settings },
    multi_agent_version: 'v1',
    realtime_active: false,
    summary: 'none',
    sandbox_policy: { type: 'danger-full-access' },
  })
}

function abort(turn: Turn): void {
  const text = '<turn_aborted>\nThe user interrupted the previous turn on purpose.\n</turn_aborted>'
  item(turn, 'message', {
    id: `msg_${turn.scribe.id()}`,
    role: 'user',
    content: [{ type: 'input_text', text }],
  })
  end(turn, 'turn_aborted', { reason: 'interrupted' })
}

function end(turn: Turn, type: string, members: Members): void {
  const { scribe, turnId: turn_id, startedMs } = turn
  scribe.event(type, {
    ...newer(turn, { root_turn_id: turn_id }),
    turn_id,
    ...members,
    ...newer(turn, { started_at: Math.floor(startedMs / 1000) }),
    completed_at: Math.floor(scribe.nowMs / 1000),
    duration_ms: scribe.nowMs - startedMs,
  })
}
