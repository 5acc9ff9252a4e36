import {
  appendFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Explorer } from '../../../src/core/explorer'
import type { LineRow } from '../../../src/shared/rollout/lineRow'
import { metaLine, rollout, tempHome, userLine, uuid } from '../support/tempHome'
import { testExplorer, valueOf } from '../support/testExplorer'

const meta = metaLine(uuid(1))

async function open(content: string | Uint8Array, name = 'a.jsonl') {
  const folder = tempHome({ [name]: content })
  const path = join(folder, name)
  const { explorer, invoke } = await testExplorer('/nowhere')
  const fileId = await grant(explorer, path)
  const header = valueOf(await invoke('rollout:open', { fileId, jobId: 'open' }))
  return { path, explorer, invoke, fileId, header }
}

async function grant(explorer: Explorer, path: string): Promise<string> {
  const { entries } = await explorer.openPaths([path])
  return entries[0]?.fileId ?? ''
}

function inShort({ lineNumber, status, type, subtype, text }: LineRow): string {
  return [lineNumber, status, type, subtype, text].join(' | ')
}

describe('rollout:readLines', () => {
  // SPEC reader/rows
  it('summarises lines of every form and keeps what it does not know', async () => {
    const { invoke, fileId } = await open(
      rollout(
        '{"id":"x","timestamp":"2025-08-01T00:00:00Z","instructions":null}',
        '{"record_type":"state"}',
        '{"type":"message","role":"user","content":[{"type":"input_text","text":"hi  there"}]}',
        userLine('do it'),
        '{"timestamp":"t","ordinal":7,"type":"moon_phase","payload":{"phase":"full","new_key":1}}',
        '{"timestamp":"t","type":"event_msg","payload":{"type":"item_completed","item":{"type":"AgentMessage","content":[{"type":"Text","text":"done"}]}}}',
        '',
        'not json \\x',
        `a${'\0'.repeat(2000)}b`,
      ),
    )
    const window = valueOf(await invoke('rollout:readLines', { fileId, from: 1, limit: 100 }))
    expect(window.lines.map(inShort)).toEqual([
      '1 | record |  |  | x',
      '2 | record | state |  | state',
      '3 | record | message |  | hi there',
      '4 | record | event_msg | user_message | do it',
      '5 | record | moon_phase |  | phase=full new_key=1',
      '6 | record | event_msg | item_completed/AgentMessage | done',
      '7 | blank |  |  | ',
      '8 | not-json |  |  | not json \\x',
      '9 | nul |  |  | a[2,000 bytes of value 0]b',
    ])
    expect(window.nextLine).toBe(null)
  })

  // SPEC reader/ordinal
  it('shows ordinals as they stand in the file where a number cannot hold them', async () => {
    const late = `{"payload":{"type":"x","ordinal":5,"text":"${'y'.repeat(600)}"},"ordinal":18446744073709551615,"type":"event_msg","timestamp":"t"}`
    const line = (ordinal: string): string =>
      `{"timestamp":"t","ordinal":${ordinal},"type":"event_msg","payload":{"type":"x"}}`
    const { invoke, fileId } = await open(
      rollout(line('3'), line('18446744073709551615'), line('"4"'), line('5.0'), late),
    )
    const { lines } = valueOf(await invoke('rollout:readLines', { fileId, from: 1, limit: 9 }))
    expect(lines.map(({ ordinal }) => ordinal)).toEqual([
      3,
      '18446744073709551615',
      '"4"',
      '5.0',
      '18446744073709551615',
    ])
  })

  it('pages without an index, and jumps with one', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => userLine(`m${String(index + 1)}`))
    const { invoke, fileId } = await open(rollout(...lines))
    const first = valueOf(await invoke('rollout:readLines', { fileId, from: 1, limit: 500 }))
    expect([first.lines.length, first.nextLine, first.index.complete]).toEqual([500, 501, false])
    const beyond = valueOf(await invoke('rollout:readLines', { fileId, from: 25_000, limit: 5 }))
    expect([beyond.lines, beyond.nextLine]).toEqual([[], 25_000])
    const index = valueOf(await invoke('rollout:index', { fileId, jobId: 'i' }))
    expect([index.lineCount, index.complete]).toEqual([30_000, true])
    const far = valueOf(await invoke('rollout:readLines', { fileId, from: 29_999, limit: 5 }))
    expect(far.lines.map(({ lineNumber, text }) => [lineNumber, text])).toEqual([
      [29_999, 'm29999'],
      [30_000, 'm30000'],
    ])
    expect(far.nextLine).toBe(null)
    const located = valueOf(
      await invoke('rollout:locate', { fileId, byteOffset: (far.lines[0]?.byteOffset ?? 0) + 3 }),
    )
    expect(located).toEqual({ lineNumber: 29_999, byteOffset: far.lines[0]?.byteOffset })
  })

  // SPEC index/exact
  it('indexes once, however many ask at the same time', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => userLine(`m${String(index + 1)}`))
    const { invoke, fileId } = await open(rollout(...lines))
    const ask = async (): Promise<number> =>
      valueOf(await invoke('rollout:index', { fileId, jobId: 'i' })).lineCount
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([20_000, 20_000, 20_000])
    const { lines: found } = valueOf(await invoke('rollout:readLines', { fileId, from: 19_990, limit: 1 }))
    expect(found.map(({ text }) => text)).toEqual(['m19990'])
  })

  // SPEC reader/long-lines
  it('judges long lines by their beginning unless it is asked to wait', async () => {
    const long = JSON.stringify({
      timestamp: 't',
      type: 'event_msg',
      payload: { type: 'user_message', message: 'y'.repeat(600_000) },
    })
    const { invoke, fileId } = await open(rollout(meta, long, `${long}}`, userLine('after')))
    valueOf(await invoke('rollout:index', { fileId, jobId: 'i' }))
    const quick = valueOf(await invoke('rollout:readLines', { fileId, from: 1, limit: 9 }))
    expect(quick.lines.map(({ status, complete, subtype }) => [status, complete, subtype])).toEqual([
      ['record', true, null],
      ['record', false, 'user_message'],
      ['record', false, 'user_message'],
      ['record', true, 'user_message'],
    ])
    const whole = valueOf(await invoke('rollout:readLines', { fileId, from: 2, limit: 9, whole: true }))
    expect(whole.lines.map(({ status, complete }) => [status, complete])).toEqual([
      ['record', true],
      ['not-json', true],
      ['record', true],
    ])
  })
})

