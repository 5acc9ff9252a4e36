/** The filters of open files, through the contract. */
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { MatchList } from '../../../src/core/filter/matchList'
import type { FilterState } from '../../../src/shared/contract/openRollout'
import type { LineFilter } from '../../../src/shared/rollout/lineFilter'
import { metaLine, rollout, tempHome, userLine, uuid } from '../support/tempHome'
import { testExplorer, valueOf } from '../support/testExplorer'

const meta = metaLine(uuid(1))

async function open(content: string | Uint8Array) {
  const path = join(tempHome({ 'a.jsonl': content }), 'a.jsonl')
  const { explorer, invoke } = await testExplorer('/nowhere')
  const fileId = (await explorer.openPaths([path])).entries[0]?.fileId ?? ''
  valueOf(await invoke('rollout:open', { fileId, jobId: 'open' }))
  const told: FilterState[] = []
  onTestFinished(explorer.on('rollout:matched', (state) => told.push(state)))
  let runs = 0
  const filter = async (wanted: Partial<LineFilter>, filterId = 'view'): Promise<FilterState> =>
    valueOf(await invoke('rollout:filter', { fileId, jobId: `j${String(++runs)}`, filterId, filter: wanted }))
  const rows = async (from = 0, filterId = 'view'): Promise<readonly string[]> => {
    const { lines } = valueOf(await invoke('rollout:readMatches', { fileId, filterId, from, limit: 500 }))
    return lines.map(({ lineNumber, status, text }) => `${String(lineNumber)} ${status} ${text}`)
  }
  return { path, invoke, fileId, told, filter, rows }
}

const numbered = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) =>
    userLine(`${(at + 1) % 10 === 0 ? 'tenth' : 'other'} ${String(at + 1)}`),
  )

describe('rollout:filter', () => {
  // SPEC filter/lines
  it('lists the lines it found by index, with their own numbers', async () => {
    const { filter, rows, told, invoke, fileId } = await open(rollout(...numbered(100)))
    const state = await filter({ text: 'TENTH' })
    expect(state).toMatchObject({ matched: 10, scannedLines: 100, complete: true, capped: false })
    expect(told.at(-1)).toEqual(state)
    expect(await rows(8)).toEqual(['90 record tenth 90', '100 record tenth 100'])
    const locate = async (lineNumber: number, limit = 1): Promise<unknown> =>
      valueOf(await invoke('rollout:locateMatch', { fileId, filterId: 'view', lineNumber, limit }))
    expect(await locate(1)).toEqual({ index: 0, before: null, lines: [10], matched: 10 })
    expect(await locate(40, 3)).toEqual({ index: 3, before: 30, lines: [40, 50, 60], matched: 10 })
    expect(await locate(101)).toEqual({ index: 10, before: 100, lines: [], matched: 10 })
  })

  it('says in which parts of the file matches are', async () => {
    const { filter } = await open(rollout(...numbered(100)))
    const { cells } = await filter({ text: 'tenth 100' })
    expect(cells).toEqual([1013])
    expect((await filter({ text: 'nowhere' })).cells).toEqual([])
  })

  // SPEC filter/growing
  it('goes on where it ended when the file has grown, and looks at an open last line again', async () => {
    const { path, filter, rows } = await open(`${rollout(userLine('needle 1'))}{"torn":"nee`)
    expect(await filter({ text: 'nee' })).toMatchObject({ matched: 2, scannedLines: 2, complete: true })
    appendFileSync(path, `dle"}\n${rollout(userLine('other'), userLine('needle 4'))}`)
    expect(await filter({ text: 'nee' })).toMatchObject({ matched: 3, scannedLines: 4, complete: true })
    expect(await rows()).toEqual([
      '1 record needle 1',
      '2 json-not-record {"torn":"needle"}',
      '4 record needle 4',
    ])
  })

  it('replaces the filter of a view, and keeps those of others', async () => {
    const { filter, rows, invoke, fileId } = await open(rollout(meta, userLine('a'), userLine('b')))
    await filter({ text: 'user_message' }, 'one')
    await filter({ kinds: ['meta'] }, 'two')
    await filter({ kinds: ['user'], text: '"b"' }, 'one')
    expect([await rows(0, 'one'), (await rows(0, 'two')).length]).toEqual([['3 record b'], 1])
    valueOf(await invoke('rollout:dropFilter', { fileId, filterId: 'one' }))
    const gone = await invoke('rollout:readMatches', { fileId, filterId: 'one', from: 0, limit: 1 })
    expect(gone.ok ? null : gone.error.code).toBe('not-found')
    for (const view of ['three', 'four', 'five', 'six']) await filter({ text: 'a' }, view)
    const oldest = await invoke('rollout:locateMatch', { fileId, filterId: 'two', lineNumber: 1 })
    expect(oldest.ok ? null : oldest.error.code).toBe('not-found')
  })

  it('is gone when its file is closed, and ends then', async () => {
    const { filter, invoke, fileId } = await open(rollout(meta, userLine('a')))
    await filter({ text: 'a' })
    valueOf(await invoke('rollout:close', { fileId }))
    const closed = await invoke('rollout:readMatches', { fileId, filterId: 'view', from: 0, limit: 1 })
    expect(closed.ok ? null : closed.error.code).toBe('not-granted')
    valueOf(await invoke('rollout:open', { fileId, jobId: 'again' }))
    const again = await invoke('rollout:readMatches', { fileId, filterId: 'view', from: 0, limit: 1 })
    expect(again.ok ? null : again.error.code).toBe('not-found')
  })

  it('is cancelled by its job, keeps what it found, and goes on when it is asked again', async () => {
    const { filter, invoke, fileId, told, rows } = await open(rollout(...numbered(40_000)))
    const first = invoke('rollout:filter', {
      fileId,
      jobId: 'stop',
      filterId: 'view',
      filter: { text: 'tenth' },
    })
    await invoke('job:cancel', { jobId: 'stop' })
    const answer = await first
    expect(answer.ok ? null : answer.error.code).toBe('cancelled')
    expect(told.at(-1)?.complete ?? false).toBe(false)
    expect(await filter({ text: 'tenth' })).toMatchObject({ matched: 4_000, complete: true })
    expect((await rows(3_999))[0]).toBe('40000 record tenth 40000')
  })

  // SPEC filter/long-lines
  it('shows the status that all bytes of a long line have', async () => {
    const long = `{"timestamp":"t","type":"event_msg","payload":{"type":"user_message","message":"${'y'.repeat(300_000)}`
    const { filter, invoke, fileId } = await open(rollout(meta, `${long}"}}}`, `${long}"}}`))
    await filter({ text: 'yyy' })
    const { lines } = valueOf(
      await invoke('rollout:readMatches', { fileId, filterId: 'view', from: 0, limit: 9, maxTextBytes: 40 }),
    )
    expect(lines.map(({ status, complete, textTruncated }) => [status, complete, textTruncated])).toEqual([
      ['not-json', true, true],
      ['record', true, true],
    ])
  })

  it('refuses a filter that asks for nothing sensible', async () => {
    const { invoke, fileId } = await open(rollout(meta))
    const wrong = [
      { text: '' },
      { kinds: [] },
      { kinds: ['moon'] },
      { text: 'x'.repeat(1_001) },
      { regex: 'x' },
    ]
    for (const filter of wrong) {
      const answer = await invoke('rollout:filter', {
        fileId,
        jobId: 'j',
        filterId: 'v',
        filter: filter as never,
      })
      expect(answer.ok ? null : answer.error.code).toBe('bad-request')
    }
  })
})

