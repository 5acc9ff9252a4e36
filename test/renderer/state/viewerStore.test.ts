import { censusOf } from '../../support/census'
import { describe, expect, it } from 'vitest'
import { createJobsStore } from '../../../src/renderer/src/state/jobsStore'
import { changedError } from '../../../src/renderer/src/state/changed'
import type { ViewerState } from '../../../src/renderer/src/state/viewerTypes'
import { createViewerStore } from '../../../src/renderer/src/state/viewerStore'
import type { Response } from '../../../src/shared/contract/contract'
import type { IndexState, RolloutHeader } from '../../../src/shared/contract/openRollout'
import { err, ok, type AppError, type Result } from '../../../src/shared/result'
import type { Finding } from '../../../src/shared/validation/finding'
import {
  createFakeClient,
  deferred,
  headerOf,
  lineRow,
  reportOf,
  type FakeAnswers,
} from '../support/fakeClient'

function finding(lineNumber: number | null): Finding {
  return {
    rule: 'line/torn',
    severity: 'error',
    lineNumber,
    byteOffset: 0,
    byteLength: 1,
    message: '',
    codex: null,
  }
}

const index = { fileId: 'a', lineCount: 100, indexedBytes: 1_000, totalBytes: 1_000, complete: true }

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
      report: reportOf({ findings: [finding(7), finding(40)] }),
      strip: { totalBytes: 1_000, kinds: [0], marks: [0] },
      census: censusOf(),
    }),
  'rollout:locate': ({ byteOffset }) => ok({ lineNumber: Math.floor(byteOffset / 10) + 1, byteOffset }),
  'rollout:stat': () => ok({ state: 'grown', sizeBytes: 1_500 }),
  'job:cancel': () => ok({ found: true }),
}

function viewer(answers: FakeAnswers = host) {
  const client = createFakeClient(answers)
  const failures: AppError[] = []
  const jobs = createJobsStore(client)
  const store = createViewerStore({ client, jobs, onFailure: (error) => failures.push(error) })
  return { client, store, failures, jobs }
}

function jobIds({ indexing, check }: ViewerState): readonly string[] {
  return [indexing, check].flatMap((work) => (work.status === 'running' ? [work.jobId] : []))
}