describe('the text of a row', () => {
  it('is cut to a number of bytes, between characters, and says so', async () => {
    const { invoke, fileId } = await open(
      rollout(userLine('é'.repeat(40)), userLine('x'.repeat(200_000)), userLine('z'.repeat(3_000_000))),
    )
    const texts = async (maxTextBytes: number) => {
      const { lines } = valueOf(
        await invoke('rollout:readLines', { fileId, from: 1, limit: 9, maxTextBytes, whole: false }),
      )
      return lines.map(({ text, textTruncated }) => [Buffer.byteLength(text), textTruncated])
    }
    expect((await texts(17))[0]).toEqual([16, true])
    expect((await texts(80))[0]).toEqual([80, false])
    const [, second, third] = await texts(1_048_576)
    expect(second).toEqual([200_000, false])
    // Only the beginning of the third line was read, so its text may lack what follows.
    expect(third?.[1]).toBe(true)
  })
})

describe('rollout:readLine', () => {
  // SPEC reader/exact-values
  it('lays a value out without changing it', async () => {
    const line =
      '{"a":123456789012345678901234567890,"b":1e400,"c":-0,"d":14.0,"a":"\\ud800 {,:}","e":[],"f":{ },"g":[1,{"h":null}]}'
    const { invoke, fileId } = await open(rollout(meta, line))
    const { json } = valueOf(await invoke('rollout:readLine', { fileId, lineNumber: 2 }))
    expect(
      json
        ?.split('\n')
        .map((text) => text.trim())
        .join(''),
    ).toBe(line.replaceAll(':', ': ').replace('{,: }', '{,:}').replace('{ }', '{}'))
    expect(json?.split('\n').slice(0, 3)).toEqual([
      '{',
      '  "a": 123456789012345678901234567890,',
      '  "b": 1e400,',
    ])
  })

  it('lays out what is nested deeply in bounded space', async () => {
    const deep = `{"timestamp":"t","type":"x","payload":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`
    const { invoke, fileId } = await open(rollout(meta, deep))
    const { json, row } = valueOf(await invoke('rollout:readLine', { fileId, lineNumber: 2 }))
    expect([json, row.status]).toEqual([null, 'record'])
  })

  // SPEC record/schemas
  it('compares the value of a line with the schemas', async () => {
    const odd = { timestamp: 't', type: 'event_msg', payload: { type: 'agent_message', message: 5, mood: 1 } }
    const { invoke, fileId } = await open(rollout(meta, JSON.stringify(odd), 'not json', '42'))
    const shapes: unknown[] = []
    for (const lineNumber of [1, 2, 3, 4]) {
      shapes.push(valueOf(await invoke('rollout:readLine', { fileId, lineNumber })).shape)
    }
    expect(shapes).toMatchObject([
      { label: 'session_meta', isKnown: true, rejections: [], unknownKeys: [] },
      {
        label: 'event_msg/agent_message',
        rejections: [{ pointer: '/payload/message', message: 'should be a text, is a number' }],
        unknownKeys: ['/payload/mood'],
      },
      null,
      { grammar: null, label: null, isKnown: false },
    ])
  })

  it('gives way to the next line that is asked for', async () => {
    const { invoke, fileId } = await open(rollout(meta, userLine('a')))
    const first = invoke('rollout:readLine', { fileId, lineNumber: 1 })
    const second = invoke('rollout:readLine', { fileId, lineNumber: 2 })
    const [left, right] = await Promise.all([first, second])
    expect([left.ok ? 'ok' : left.error.code, right.ok]).toEqual(['cancelled', true])
  })

  it('serves a line in byte windows that fall between characters', async () => {
    const { invoke, fileId } = await open(rollout(meta, `{"a":"${'é'.repeat(40)}"}`))
    const first = valueOf(await invoke('rollout:readLine', { fileId, lineNumber: 2, windowLength: 9 }))
    expect([first.text, first.windowLength, first.row.byteLength]).toEqual(['{"a":"é', 8, 89])
    const next = valueOf(
      await invoke('rollout:readLine', { fileId, lineNumber: 2, windowFrom: 8, windowLength: 5 }),
    )
    expect([next.text, next.windowLength]).toEqual(['éé', 4])
  })

  it('shows bytes that are not UTF-8, and the value of a line that is JSON', async () => {
    const { invoke, fileId } = await open(
      Buffer.concat([
        Buffer.from(`${meta}\n`),
        Buffer.from([0x61, 0xc3, 0x28, 0xff, 0x0a]),
        Buffer.from('{"b":1}\n'),
      ]),
    )
    const bad = valueOf(await invoke('rollout:readLine', { fileId, lineNumber: 2 }))
    expect([bad.text, bad.hasInvalidUtf8, bad.json, bad.row.status]).toEqual([
      'a\\xC3(\\xFF\n',
      true,
      null,
      'invalid-utf8',
    ])
    const good = valueOf(await invoke('rollout:readLine', { fileId, lineNumber: 3 }))
    expect(good.json).toBe('{\n  "b": 1\n}')
  })

  it('says that a line is not there', async () => {
    const { invoke, fileId } = await open(rollout(meta))
    const answer = await invoke('rollout:readLine', { fileId, lineNumber: 99 })
    expect(answer.ok ? null : answer.error.code).toBe('not-found')
  })
})

