import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createJobsStore } from '../../../src/renderer/src/state/jobsStore'
import { createViewerStore } from '../../../src/renderer/src/state/viewerStore'
import { isFiltering, toLineFilter, emptyWish } from '../../../src/renderer/src/state/filterTypes'
import type { Request, Response } from '../../../src/shared/contract/contract'
import type { FilterState } from '../../../src/shared/contract/openRollout'
import { err, ok, type Result } from '../../../src/shared/result'
import { censusOf } from '../../support/census'
import {
  createFakeClient,
  deferred,
  headerOf,
  lineRow,
  reportOf,
  type FakeAnswers,
} from '../support/fakeClient'

/** A file of 100 lines, of which every tenth matches whatever is asked. */
const matching = Array.from({ length: 10 }, (_, at) => (at + 1) * 10)
const index = { lineCount: 100, indexedBytes: 1_000, totalBytes: 1_000, complete: true }

function told(
  request: Pick<Request<'rollout:filter'>, 'fileId' | 'filterId' | 'jobId'>,
  part: Partial<FilterState> = {},
): FilterState {
  const { fileId, filterId, jobId } = request
  const rest = { matched: 10, scannedLines: 100, scannedBytes: 1_000, totalBytes: 1_000 }
  return { fileId, filterId, jobId, ...rest, complete: true, capped: false, cells: [1], ...part }
}

const host: FakeAnswers = {
  'rollout:open': ({ fileId }) => ok(headerOf(fileId)),
  'rollout:close': () => ok({}),
  'rollout:index': ({ fileId }) => ok({ ...index, fileId }),
  'rollout:readLines': ({ fileId, from, limit }) =>
    ok({
      lines: Array.from({ length: limit }, (_, at) => lineRow(from + at)),
      nextLine: null,
      index: { ...index, fileId },
    }),
  'rollout:readLine': () => err({ code: 'io', message: 'not here' }),
  'rollout:check': () =>
    ok({
      report: reportOf(),
      strip: { totalBytes: 1_000, kinds: [0], marks: [0] },
      census: censusOf({ user: 100 }),
    }),
  'rollout:filter': (request) => ok(told(request)),
  'rollout:readMatches': ({ from, limit }) =>
    ok({ lines: matching.slice(from, from + limit).map((line) => lineRow(line)), matched: 10 }),
  'rollout:locateMatch': ({ lineNumber, limit = 1 }) => {
    const at = matching.findIndex((line) => line >= lineNumber)
    const found = at < 0 ? matching.length : at
    return ok({
      index: found,
      before: matching[found - 1] ?? null,
      lines: matching.slice(found, found + limit),
      matched: 10,
    })
  },
  'rollout:dropFilter': () => ok({}),
  'job:cancel': () => ok({ found: true }),
}

async function viewer(answers: FakeAnswers = host) {
  const client = createFakeClient(answers)
  const jobs = createJobsStore(client)
  const failures: string[] = []
  const store = createViewerStore({ client, jobs, onFailure: ({ message }) => failures.push(message) })
  await store.getState().open('a', 'A')
  const asked = (channel: string): readonly unknown[] =>
    client.calls.filter((call) => call.channel === channel).map(({ request }) => request)
  return { client, store, failures, asked, get: () => store.getState() }
}

/** Lets timers and promises that are due run. */
async function rest(ms = 1_000): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
}

