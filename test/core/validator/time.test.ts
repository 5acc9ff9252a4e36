import { describe, expect, it } from 'vitest'
import { nameTimeFaults, uuidTimeMs } from '../../../src/core/validator/sequence/nameTimes'
import { spanText, timeText } from '../../../src/core/validator/sequence/timeText'
import { toSessionFacts } from '../../../src/shared/rollout/sessionMeta'
import { readRolloutName } from '../../../src/core/lister/rolloutName'
import { valueOfLine } from '../../../src/core/scanner/lineValue'
import { scanLines } from '../../../src/core/scanner/scanLines'
import { noBase } from '../../../src/core/lineage/readChain'
import { noBasics } from '../../../src/core/validator/rule'
import { RuleFold } from '../../../src/core/validator/ruleFold'
import { afterNow } from '../../../src/core/validator/rules/time/afterNow'
import { memorySource } from '../support/memorySource'
import { rollout, uuid } from '../support/tempHome'
import { check, checkMessages } from './check'

const rules = /^time\//
const id = '019cb73d-3218-7000-8000-0123456789ab'
const start = Date.parse('2026-03-04T05:06:07.000Z')

/** A time some milliseconds after the start of the session. */
function at(ms: number): string {
  return new Date(start + ms).toISOString()
}

function meta(timestamp = at(0), more: Readonly<Record<string, unknown>> = {}): string {
  const payload = {
    id,
    timestamp: at(0),
    cwd: '/w',
    originator: 'codex_exec',
    cli_version: '0.150.0',
    ...more,
  }
  return JSON.stringify({ timestamp, type: 'session_meta', payload })
}

function line(timestamp: string | number, payload: unknown = { type: 'token_count', info: null }): string {
  return JSON.stringify({
    timestamp: typeof timestamp === 'number' ? at(timestamp) : timestamp,
    type: 'event_msg',
    payload,
  })
}

function messages(lines: readonly string[], expected: readonly string[], name?: string): Promise<unknown> {
  return checkMessages(rollout(...lines), expected, name === undefined ? { rules } : { rules, name })
}

describe('rules about times of lines', () => {
  it('say nothing of times that go on, however long a session rests', async () => {
    await messages([meta(), line(0), line(0), line(5), line(86_400_000 * 40)], [])
  })

  // SPEC rule/time/not-a-time
  it('name texts that are no time', async () => {
    const lines = [meta(), line('soon'), line(10)]
    const place = `2 @${String(meta().length + 1)}+${String(line('soon').length + 1)}`
    await check(rollout(...lines), [`time/not-a-time ${place} reads`], { rules })
    await messages(
      [meta(), line('2026-02-30T05:06:07.000Z'), line('2026-03-04'), line(10)],
      ['time/not-a-time 2: 2 lines from here on state no time; the first says "2026-02-30T05:06:07.000Z".'],
    )
    await messages(
      [meta(at(0), { timestamp: 'yesterday' })],
      ['time/not-a-time 1: The session meta says that the session began at "yesterday", which is no time.'],
    )
  })

  // SPEC rule/time/other-form
  it('name another form once, and read it', async () => {
    await messages(
      [meta(), line('2026-03-04T07:06:08+02:00'), line('2026-03-04t05:06:09.000Z'), line(9000)],
      [
        'time/other-form 2: The times of 2 lines are not in the form that Codex writes; the first is "2026-03-04T07:06:08+02:00".',
      ],
    )
  })

  // SPEC rule/time/backwards
  it('tell a step back from a single line that is out of step', async () => {
    await messages(
      [meta(), line(10_000), line(5000), line(6000), line(7000)],
      [
        'time/backwards 2: The time of this line, 2026-03-04T05:06:17.000Z, is 5 seconds later than the line after it; only this line is out of step.',
      ],
    )
    await messages(
      [meta(), line(9000), line(10_000), line(5000), line(6000), line(7000)],
      [
        'time/backwards 4: The time goes back by 5 seconds, from 2026-03-04T05:06:17.000Z to 2026-03-04T05:06:12.000Z.',
      ],
    )
    await messages(
      [meta(), line(9000), line(8000), line(10_000)],
      [
        'time/backwards 3: The time of this line, 2026-03-04T05:06:15.000Z, is 1,000 milliseconds earlier than the line before it; only this line is out of step.',
      ],
    )
    await messages(
      [meta(), line(9000), line(8999)],
      [
        'time/backwards 3: The time goes back by 1 millisecond, from 2026-03-04T05:06:16.000Z to 2026-03-04T05:06:15.999Z.',
      ],
    )
  })

  it('let copied records have times of their own', async () => {
    const copied = meta(at(-500_000), { id: uuid(2) })
    await messages([meta(), copied, line(-499_000), line(-400_000), line(2000)], [])
  })

  // SPEC rule/time/far
  it('name a single line that is far away, and a leap of ten years', async () => {
    await messages(
      [meta(), line(1000), line('9999-12-31T23:59:59.999Z'), line(2000), line(3000)],
      [
        'time/far 3: The time of this line, 9999-12-31T23:59:59.999Z, is 7,973.7 years later than the line after it; only this line is out of step.',
      ],
    )
    await messages(
      [meta(), line(1000), line('2016-01-01T00:00:00.000Z'), line(2000)],
      [
        'time/far 3: The time of this line, 2016-01-01T00:00:00.000Z, is 10.2 years earlier than the line before it; only this line is out of step.',
      ],
    )
    await messages(
      [meta(), line('2036-12-31T23:59:59.999Z')],
      [
        'time/far 2: The time of this line, 2036-12-31T23:59:59.999Z, is 10.8 years later than that of the line before it.',
      ],
    )
  })

  // SPEC rule/time/after-now
  it('compare with a time that was named', () => {
    const fold = new RuleFold([afterNow], { ...noBasics, nowMs: start + 2000 })
    const text = rollout(meta(), line(1000), line(3000), line(4000))
    const scanned = scanLines(memorySource(Buffer.from(text)), {}, (scannedLine) => {
      fold.observe(scannedLine, valueOfLine(scannedLine))
      return true
    })
    expect(scanned.ok).toBe(true)
    const file = {
      form: 'jsonl',
      contentBytes: text.length,
      issues: [],
      lineage: noBase,
      grownBytes: 0,
      unread: null,
    } as const
    expect(
      fold.finish(file).findings.map(({ rule, lineNumber, message }) => [rule, lineNumber, message]),
    ).toEqual([
      [
        'time/after-now',
        3,
        '2 lines are later than 2026-03-04T05:06:09.000Z, the time of this check; the first is of "2026-03-04T05:06:10.000Z".',
      ],
    ])
  })
})