describe('rollout:check', () => {
  // SPEC filter/census
  it('counts the lines of every kind and type', async () => {
    const { invoke, fileId } = await open(
      rollout(meta, userLine('a'), userLine('b'), '', 'not json', '{"a":1}{"b":2}'),
    )
    const { census, report } = valueOf(await invoke('rollout:check', { fileId, jobId: 'c' }))
    expect(census).toMatchObject({
      groups: { meta: 1, user: 2, blank: 1, damage: 2, assistant: 0 },
      types: [
        { name: '', count: 3 },
        { name: 'event_msg/user_message', count: 2 },
        { name: 'session_meta', count: 1 },
      ],
      otherTypes: 0,
    })
    expect(Object.values(census.groups).reduce((sum, count) => sum + count, 0)).toBe(report.lineCount)
  })

  it('lists at most a thousand types, and counts the rest', async () => {
    const lines = Array.from(
      { length: 1_200 },
      (_, at) => `{"timestamp":"t","type":"t${String(at)}","payload":{}}`,
    )
    const { invoke, fileId } = await open(rollout(...lines))
    const { census } = valueOf(await invoke('rollout:check', { fileId, jobId: 'c' }))
    expect([census.types.length, census.otherTypes]).toEqual([1_000, 200])
  })
})

describe('MatchList', () => {
  it('holds more than one block, and is cut anywhere', () => {
    const list = new MatchList()
    const count = 150_000
    const lineNumbers = Float64Array.from({ length: count }, (_, at) => 2 ** 33 + at * 2)
    const chunk = {
      lineNumbers,
      byteOffsets: lineNumbers,
      byteLengths: lineNumbers,
      statuses: new Uint8Array(count),
      next: { lineNumber: 1, byteOffset: 0 },
      scannedBytes: 0,
      scannedLines: 0,
      isCapped: false,
    }
    list.add(chunk)
    expect(list.at(count - 1)?.lineNumber).toBe(2 ** 33 + (count - 1) * 2)
    expect([list.indexOf(2 ** 33 + 131_073), list.indexOf(2 ** 40), list.indexOf(1)]).toEqual([
      65_537,
      count,
      0,
    ])
    list.cutFrom(2 ** 33 + 10)
    expect([list.count, list.at(5), list.slice(3, 9).length]).toEqual([5, null, 2])
    list.add(chunk)
    expect(list.count).toBe(count + 5)
  })
})