describe('the filter of lines', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('asks for nothing until something is asked of it, and once when typing pauses', async () => {
    const { get, asked } = await viewer()
    get().openFilter('find')
    await rest()
    expect([get().isFilterOpen, get().filterRun.status, asked('rollout:filter')]).toEqual([true, 'none', []])
    for (const text of ['n', 'ne', 'need', '  need ']) get().changeWish({ text })
    await rest()
    expect(asked('rollout:filter')).toMatchObject([
      { filter: { text: '  need ', kinds: null, types: null, caseSensitive: false } },
    ])
    expect(get()).toMatchObject({ filterRun: { status: 'done' }, matched: { matched: 10 } })
    get().changeWish({ text: '   ' })
    await rest()
    expect(get()).toMatchObject({ filterRun: { status: 'none' }, matched: null, matches: null })
    expect(asked('rollout:dropFilter').length).toBe(1)
  })

  it('lists matches by index in filter mode, and all lines again when it is closed', async () => {
    const { get } = await viewer()
    get().openFilter('filter')
    expect(isFiltering(get())).toBe(false)
    get().changeWish({ kinds: ['user'] })
    await rest()
    expect(isFiltering(get())).toBe(true)
    get().wantMatches(1, 10, { first: 0, last: 9 })
    await rest()
    expect([get().matches?.row(1)?.lineNumber, get().matches?.row(10)?.lineNumber]).toEqual([10, 100])
    get().setFilterMode('find')
    expect(isFiltering(get())).toBe(false)
    get().closeFilter()
    expect(get()).toMatchObject({ isFilterOpen: false, matches: null, wish: { kinds: ['user'] } })
    get().openFilter('filter')
    await rest()
    expect(isFiltering(get())).toBe(true)
  })

  it('moves among matches where only those are listed', async () => {
    const { get } = await viewer()
    get().openFilter('filter')
    get().changeWish({ text: 'x' })
    await rest()
    expect(get()).toMatchObject({ selectedLine: 1, matchPlace: { index: 0, isMatch: false, isKnown: true } })
    const steps = [] as unknown[]
    for (const move of [1, 1, 3, -1, -9]) {
      get().moveBy(move)
      await rest()
      steps.push(get().selectedLine)
    }
    expect(steps).toEqual([10, 20, 50, 40, 10])
    get().moveToEnd('last')
    await rest()
    expect(get()).toMatchObject({ selectedLine: 100, reveal: { lineNumber: 100 } })
  })

  it('goes from match to match, round at the ends, and knows which one it is at', async () => {
    const { get } = await viewer()
    get().openFilter('find')
    get().changeWish({ text: 'x' })
    await rest()
    const at = async (by: -1 | 1): Promise<unknown> => {
      await get().stepMatch(by)
      await rest()
      return [get().selectedLine, get().matchPlace?.index]
    }
    expect([await at(1), await at(1), await at(-1), await at(-1)]).toEqual([
      [10, 0],
      [20, 1],
      [10, 0],
      [100, 9],
    ])
    expect(await at(1)).toEqual([10, 0])
    get().setViewport(15, 35, 21)
    await rest()
    expect(get().visibleMatches.has(20)).toBe(true)
  })

  it('does not go round while the search goes on', async () => {
    const answer = deferred<Result<Response<'rollout:filter'>>>()
    const { get, client, asked } = await viewer({ ...host, 'rollout:filter': () => answer.promise })
    get().openFilter('find')
    get().changeWish({ text: 'x' })
    await rest()
    const request = asked('rollout:filter')[0] as Request<'rollout:filter'>
    client.emit('rollout:matched', told(request, { complete: false, scannedBytes: 500, scannedLines: 50 }))
    get().select(100)
    const step = get().stepMatch(1)
    await rest()
    expect(get().selectedLine).toBe(100)
    answer.resolve(ok(told(request)))
    await step
    expect(get().selectedLine).toBe(10)
  })

  it('steps among the matches of what was just typed, never of what stood there before', async () => {
    const { get, asked } = await viewer()
    get().openFilter('find')
    get().changeWish({ text: 'x' })
    await get().stepMatch(1)
    expect(get().selectedLine).toBe(10)
    get().changeWish({ text: 'xy' })
    await get().stepMatch(1)
    expect(get().selectedLine).toBe(20)
    expect(asked('rollout:filter')).toMatchObject([{ filter: { text: 'x' } }, { filter: { text: 'xy' } }])
  })

  it('gives up a step that waits when something else is typed or selected', async () => {
    const answer = deferred<Result<Response<'rollout:filter'>>>()
    const { get, asked } = await viewer({ ...host, 'rollout:filter': () => answer.promise })
    get().openFilter('find')
    get().changeWish({ text: 'x' })
    const step = get().stepMatch(1)
    await rest()
    get().select(42)
    answer.resolve(ok(told(asked('rollout:filter')[0] as Request<'rollout:filter'>)))
    await step
    expect(get().selectedLine).toBe(42)
  })

  it('keeps what was found until another search tells, and drops what comes too late', async () => {
    const answers = [deferred<Result<FilterState>>(), deferred<Result<FilterState>>()]
    let asks = 0
    const { get, client, asked } = await viewer({
      ...host,
      'rollout:filter': () =>
        answers[asks++]?.promise ?? err({ code: 'internal', message: 'once too often' }),
    })
    get().openFilter('filter')
    get().changeWish({ text: 'one' })
    await rest()
    const [first] = asked('rollout:filter') as Request<'rollout:filter'>[]
    if (first === undefined) throw new Error('nothing was asked')
    client.emit('rollout:matched', told(first, { matched: 3, complete: false }))
    get().changeWish({ text: 'two' })
    await rest()
    expect(asked('job:cancel')).toContainEqual({ jobId: first.jobId })
    client.emit('rollout:matched', told(first, { matched: 7 }))
    answers[0]?.resolve(ok(told(first, { matched: 9 })))
    await rest()
    expect(get()).toMatchObject({ filterRun: { status: 'running' }, matched: { matched: 3 } })
    const second = asked('rollout:filter')[1] as Request<'rollout:filter'>
    expect(second.filterId).toBe(first.filterId)
    answers[1]?.resolve(ok(told(second, { matched: 4 })))
    await rest()
    expect(get()).toMatchObject({ filterRun: { status: 'done' }, matched: { matched: 4 } })
  })

  it('says of a line that was gone to whether it is hidden', async () => {
    const { get } = await viewer()
    get().openFilter('filter')
    get().changeWish({ text: 'x' })
    await rest()
    get().goToLine(47)
    await rest()
    expect(get().matchPlace).toEqual({ lineNumber: 47, index: 4, isMatch: false, isKnown: true })
    get().goToLine(50)
    await rest()
    expect(get().matchPlace).toMatchObject({ lineNumber: 50, isMatch: true })
  })

  it('can be stopped and gone on with, and ends with its session', async () => {
    const answer = deferred<Result<FilterState>>()
    const { get, asked } = await viewer({
      ...host,
      'rollout:filter': () => answer.promise,
      'job:cancel': () => {
        answer.resolve(err({ code: 'cancelled', message: '' }))
        return ok({ found: true })
      },
    })
    get().openFilter('filter')
    get().changeWish({ text: 'x' })
    await rest()
    get().cancelFilter()
    await rest()
    expect(get().filterRun).toEqual({ status: 'cancelled' })
    get().changeWish({ text: 'y' })
    await get().open('b', 'B')
    await rest()
    expect(get()).toMatchObject({ isFilterOpen: false, wish: emptyWish, filterRun: { status: 'none' } })
    expect(asked('rollout:filter').length).toBe(1)
  })

  it('takes in what was appended', async () => {
    const { get, asked } = await viewer()
    get().openFilter('filter')
    get().changeWish({ text: 'x' })
    await rest()
    await get().readAppended()
    await rest()
    expect(asked('rollout:filter').length).toBe(2)
    expect(get()).toMatchObject({ filterRun: { status: 'done' }, census: { groups: { user: 100 } } })
  })
})

const loss = { format: 'paginated' as const, misplaced: [7] }

describe('toLineFilter', () => {
  it('is null for a wish that asks for nothing', () => {
    expect(toLineFilter(emptyWish, loss)).toBe(null)
    expect(toLineFilter({ ...emptyWish, text: ' \t' }, loss)).toBe(null)
    expect(toLineFilter({ ...emptyWish, types: [''] }, loss)).toEqual({
      kinds: null,
      types: [''],
      text: null,
      caseSensitive: false,
      lostByCodex: null,
    })
  })

  // SPEC filter/codex
  it('asks for what Codex does not read where that is wished', () => {
    expect(toLineFilter({ ...emptyWish, isLost: true }, loss)).toMatchObject({
      kinds: null,
      text: null,
      lostByCodex: { format: 'paginated', misplaced: [7] },
    })
  })
})