describe('rules about times within records', () => {
  const turn = { turn_id: 't', started_at: 1772600768 }
  const started = line(1250, { type: 'task_started', ...turn })
  const complete = { type: 'task_complete', ...turn, completed_at: 1772600770, duration_ms: 2100 }
  const item = {
    type: 'item_completed',
    turn_id: 't',
    started_at_ms: start + 1500,
    completed_at_ms: start + 1999,
  }

  it('say nothing of times that agree', async () => {
    await messages([meta(), started, line(2000, item), line(3400, complete)], [])
  })

  // SPEC rule/time/in-record
  it('name a changed digit of a start or an end', async () => {
    await messages(
      [meta(), line(1250, { type: 'task_started', turn_id: 't', started_at: 1772600868 })],
      [
        'time/in-record 2: The record says started_at 2026-03-04T05:07:48.000Z, 99.8 seconds after the time of its line.',
      ],
    )
    await messages(
      [meta(), line(1250, { type: 'task_started', turn_id: 't', started_at: 1772600758 })],
      [
        'time/in-record 2: The record says started_at 2026-03-04T05:05:58.000Z, 10.3 seconds before the time of its line.',
      ],
    )
    await messages(
      [meta(), started, line(3400, { ...complete, started_at: 1772600767, duration_ms: 3100 })],
      [
        'time/in-record 3: The turn started at 2026-03-04T05:06:08.000Z by the line that starts it, and at 2026-03-04T05:06:07.000Z by this one.',
      ],
    )
    await messages(
      [meta(), started, line(2000, { ...item, completed_at_ms: start + 9999 })],
      [
        'time/in-record 3: The record says completed_at_ms 2026-03-04T05:06:16.999Z, 8 seconds after the time of its line.',
      ],
    )
    await messages(
      [meta(), started, line(2000, { ...item, started_at_ms: start + 9500 })],
      ['time/in-record 3: The item started at 2026-03-04T05:06:16.500Z, 7.5 seconds after its end.'],
    )
    await messages(
      [meta(), started, line(2000, { ...item, started_at_ms: start - 9000 })],
      ['time/in-record 3: The item started at 2026-03-04T05:05:58.000Z, 10 seconds before its turn.'],
    )
  })

  it('are silent where lines were copied with new times, or the clock was set back', async () => {
    const other = meta(at(900_000), { id: uuid(2) })
    const own = line(950_000, { type: 'task_started', turn_id: 'u', started_at: start / 1000 + 949 })
    await messages([meta(), other, line(900_000, { type: 'task_started', ...turn }), own], [])
    const later = line(-3_000_000, { type: 'task_started', turn_id: 'u', started_at: 1772600868 })
    await messages(
      [meta(), line(900), line(-3_600_000), line(-3_500_000), later],
      [
        'time/backwards 3: The time goes back by 60 minutes, from 2026-03-04T05:06:07.900Z to 2026-03-04T04:06:07.000Z.',
      ],
    )
  })

  // SPEC rule/time/duration
  it('name durations that do not fit', async () => {
    await messages(
      [meta(), started, line(3400, { ...complete, duration_ms: 12_100 })],
      ['time/duration 3: The turn lasted 12.1 seconds, and its start and end are 2 seconds apart.'],
    )
    await messages(
      [meta(), started, line(3400, { ...complete, time_to_first_token_ms: 9000 })],
      ['time/duration 3: The turn lasted 2.1 seconds, and its first token came after 9 seconds.'],
    )
    const slow = { ...item, item: { type: 'CommandExecution', id: 'c', duration: { secs: 60, nanos: 0 } } }
    await messages(
      [meta(), started, line(2000, slow)],
      ['time/duration 3: The item lasted 60 seconds, and its start and end are 499 milliseconds apart.'],
    )
  })

  it('take any number for what it is', async () => {
    const odd = JSON.stringify({
      type: 'task_complete',
      turn_id: 't',
      started_at: 0,
      completed_at: 0,
      duration_ms: 0,
    })
    const huge = odd.replace(':0,"completed_at":0', ':1e400,"completed_at":-1e400')
    const text = line(2000, {}).replace('{}', huge)
    const { verdict } = await check(rollout(meta(), text), [], { rules: /^none$/ })
    expect(verdict).not.toBe('unreadable')
  })
})

