/** What a check keeps is bounded; where that may have hidden something, the report says so, and nothing false is said. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ValidationReport } from '../../../src/shared/validation/report'
import { SeenLines } from '../../../src/core/validator/seenLines'
import { tempHome } from '../support/tempHome'
import { reportOf } from './check'
import { call, completed, event, item, meta, output, said, session, started } from './records'

async function checked(content: string): Promise<ValidationReport> {
  return reportOf(join(tempHome({ 'a.jsonl': content }), 'a.jsonl'))
}

/** What a report says was not looked at, beside the clock that nobody named. */
function missed({ notChecked }: ValidationReport): readonly string[] {
  return notChecked.filter((text) => !text.startsWith('times that lie in the future'))
}

function rulesOf({ byRule }: ValidationReport, area: string): readonly string[] {
  return byRule.flatMap(({ rule, count }) => (rule.startsWith(area) ? [`${rule} ${String(count)}`] : []))
}

function many(count: number, record: (at: number) => object): readonly object[] {
  return Array.from({ length: count }, (_, at) => record(at))
}

/** A paginated file of records with ordinals. */
function paginated(ordinals: readonly number[], record: (at: number) => object): string {
  const lines = [{ ...meta({ history_mode: 'paginated' }), ordinal: 0 }]
  return [...lines, ...ordinals.map((ordinal, at) => ({ ...record(at), ordinal }))]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
}

const name = (at: number): string => `id-${String(at)}`

describe('what is kept of a file', () => {
  // SPEC check/limits
  it('is enough for what real files hold', async () => {
    const turns = Array.from({ length: 300 }, (_, at) => name(at)).flatMap((id) => [
      started(id),
      call(id),
      output(id),
      completed(id),
    ])
    const report = await checked(session(...turns))
    expect([missed(report), rulesOf(report, 'call/'), rulesOf(report, 'turn/')]).toEqual([[], [], []])
  })

  it('is bounded for outputs without calls, of which nothing is guessed then', async () => {
    const outputs = many(2_100, (at) => output(name(at)))
    const report = await checked(session(started('t'), ...outputs, call(name(0)), completed('t')))
    expect(rulesOf(report, 'call/')).toEqual(['call/without-call 2000'])
    expect(missed(report)).toEqual([expect.stringMatching(/^calls and outputs/)])
  })

  it('is bounded for special characters of a line', async () => {
    const colours = (count: number): string => '\u001b[31m'.repeat(count)
    const spoken = (text: string): string =>
      session(started('t'), event('warning', { message: text }), completed('t'))
    const near = await checked(spoken(`${colours(20_000)}\u202e`))
    expect([missed(near), rulesOf(near, 'text/')]).toEqual([[], ['text/bidi 1']])
    const far = await checked(spoken(`${colours(100_001)}\u202e`))
    expect(missed(far)).toEqual([expect.stringMatching(/^control, directional and invisible characters/)])
  })

  it('is bounded for turns that are open', async () => {
    const report = await checked(
      session(
        ...many(101, (at) => event('task_started', { turn_id: name(at), started_at: 1_772_600_767 })),
        completed(name(0)),
      ),
    )
    expect(rulesOf(report, 'turn/')).toEqual(['turn/not-ended 100', 'turn/overlapping 1'])
    expect(missed(report)).toEqual([
      expect.stringMatching(/^turns that end late/),
      expect.stringMatching(/^times of turns/),
      expect.stringMatching(/^whether lines of two writers/),
    ])
  })

  it('is bounded for messages that wait', async () => {
    const report = await checked(session(started('t'), ...many(40, (at) => said(name(at))), completed('t')))
    expect(missed(report)).toEqual([expect.stringMatching(/^messages whose counterpart/)])
  })

  it('is bounded for gaps of ordinals', async () => {
    const ordinals = [...many(1_002, (at) => ({ at })).map((_, at) => at * 2 + 2), 1]
    const report = await checked(paginated(ordinals, () => event('shutdown_complete')))
    expect(missed(report)).toEqual([expect.stringMatching(/^ordinals that come late/)])
  })

  it('is bounded for items whose turn Codex does not know', async () => {
    const ordinals = many(1_001, (at) => ({ at })).map((_, at) => at + 1)
    const item = { type: 'AgentMessage', id: 'i', content: [], phase: null }
    const report = await checked(
      paginated(ordinals, () =>
        event('item_completed', {
          thread_id: '019cb740-7b18-7000-8000-000000000001',
          turn_id: 't',
          item,
          completed_at_ms: 0,
        }),
      ),
    )
    expect(missed(report)).toContainEqual(expect.stringMatching(/^which items Codex shows/))
  })

  it('is bounded for sessions that records were copied from', async () => {
    const id = (at: number): string => `019cb740-7b18-7000-8000-${String(at).padStart(12, '0')}`
    const copies = many(1_002, (at) => meta({ id: id(at), forked_from_id: id(at + 1) }))
    const report = await checked(
      session().replace(/.*\n/, '') + copies.map((one) => `${JSON.stringify(one)}\n`).join(''),
    )
    expect(missed(report)).toEqual([expect.stringMatching(/^which sessions/)])
  })

  it('is bounded for numbers of a line', async () => {
    const odd = `[${Array.from({ length: 10_001 }, () => '1e400').join(',')}]`
    const line = JSON.stringify(item('message', { role: 'user', content: [], odd: 0 })).replace(
      '"odd":0',
      `"odd":${odd}`,
    )
    expect(missed(await checked(session(line)))).toEqual([expect.stringMatching(/^numbers of a line/)])
  })

  it('is bounded for lines, also where they were made to stand in one place', () => {
    const seen = new SeenLines()
    for (let line = 1; line <= 17; line += 1) {
      seen.add(7, { lineNumber: line, byteOffset: line }, () => false)
    }
    expect(seen.isFull).toBe(true)
  })

  // SPEC rule/format/legacy-events
  it('is bounded for places of a rule, which then says how many more there are', async () => {
    const ordinals = many(1_003, (at) => ({ at })).map((_, at) => at + 1)
    const { findings } = await checked(
      paginated(ordinals, (at) => event('user_message', { message: name(at) })),
    )
    const own = findings.filter(({ rule }) => rule === 'format/legacy-events')
    expect([own.length, own.at(-1)?.message]).toEqual([
      1_000,
      'The event user_message is of the legacy mode; the file is paginated. 3 more lines like it follow.',
    ])
  })
})
