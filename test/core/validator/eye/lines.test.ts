import { describe, expect, it } from 'vitest'
import { eyeOf } from './eyeOf'

const id = '019cb740-7b18-7000-8000-000000000011'
const time = '2026-03-04T05:06:07.000Z'
type Part = Readonly<Record<string, unknown>>

function record(type: string, payload: Part, more: Part = {}): string {
  return JSON.stringify({ timestamp: time, ...more, type, payload })
}

function meta(more: Part = {}): string {
  const payload = { id, timestamp: time, cwd: '/w', originator: 'x', cli_version: '1', ...more }
  return record('session_meta', payload)
}

function event(type: string, payload: Part = {}): string {
  return record('event_msg', { type, ...payload })
}

const user = event('user_message', { message: 'hello' })
const agent = event('agent_message', { message: 'hi' })

/** What is said of each line, in short: `reads`, or the outcome and the note. */
function said(...lines: readonly string[]): readonly string[] {
  const { readings } = eyeOf(lines.map((line) => `${line}\n`).join(''))
  return readings.map((reading) =>
    reading === null ? 'blank' : `${reading.outcome}${reading.note === '' ? '' : `: ${reading.note}`}`,
  )
}

/** What is said of the last of some lines behind a header. */
function saidOf(line: string): string | undefined {
  return said(meta(), user, line).at(-1)
}

// SPEC eye/lines
describe('what Codex makes of a line by itself', () => {
  it('reads records, and passes over blank lines', () => {
    expect(said(meta(), '', user, '  ', agent)).toEqual(['reads', 'blank', 'reads', 'blank', 'reads'])
  })

  it('skips what is no record', () => {
    expect(saidOf('not json')).toBe('skips: The line is not JSON.')
    expect(saidOf('42')).toBe('skips: The line is no JSON object.')
    expect(saidOf(agent + agent)).toBe('skips: Several values are glued into one line.')
    expect(saidOf(`${agent}\u0000`)).toBe('skips: The line holds bytes of value 0.')
    expect(said(`\ufeff${meta()}`)).toEqual(['skips: The line begins with a byte-order mark.'])
    expect(saidOf(agent.replace('timestamp', 'time'))).toBe('skips: The line has no timestamp that is text.')
    expect(saidOf(record('moon_phase', {}))).toBe('skips: The type "moon_phase" is unknown to Codex.')
    expect(saidOf(event('moon_phase'))).toBe('skips: The event type "moon_phase" is unknown to Codex.')
  })

  it('skips what says something that it cannot decode', () => {
    expect(saidOf(agent.replace('hi', '\\ud800'))).toContain('half of a surrogate pair')
    expect(saidOf(event('agent_message', { message: 5 }))).toContain('a field message')
    expect(saidOf(event('agent_message', { message: 'hi', phase: 'evening' }))).toContain('a field phase')
    expect(saidOf(event('user_message', { message: 'hi', local_images: null }))).toContain('local_images')
    expect(saidOf(event('thread_rolled_back'))).toContain('a field num_turns')
    expect(saidOf(event('thread_rolled_back', { num_turns: 4294967296 }))).toContain('a field num_turns')
    expect(saidOf(event('task_started', { turn_id: 't' }).replace('}}', ',"started_at":5.0}}'))).toContain(
      'started_at',
    )
  })

  it('takes the last of repeated members', () => {
    expect(saidOf(agent.replace('"message":"hi"', '"message":5,"message":"hi"'))).toBe('reads')
    expect(saidOf(agent.replace('"message":"hi"', '"message":"hi","message":5'))).toContain('a field message')
  })

  it('drops ghost snapshots', () => {
    expect(saidOf(record('response_item', { type: 'ghost_snapshot' }))).toContain('skips: Codex drops ghost')
  })

  it('skips the end of a command as it was stored before 0.169', () => {
    const command = {
      call_id: 'c',
      turn_id: 't',
      process_id: '1',
      command: ['ls'],
      parsed_cmd: [{ type: 'unknown', cmd: 'ls' }],
      source: 'agent',
      stdout: '',
      stderr: '',
      formatted_output: '',
      exit_code: 0,
      duration: { secs: 0, nanos: 1 },
      status: 'completed',
    }
    expect(saidOf(event('exec_command_end', { ...command, cwd: 'file:///w' }))).toBe('reads')
    expect(saidOf(event('exec_command_end', { ...command, cwd: '/w' }))).toContain(
      'skips: The end of a command',
    )
  })

  it('misreads what it keeps as something else, or does not apply', () => {
    expect(saidOf(record('response_item', { type: 'moon' }))).toContain(
      'misreads: The response item type "moon"',
    )
    const context = { cwd: '/w', model: 'm', sandbox_policy: { mode: 'read-only' } }
    expect(saidOf(record('turn_context', context))).toContain('misreads: Codex 0.169 does not apply')
  })
})