describe('an open rollout that changes', () => {
  // SPEC reader/growing
  it('is pending while it grows, and is read on from where it ended', async () => {
    const { invoke, fileId, path } = await open(rollout(meta))
    valueOf(await invoke('rollout:index', { fileId, jobId: 'i' }))
    appendFileSync(path, `${userLine('more')}\n{"timestamp":"20`)
    expect(valueOf(await invoke('rollout:stat', { fileId })).state).toBe('grown')
    const index = valueOf(await invoke('rollout:index', { fileId, jobId: 'i' }))
    expect(index.lineCount).toBe(3)
    const { lines } = valueOf(await invoke('rollout:readLines', { fileId, from: 2, limit: 9 }))
    expect(lines.map(({ status }) => status)).toEqual(['record', 'pending'])
    expect(valueOf(await invoke('rollout:stat', { fileId })).state).toBe('same')
    // What has not grown since is what it is: a check says so.
    valueOf(await invoke('rollout:check', { fileId, jobId: 'c' }))
    const again = valueOf(await invoke('rollout:readLines', { fileId, from: 3, limit: 9 }))
    expect(again.lines.map(({ status }) => status)).toEqual(['torn'])
  })

  it('tells a rewrite from growth, and one that hides behind its old time', async () => {
    const { invoke, fileId, path } = await open(rollout(meta, userLine('a')))
    valueOf(await invoke('rollout:index', { fileId, jobId: 'i' }))
    const state = async (): Promise<string> => valueOf(await invoke('rollout:stat', { fileId })).state
    const { atime, mtime } = statSync(path)
    writeFileSync(path, rollout(meta, userLine('b')))
    utimesSync(path, atime, mtime)
    expect(await state()).toBe('rewritten')
    writeFileSync(path, rollout(meta, userLine('longer than it was'), userLine('c')))
    expect(await state()).toBe('rewritten')
    const index = await invoke('rollout:index', { fileId, jobId: 'i' })
    expect(index.ok ? null : index.error.code).toBe('changed')
  })

  it('says that a file became shorter where lines should be', async () => {
    const { invoke, fileId, path } = await open(
      rollout(meta, ...Array.from({ length: 99 }, () => userLine('a'))),
    )
    valueOf(await invoke('rollout:index', { fileId, jobId: 'i' }))
    truncateSync(path, 2000)
    const window = await invoke('rollout:readLines', { fileId, from: 50, limit: 9 })
    expect(window.ok ? null : window.error.code).toBe('changed')
  })

  it('opens what took its place when a person asks for that', async () => {
    const { invoke, fileId, path } = await open(rollout(meta))
    writeFileSync(`${path}.new`, rollout(meta, userLine('a')))
    renameSync(`${path}.new`, path)
    expect((await invoke('rollout:open', { fileId, jobId: 'o' })).ok).toBe(false)
    valueOf(await invoke('rollout:open', { fileId, jobId: 'o', acceptReplaced: true }))
    expect(valueOf(await invoke('rollout:stat', { fileId })).state).toBe('same')
  })

  it('goes on for one window when another opens the same file', async () => {
    const { invoke, fileId } = await open(rollout(meta, ...Array.from({ length: 3000 }, () => userLine('a'))))
    const check = invoke('rollout:check', { fileId, jobId: 'c' })
    valueOf(await invoke('rollout:open', { fileId, jobId: 'o' }))
    expect(valueOf(await check).report.lineCount).toBe(3001)
  })

  it('stops the work that goes on for it when it is closed', async () => {
    const { invoke, fileId } = await open(rollout(meta, ...Array.from({ length: 3000 }, () => userLine('a'))))
    const check = invoke('rollout:check', { fileId, jobId: 'c' })
    const index = invoke('rollout:index', { fileId, jobId: 'i' })
    valueOf(await invoke('rollout:close', { fileId }))
    const codes = (await Promise.all([check, index])).map((result) => (result.ok ? 'ok' : result.error.code))
    expect(codes).toEqual(['cancelled', 'cancelled'])
  })

  it('says when it became shorter, was rewritten, replaced or removed', async () => {
    const { invoke, fileId, path } = await open(rollout(meta, userLine('a')))
    const state = async (): Promise<string> => valueOf(await invoke('rollout:stat', { fileId })).state
    truncateSync(path, 20)
    expect(await state()).toBe('shrunk')
    const index = await invoke('rollout:index', { fileId, jobId: 'i' })
    expect(index.ok ? null : index.error.code).toBe('changed')
    writeFileSync(`${path}.new`, rollout(meta))
    renameSync(`${path}.new`, path)
    expect(await state()).toBe('replaced')
    const reopened = await invoke('rollout:open', { fileId, jobId: 'o' })
    expect(reopened.ok ? null : reopened.error.code).toBe('changed')
    rmSync(path)
    expect(await state()).toBe('gone')
    const check = await invoke('rollout:check', { fileId, jobId: 'c' })
    expect(check.ok ? null : [check.error.code, check.error.file]).toEqual(['not-found', 'a.jsonl'])
  })
})

describe('the contract', () => {
  // SPEC contract/grants
  it('refuses ids that were not given out and requests of the wrong form', async () => {
    const { invoke, explorer } = await open(rollout(meta))
    const unknown = await invoke('rollout:open', { fileId: 'guess', jobId: 'o' })
    expect(unknown.ok ? null : unknown.error.code).toBe('not-granted')
    const closed = await invoke('rollout:readLines', { fileId: 'guess', from: 1, limit: 1 })
    expect(closed.ok ? null : closed.error.code).toBe('not-granted')
    const wrong = await invoke('rollout:readLines', { fileId: 'guess', from: 0, limit: 1 })
    expect(wrong.ok ? null : wrong.error.code).toBe('bad-request')
    const { opened } = await explorer.openPaths(['/no/such/file', '/dev/null'])
    expect(opened.problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'list/not-found: file is not there. It may have been moved or deleted. Check the path.',
      'list/not-a-file: null is neither a file nor a folder. Only regular files and folders can be opened.',
    ])
  })
})
