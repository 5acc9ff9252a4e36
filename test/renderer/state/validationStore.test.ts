import { describe, expect, it } from 'vitest'
import { createJobsStore } from '../../../src/renderer/src/state/jobsStore'
import { isChangedSince, type RunWish } from '../../../src/renderer/src/state/validationRun'
import { createValidationStore } from '../../../src/renderer/src/state/validationStore'
import { err, ok, type Result } from '../../../src/shared/result'
import type { RunState } from '../../../src/shared/validation/run'
import { createFakeClient, deferred, type FakeAnswers } from '../support/fakeClient'
import { runRow, runState } from '../support/runState'

const wish: RunWish = { scope: { kind: 'root', rootId: 'home', archived: 'include' }, words: 'All' }

/** A store over a host whose run ends when the test says so, and which has `count` rows. */
function setUp(count = 4, answers: FakeAnswers = {}) {
  const ended = deferred<Result<RunState>>()
  const client = createFakeClient({
    'validation:run': () => ended.promise,
    'validation:rows': ({ from, limit }) => {
      const length = Math.max(0, Math.min(limit, count - from))
      const rows = Array.from({ length }, (_, index) => runRow(from + index))
      return ok({ rows, total: count, isSorted: true })
    },
    'validation:drop': () => ok({}),
    'job:cancel': () => ok({ found: true }),
    ...answers,
  })
  const jobs = createJobsStore(client)
  let ids = 0
  const store = createValidationStore({ client, jobs, newId: () => `r${String((ids += 1))}` })
  const asked = (channel: string) => client.calls.filter((call) => call.channel === channel)
  return { client, jobs, store, ended, asked, get: () => store.getState() }
}

const settle = () => new Promise((resolve) => setTimeout(resolve))

// SPEC runs/window
describe('the validation of a window', () => {
  it('shows rows while it runs, and stays with them when it has ended', async () => {
    const { client, get, ended, jobs } = setUp()
    const run = get().start(wish)
    expect(get().run).toMatchObject({ status: 'running', runId: 'r1', state: null })
    client.emit('validation:progressed', runState({ doneFiles: 2 }))
    await settle()
    expect(get().run).toMatchObject({ status: 'running', state: { doneFiles: 2 } })
    expect([get().total, get().rowAt(3)?.fileId]).toEqual([4, 'f3'])
    expect(jobs.getState().jobs).toMatchObject([{ done: 0, total: 100_000, unit: 'bytes' }])
    ended.resolve(ok(runState({ phase: 'done', doneFiles: 4 })))
    await run
    expect(get().run).toMatchObject({ status: 'ended', state: { phase: 'done' } })
    expect(jobs.getState().last).toMatchObject({ outcome: 'done' })
  })

  it('tells sessions that were written to since it began', () => {
    const beganMs = Date.parse('2026-11-20T08:00:00.000Z')
    expect(isChangedSince(beganMs, { updatedAt: '2026-11-20T08:00:00.001Z' })).toBe(true)
    expect(isChangedSince(beganMs, { updatedAt: '2026-11-20T08:00:00.000Z' })).toBe(false)
    expect(isChangedSince(beganMs, { updatedAt: null })).toBe(false)
  })

  it('hears nothing of a run that is not on show any more', async () => {
    const { client, get, ended, asked } = setUp()
    const run = get().start(wish)
    get().clear()
    expect(get().run).toEqual({ status: 'none' })
    client.emit('validation:progressed', runState({ doneFiles: 3 }))
    ended.resolve(ok(runState({ phase: 'cancelled' })))
    await run
    expect(get().run).toEqual({ status: 'none' })
    expect(asked('validation:drop')).toMatchObject([{ request: { runId: 'r1' } }])
    expect(asked('job:cancel')).toHaveLength(1)
  })

  it('shows why it could not begin', async () => {
    const { get, ended } = setUp()
    const run = get().start(wish)
    ended.resolve(err({ code: 'not-granted', message: 'Not listed any more.' }))
    await run
    expect(get().run).toMatchObject({ status: 'failed', error: { code: 'not-granted' }, wish })
  })

  // SPEC runs/cancel
  it('keeps what was found when it is cancelled, and its job ends as cancelled', async () => {
    const { get, ended, jobs, asked } = setUp()
    const run = get().start(wish)
    get().cancel()
    expect(get().run).toMatchObject({ status: 'running', isCancelled: true })
    expect(asked('job:cancel')).toHaveLength(1)
    ended.resolve(ok(runState({ phase: 'cancelled', doneFiles: 1 })))
    await run
    expect(get().run).toMatchObject({ status: 'ended', state: { phase: 'cancelled' } })
    expect(jobs.getState().last).toMatchObject({ outcome: 'cancelled', unit: 'bytes' })
  })

  it('reads windows of rows, one request at a time, and again when rows have changed meanwhile', async () => {
    const answer = deferred<null>()
    let reads = 0
    const { client, get, asked } = setUp(10_000, {
      'validation:rows': async ({ from, limit }) => {
        reads += 1
        if (reads === 1) await answer.promise
        const rows = Array.from({ length: limit }, (_, index) => runRow(from + index, { lineCount: reads }))
        return ok({ rows, total: 10_000, isSorted: true })
      },
    })
    void get().start(wish)
    client.emit('validation:progressed', runState())
    client.emit('validation:progressed', runState({ doneFiles: 1 }))
    client.emit('validation:progressed', runState({ doneFiles: 2 }))
    expect(reads).toBe(1)
    answer.resolve(null)
    await settle()
    expect(reads).toBe(2)
    expect(get().rowAt(0)?.lineCount).toBe(2)
    get().want(5_000, 5_030)
    await settle()
    expect(asked('validation:rows').at(-1)).toMatchObject({ request: { from: 4_960 } })
    expect(get().rowAt(5_030)?.fileId).toBe('f5030')
    const before = reads
    get().want(5_001, 5_031)
    await settle()
    expect(reads).toBe(before)
  })

  it('sorts by a column, the other way round by the same one, and filters by verdict', async () => {
    const { client, get, asked } = setUp()
    void get().start(wish)
    client.emit('validation:progressed', runState())
    await settle()
    const lastView = () => (asked('validation:rows').at(-1)?.request as { readonly view: unknown }).view
    get().moveTo(3)
    get().sortBy('errors')
    await settle()
    expect(lastView()).toEqual({ sort: 'errors', ascending: false, verdicts: [] })
    expect(get().cursor).toBe(0)
    get().sortBy('errors')
    get().toggleVerdict('damaged')
    get().toggleVerdict('unreadable')
    get().toggleVerdict('damaged')
    await settle()
    expect(lastView()).toEqual({ sort: 'errors', ascending: true, verdicts: ['unreadable'] })
    get().showAllVerdicts()
    get().sortAnew()
    await settle()
    expect(asked('validation:rows').some(({ request }) => (request as { anew: boolean }).anew)).toBe(true)
  })

  it('keeps the cursor among its rows', async () => {
    const { client, get } = setUp()
    void get().start(wish)
    client.emit('validation:progressed', runState())
    await settle()
    get().moveTo(99)
    expect(get().cursor).toBe(3)
    get().moveTo(-5)
    expect(get().cursor).toBe(0)
  })
})