/** Lines of a paginated file, with the ordinals that are given. */
function paginated(
  ...lines: readonly (readonly [ordinal: unknown, type: string, payload: Part])[]
): readonly string[] {
  const header = {
    id,
    timestamp: time,
    cwd: '/w',
    originator: 'x',
    cli_version: '1',
    history_mode: 'paginated',
  }
  const all = [[0, 'session_meta', header] as const, ...lines]
  return said(...all.map(([ordinal, type, payload]) => record(type, payload, { ordinal }))).slice(1)
}

function item(ordinal: unknown, turnId = 't'): readonly [unknown, string, Part] {
  const body = { type: 'Plan', id: 'p', text: 'x' }
  return [ordinal, 'event_msg', { type: 'item_completed', thread_id: id, turn_id: turnId, item: body }]
}

function started(ordinal: unknown): readonly [unknown, string, Part] {
  return [ordinal, 'event_msg', { type: 'task_started', turn_id: 't' }]
}

// SPEC eye/lines
describe('what Codex makes of a line where it stands', () => {
  it('shows only what has a greater ordinal than all that counted before it', () => {
    expect(paginated(started(1), item(2), item(2), item(9), item(5), item(10))).toEqual([
      'reads',
      'reads',
      'misreads: Codex has already counted to 2: it does not show what comes with ordinal 2.',
      'reads',
      'misreads: Codex has already counted to 9: it does not show what comes with ordinal 5.',
      'reads',
    ])
  })

  it('shows nothing without an ordinal, and skips what has none that it can hold', () => {
    const readings = paginated(started(1), item(undefined), item(null), item('4'), item(-1), item(2.5))
    expect(readings.slice(1, 3)).toEqual(
      Array(2).fill('misreads: Without an ordinal Codex does not show it.'),
    )
    expect(readings.slice(3)).toEqual(
      Array(3).fill('skips: The ordinal is no whole number that Codex can hold.'),
    )
  })

  it('needs no ordinal for what is no part of a turn', () => {
    const message: Part = { type: 'message', role: 'user', content: [] }
    expect(paginated(started(1), [undefined, 'response_item', message])).toEqual(['reads', 'reads'])
  })

  it('shows no item of a turn that nothing begins or ends', () => {
    const end: readonly [unknown, string, Part] = [4, 'event_msg', { type: 'task_complete', turn_id: 'u' }]
    expect(paginated(started(1), item(2, 'u'), item(3, 'v'), end)).toEqual([
      'reads',
      'reads',
      'misreads: Nothing begins or ends the turn of this item; Codex does not show it.',
      'reads',
    ])
  })

  it('shows events and items in files of their own format only', () => {
    const message: Part = { type: 'user_message', message: 'hello' }
    expect(paginated([1, 'event_msg', message])).toEqual([
      'misreads: Codex shows no events of a legacy file in a paginated one.',
    ])
    const body = { type: 'UserMessage', id: 'u', content: [] }
    const completed = event('item_completed', { thread_id: id, turn_id: 't', item: body })
    expect(saidOf(completed)).toContain('misreads: Codex shows no completed items in a legacy file')
  })

  it('drops a patch whose turn is not there', () => {
    const patch = { call_id: 'c', stdout: '', stderr: '', success: true, changes: {}, status: 'completed' }
    expect(saidOf(event('patch_apply_end', { ...patch, turn_id: 't' }))).toContain(
      'misreads: The event names a turn',
    )
    expect(saidOf(event('patch_apply_end', patch))).toBe('reads')
    const begun = said(
      meta(),
      event('task_started', { turn_id: 't' }),
      event('patch_apply_end', { ...patch, turn_id: 't' }),
    )
    expect(begun.at(-1)).toBe('reads')
  })
})

