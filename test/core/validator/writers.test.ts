import { describe, it } from 'vitest'
import { metaLine, rollout, uuid } from '../support/tempHome'
import { checkMessages } from './check'

const rules = /^writers\//
const meta = metaLine(uuid(1))
let ms = 0

function line(type: string, payload: unknown, ordinal?: number): string {
  ms += 1
  const timestamp = new Date(Date.parse('2026-03-04T05:06:08.000Z') + ms).toISOString()
  return JSON.stringify({ timestamp, ...(ordinal === undefined ? {} : { ordinal }), type, payload })
}

const start = (turn: string): string => line('event_msg', { type: 'task_started', turn_id: turn })
const end = (turn: string): string => line('event_msg', { type: 'task_complete', turn_id: turn })
const abort = (turn: string): string =>
  line('event_msg', { type: 'turn_aborted', turn_id: turn, reason: 'interrupted' })
const context = (turn: string): string => line('turn_context', { turn_id: turn, cwd: '/w', model: 'm' })
const item = (turn: string): string =>
  line('response_item', {
    type: 'message',
    role: 'user',
    content: [],
    internal_chat_message_metadata_passthrough: { turn_id: turn },
  })

function messages(lines: readonly string[], expected: readonly string[]): Promise<unknown> {
  return checkMessages(rollout(meta, ...lines), expected, { rules })
}

const found = (at: number, second: string, first: string, from: number): string =>
  `writers/interleaved ${String(at)}: Turn "${second}" begins here while turn "${first}", which began on line ${String(from)}, goes on: their lines alternate.`

describe('two writers of one file', () => {
  // SPEC rule/writers/interleaved
  it('are told by two turns that go on by turns', async () => {
    await messages(
      [start('a'), item('a'), start('b'), item('b'), item('a'), item('b'), end('a'), end('b')],
      [found(4, 'b', 'a', 2)],
    )
    await messages(
      [
        start('x'),
        end('x'),
        start('a'),
        start('b'),
        context('a'),
        context('b'),
        context('a'),
        end('b'),
        end('a'),
      ],
      [found(5, 'b', 'a', 4)],
    )
  })

  it('are told by ordinals that are given twice again and again', async () => {
    const header = metaLine(uuid(1), { history_mode: 'paginated' }).replace('"type"', '"ordinal":0,"type"')
    const numbered = [1, 1, 2, 2, 3, 3].map((ordinal) =>
      line('event_msg', { type: 'token_count', info: null }, ordinal),
    )
    await checkMessages(
      rollout(header, ...numbered),
      ['writers/interleaved 3: 3 times an ordinal is given that was given before.'],
      { rules },
    )
    await checkMessages(rollout(header, ...numbered.slice(0, 4)), [], { rules })
  })

  it('are told by times that go to and fro', async () => {
    const at = (seconds: number): string =>
      JSON.stringify({
        timestamp: new Date(1772600768000 + seconds * 1000).toISOString(),
        type: 'event_msg',
        payload: { type: 'context_compacted' },
      })
    await messages(
      [at(10), at(2), at(12), at(4), at(14), at(6), at(16)],
      ['writers/interleaved 3: 3 times a line is earlier than the one before it.'],
    )
  })

  it('are none in one turn after the other, crashes, reviews and late ends', async () => {
    await messages([start('a'), item('a'), end('a'), start('b'), item('b'), end('b')], [])
    await messages([start('a'), item('a'), start('b'), item('b'), end('b'), start('c'), end('c')], [])
    // A review: the child starts in the parent, whose own turn only ends here.
    await messages([start('child'), item('outer'), item('child'), end('outer'), item('child')], [])
    await messages([start('a'), start('b'), abort('a'), item('b'), end('b')], [])
    await messages([start('a'), abort('a'), start('b'), item('a'), item('b'), end('b')], [])
    await messages([start('a'), start('b'), item('b'), item('a')], [])
    // That is a finding about turns.
    await messages([start('a'), start('b'), end('a'), end('b')], [])
    await messages([start('a'), start('b'), item('a'), item('a'), item('b'), end('b')], [])
    await messages(
      Array.from({ length: 60 }, (_, index) => start(`t${String(index)}`)),
      [],
    )
  })
})