describe('viewer', () => {
  it('opens a session, then has its lines, index, report and strip', async () => {
    const { store } = viewer()
    await store.getState().open('a', 'A')
    const { session, index: known, check, strip, selectedLine, row } = store.getState()
    expect([session.status, known?.lineCount, check.status, strip?.kinds, selectedLine]).toEqual([
      'ready',
      100,
      'done',
      [0],
      1,
    ])
    expect(row(100)?.text).toBe('line 100')
  })

  it('drops the answer for a session that was left before it came', async () => {
    const slow = deferred<Result<RolloutHeader>>()
    const { store, client } = viewer({
      ...host,
      'rollout:open': ({ fileId }) => (fileId === 'slow' ? slow.promise : ok(headerOf(fileId))),
    })
    const first = store.getState().open('slow', 'Slow')
    await store.getState().open('b', 'B')
    slow.resolve(ok(headerOf('slow')))
    await first
    expect(store.getState().session).toMatchObject({ status: 'ready', fileId: 'b' })
    expect(client.calls).toContainEqual({ channel: 'rollout:close', request: { fileId: 'slow' } })
  })

  it('says which file could not be opened, and goes on working', async () => {
    const { store } = viewer({
      ...host,
      'rollout:open': ({ fileId }) =>
        fileId === 'bad' ? err({ code: 'permission-denied', message: 'no' }) : ok(headerOf(fileId)),
    })
    await store.getState().open('bad', 'Bad')
    expect(store.getState().session).toMatchObject({ status: 'failed', title: 'Bad' })
    await store.getState().open('a', 'A')
    expect(store.getState().session.status).toBe('ready')
  })

  it('shows lines while the index still grows, and takes over what events tell of it', async () => {
    const growing = deferred<Result<typeof index>>()
    const { store, client } = viewer({
      ...host,
      'rollout:index': () => growing.promise,
      'rollout:readLines': ({ fileId }) =>
        ok({
          lines: [lineRow(1)],
          nextLine: null,
          index: { ...index, fileId, lineCount: 1, complete: false },
        }),
    })
    const opened = store.getState().open('a', 'A')
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(store.getState().row(1)?.text).toBe('line 1')
    client.emit('rollout:indexed', { ...index, lineCount: 60, complete: false })
    client.emit('rollout:indexed', { ...index, fileId: 'other', lineCount: 999 })
    expect(store.getState().index?.lineCount).toBe(60)
    growing.resolve(ok(index))
    await opened
    expect(store.getState()).toMatchObject({ index: { lineCount: 100 }, indexing: { status: 'done' } })
  })

  it('goes to lines, to bytes and to findings, and walks back the way it came', async () => {
    const { store } = viewer()
    await store.getState().open('a', 'A')
    const { goTo, stepFinding, travel } = store.getState()
    await goTo({ kind: 'line', lineNumber: 5_000 })
    expect(store.getState().selectedLine).toBe(100)
    await goTo({ kind: 'byte', byteOffset: 255 })
    expect(store.getState().selectedLine).toBe(26)
    stepFinding('finding', 1)
    expect(store.getState()).toMatchObject({ selectedLine: 40, selectedFinding: 1 })
    await travel(-1)
    expect(store.getState().selectedLine).toBe(26)
    await travel(1)
    expect(store.getState().selectedLine).toBe(40)
  })

  it('notices that a compressed file on disk has grown, and reads it again when asked to', async () => {
    const { store } = viewer({
      ...host,
      'rollout:open': ({ fileId }) => ok({ ...headerOf(fileId), form: 'jsonl.zst' }),
    })
    await store.getState().open('a', 'A')
    await store.getState().pollDisk()
    expect(store.getState().disk).toEqual({ state: 'grown', sizeBytes: 1_500 })
    await store.getState().readAppended()
    expect(store.getState()).toMatchObject({ disk: null, check: { status: 'done' } })
  })

  it('ends the work under way before it reads what was appended, and drops its late answers', async () => {
    const checks = [
      deferred<Result<Response<'rollout:check'>>>(),
      deferred<Result<Response<'rollout:check'>>>(),
    ]
    const counts = [deferred<Result<IndexState>>(), deferred<Result<IndexState>>()]
    let [checked, counted] = [0, 0]
    const { store, client, jobs } = viewer({
      ...host,
      'rollout:check': () =>
        checks[checked++]?.promise ?? err({ code: 'internal', message: 'once too often' }),
      'rollout:index': () =>
        counts[counted++]?.promise ?? err({ code: 'internal', message: 'once too often' }),
    })
    const opened = store.getState().open('a', 'A')
    await new Promise((resolve) => setTimeout(resolve, 0))
    const [first, second] = jobIds(store.getState())
    const read = store.getState().readAppended()
    expect(
      client.calls.filter(({ channel }) => channel === 'job:cancel').map(({ request }) => request),
    ).toEqual([{ jobId: first }, { jobId: second }])
    const strip = { totalBytes: 1, kinds: [0], marks: [0] }
    checks[0]?.resolve(ok({ report: reportOf({ lineCount: 1 }), strip, census: censusOf() }))
    counts[0]?.resolve(err({ code: 'cancelled', message: '' }))
    await opened
    expect(store.getState()).toMatchObject({ check: { status: 'running' }, indexing: { status: 'running' } })
    expect(jobs.getState().jobs.map(({ jobId }) => jobId)).toEqual(jobIds(store.getState()))
    checks[1]?.resolve(ok({ report: reportOf({ lineCount: 120 }), strip, census: censusOf() }))
    counts[1]?.resolve(ok({ ...index, lineCount: 120 }))
    await read
    expect(store.getState()).toMatchObject({
      check: { status: 'done', report: { lineCount: 120 } },
      indexing: { status: 'done' },
      index: { lineCount: 120 },
    })
  })

  it('opens what took the place of a file only for somebody who was told', async () => {
    const { store, client } = viewer({
      ...host,
      'rollout:open': ({ fileId, acceptReplaced }) =>
        acceptReplaced ? ok(headerOf(fileId)) : err({ code: 'changed', message: 'another file' }),
    })
    await store.getState().open('a', 'A')
    expect(store.getState().session).toMatchObject({ status: 'failed', error: { code: 'changed' } })
    await store.getState().reopen(true)
    expect(store.getState().session).toMatchObject({ status: 'ready', fileId: 'a' })
    await store.getState().reopen(true)
    const asked = client.calls.filter(({ channel }) => channel === 'rollout:open')
    expect(asked.map(({ request }) => (request as { acceptReplaced: boolean }).acceptReplaced)).toEqual([
      false,
      true,
      true,
    ])
    expect(client.calls.some(({ channel }) => channel === 'rollout:close')).toBe(false)
  })

  it('goes on with an opening that is asked for again', async () => {
    const { store, client } = viewer()
    await Promise.all([store.getState().open('a', 'A'), store.getState().open('a', 'A')])
    expect(client.calls.filter(({ channel }) => channel === 'rollout:open')).toHaveLength(1)
    expect(store.getState().session.status).toBe('ready')
  })

  it('knows from any work that the file has changed', async () => {
    const changed = { code: 'changed', message: 'shorter' } as const
    for (const channel of ['rollout:index', 'rollout:check', 'rollout:readLines'] as const) {
      const { store } = viewer({ ...host, [channel]: () => err(changed) })
      await store.getState().open('a', 'A')
      expect(changedError(store.getState())).toEqual(changed)
    }
    const { store } = viewer()
    await store.getState().open('a', 'A')
    expect(changedError(store.getState())).toBeNull()
  })

  it('keeps the lines when the check is cancelled', async () => {
    const { store } = viewer({ ...host, 'rollout:check': () => err({ code: 'cancelled', message: '' }) })
    await store.getState().open('a', 'A')
    expect(store.getState()).toMatchObject({ check: { status: 'cancelled' }, indexing: { status: 'done' } })
  })
})