function content(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

// SPEC eye/file
describe('what Codex makes of a file', () => {
  it('lists it when the header is among the first ten lines and a message among the first 210', () => {
    const tokens = event('token_count')
    const lists = (...lines: readonly string[]): string => eyeOf(content(...lines)).sight.lists.answer
    expect(lists(...Array<string>(9).fill(tokens), meta(), user)).toBe('yes')
    expect(lists(...Array<string>(10).fill(tokens), meta(), user)).toBe('no')
    expect(lists(meta(), ...Array<string>(208).fill(tokens), user)).toBe('yes')
    expect(lists(meta(), ...Array<string>(209).fill(tokens), user)).toBe('no')
    expect(lists(...Array<string>(20).fill(''), meta(), user)).toBe('yes')
    expect(lists(meta(), event('user_message', { message: '  ' }))).toBe('no')
    expect(lists(meta(), event('user_message', { message: '', images: ['data:x'] }))).toBe('yes')
    expect(lists(meta({ source: 'exec' }), user)).toBe('no')
    expect(lists(meta({ source: { subagent: 'review' } }), user)).toBe('no')
  })

  it('tells under which id, and while which provider is the current one', () => {
    const header = meta({ id: id.toUpperCase(), model_provider: 'openai' })
    const { lists, resumes } = eyeOf(content(header, user)).sight
    expect(lists).toEqual({ answer: 'yes', of: 'default', id, note: 'While the model provider is "openai".' })
    expect(resumes.note).toBe('While the model provider is "openai".')
  })

  it('reads and resumes by what stands first', () => {
    const answers = (...lines: readonly string[]): string => {
      const { reads, resumes } = eyeOf(content(...lines)).sight
      return `${reads.answer} ${String(reads.turns)} / ${resumes.answer} ${resumes.note}`
    }
    const item = record('response_item', { type: 'message', role: 'user', content: [] })
    expect(answers(meta(), user, agent)).toBe('yes 1 / yes ')
    expect(answers(user, meta(), agent)).toBe('yes 1 / no the rollout does not start with session metadata')
    expect(answers('x', meta(), user)).toBe('yes 1 / no failed to parse first rollout record')
    expect(answers(item, meta())).toMatch(/^no null \/ no failed to read session metadata/)
    expect(answers(meta({ history_mode: 'quantum' }))).toMatch(
      /^no null \/ no .*invalid session metadata history_mode/,
    )
    expect(answers()).toMatch(/^no null \/ no failed to read session metadata/)
  })

  it('counts turns, which events begin and end, or messages', () => {
    const turns = (...lines: readonly string[]): number | null =>
      eyeOf(content(meta(), ...lines)).sight.reads.turns
    const start = event('task_started', { turn_id: 'a' })
    const abort = (turnId: string | null): string =>
      event('turn_aborted', { turn_id: turnId, reason: 'interrupted' })
    expect(turns()).toBe(0)
    expect(turns(user, user)).toBe(2)
    expect(turns(start, user, user)).toBe(1)
    expect(turns(user, agent, event('thread_rolled_back', { num_turns: 1 }))).toBe(0)
    expect(turns(start, user, abort('b'), agent)).toBe(1)
    expect(turns(start, user, abort(null), agent)).toBe(2)
    expect(turns(record('compacted', { message: 'm' }), user)).toBe(1)
  })

  it('goes on from the last ordinal, after a line feed where one is missing', () => {
    const header = record('session_meta', JSON.parse(meta({ history_mode: 'paginated' })).payload as Part, {
      ordinal: 0,
    })
    const resumes = (text: string): string => {
      const { answer, newlineFirst, nextOrdinal, note } = eyeOf(`${header}\n${text}`).sight.resumes
      return `${answer} ${newlineFirst ? 'LF ' : ''}${String(nextOrdinal ?? note)}`
    }
    const tokens = (ordinal: string): string =>
      event('token_count').replace('"type"', `"ordinal":${ordinal},"type"`)
    expect(resumes('')).toBe('yes 1')
    expect(resumes(`${tokens('7')}\n`)).toBe('yes 8')
    expect(resumes(tokens('7'))).toBe('yes LF 8')
    expect(resumes(`${tokens('7')}\nnot json\n`)).toBe('yes 8')
    expect(resumes(`${event('token_count')}\n`)).toBe(
      'no the final paginated rollout record is missing an ordinal',
    )
    expect(resumes(`${tokens('18446744073709551614')}\n`)).toBe('yes 18446744073709551615')
    expect(resumes(`${tokens('18446744073709551615')}\n`)).toBe(
      'no paginated rollout record ordinal overflow',
    )
  })
})