describe('the clocks of a beginning', () => {
  const name = (time: string, ids = id): string => `rollout-${time}-${ids}.jsonl`

  // SPEC rule/time/name
  it('agree in any time zone, and else are a finding', async () => {
    for (const time of [
      '2026-03-04T05-06-07',
      '2026-03-04T18-06-07',
      '2026-03-03T17-06-07',
      '2026-03-04T10-51-06',
    ]) {
      await messages([meta()], [], name(time))
    }
    await messages(
      [meta()],
      [
        'time/name 1: The name says 2026-03-04T05:16:07, and the session meta 2026-03-04T05:06:07.000Z: there is no time zone in which both are true.',
      ],
      name('2026-03-04T05-16-07'),
    )
    await messages(
      [meta()],
      [
        'time/name 1: The name says 2026-03-05T05:06:07, and the session meta 2026-03-04T05:06:07.000Z: there is no time zone in which both are true.',
      ],
      name('2026-03-05T05-06-07'),
    )
    await messages(
      [meta()],
      ['time/name 1: The name says 2026-13-05T05:06:07, which is no time.'],
      name('2026-13-05T05-06-07'),
    )
    await messages(
      [meta(at(0), { timestamp: at(9000) })],
      ['time/name 1: The session meta says 2026-03-04T05:06:16.000Z, 9 seconds after its own line.'],
    )
    await messages(
      [meta(at(2_000_000), { timestamp: at(1_900_000) })],
      [
        'time/name 1: The session meta says 2026-03-04T05:37:47.000Z, and the id was made at 2026-03-04T05:06:07.000Z, 31.7 minutes apart.',
      ],
    )
  })

  it('are those of the rollout id in a segment, and none in an id of version 4', () => {
    const facts = toSessionFacts({ id, timestamp: at(9_000_000) })
    const segment = (time: string): ReturnType<typeof readRolloutName> =>
      readRolloutName(name(time, `${id}_${id}`))
    expect(nameTimeFaults({ name: segment('2026-03-04T05-06-07'), facts, lineMs: null })).toEqual([])
    expect(nameTimeFaults({ name: segment('2026-03-04T05-36-27'), facts, lineMs: null })).toHaveLength(1)
    expect(uuidTimeMs(id)).toBe(start)
    expect(uuidTimeMs('6c7023ee-ea5f-4dd2-ac08-9403188b920e')).toBeNull()
    expect(uuidTimeMs(null)).toBeNull()
  })
})

describe('times in messages', () => {
  it('are written whatever they are', () => {
    expect(timeText(0)).toBe('1970-01-01T00:00:00.000Z')
    expect(timeText(1e300)).toBe('1e+300 ms after 1970')
    expect([1, 999, 2000, 5_400_000, 200_000_000].map(spanText)).toEqual([
      '1 millisecond',
      '999 milliseconds',
      '2 seconds',
      '90 minutes',
      '2.3 days',
    ])
  })
})
