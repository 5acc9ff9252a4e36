import { censusOf } from '../../support/census'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createJobsStore } from '../../../src/renderer/src/state/jobsStore'
import { createViewerStore } from '../../../src/renderer/src/state/viewerStore'
import type { Request } from '../../../src/shared/contract/contract'
import type { LineDetail } from '../../../src/shared/contract/openRollout'
import { err, ok, type Result } from '../../../src/shared/result'
import {
  createFakeClient,
  deferred,
  headerOf,
  lineRow,
  reportOf,
  type FakeAnswers,
} from '../support/fakeClient'

const index = { fileId: 'a', lineCount: 3, indexedBytes: 30, totalBytes: 30, complete: true }

function detailOf(fileId: string, lineNumber: number, text = `${fileId} ${String(lineNumber)}`): LineDetail {
  return {
    row: lineRow(lineNumber),
    spans: [],
    windowFrom: 0,
    windowLength: 10,
    text,
    hasInvalidUtf8: false,
    json: null,
    readable: null,
    shape: null,
  }
}

const host: FakeAnswers = {
  'rollout:open': ({ fileId }) => ok(headerOf(fileId)),
  'rollout:close': () => ok({}),
  'rollout:index': ({ fileId }) => ok({ ...index, fileId }),
  'rollout:readLines': ({ fileId }) =>
    ok({ lines: [lineRow(1), lineRow(2), lineRow(3)], nextLine: null, index: { ...index, fileId } }),
  'rollout:readLine': ({ fileId, lineNumber }) => ok(detailOf(fileId, lineNumber)),
  'rollout:check': () =>
    ok({ report: reportOf(), strip: { totalBytes: 30, kinds: [0], marks: [0] }, census: censusOf() }),
  'job:cancel': () => ok({ found: true }),
}

function viewer(answers: FakeAnswers = {}) {
  const client = createFakeClient({ ...host, ...answers })
  const store = createViewerStore({ client, jobs: createJobsStore(client), onFailure: () => undefined })
  const shown = (): string => {
    const { detail } = store.getState()
    return detail.status === 'ready' ? detail.windows[0].text : detail.status
  }
  return { client, store, shown }
}

describe('line under inspection', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('keeps the line before under its own number while the next is on its way', async () => {
    const slow = deferred<Result<LineDetail>>()
    const { store } = viewer({
      'rollout:readLine': ({ fileId, lineNumber }) =>
        lineNumber === 2 ? slow.promise : ok(detailOf(fileId, lineNumber)),
    })
    await store.getState().open('a', 'A')
    await vi.runAllTimersAsync()
    store.getState().select(2)
    await vi.runAllTimersAsync()
    expect(store.getState().detail).toMatchObject({
      status: 'loading',
      lineNumber: 2,
      previous: { lineNumber: 1, windows: [{ text: 'a 1' }] },
    })
    slow.resolve(ok(detailOf('a', 2)))
    await vi.runAllTimersAsync()
    expect(store.getState().detail).toMatchObject({ status: 'ready', lineNumber: 2 })
  })

  it('never shows a line of one file under another that was opened meanwhile', async () => {
    const slow = deferred<Result<LineDetail>>()
    const { store, shown } = viewer({
      'rollout:readLine': ({ fileId, lineNumber }) =>
        fileId === 'a' ? slow.promise : ok(detailOf(fileId, lineNumber)),
    })
    await store.getState().open('a', 'A')
    await vi.runAllTimersAsync()
    const opened = store.getState().open('b', 'B')
    slow.resolve(ok(detailOf('a', 1)))
    await opened
    expect(shown()).toBe('none')
    await vi.runAllTimersAsync()
    expect(shown()).toBe('b 1')
  })

  it('asks again when the host ended the read for another, and says nothing of it', async () => {
    let asked = 0
    const { store, shown } = viewer({
      'rollout:readLine': ({ fileId, lineNumber }: Request<'rollout:readLine'>) =>
        asked++ === 0 ? err({ code: 'cancelled', message: '' }) : ok(detailOf(fileId, lineNumber)),
    })
    await store.getState().open('a', 'A')
    await vi.runAllTimersAsync()
    expect([shown(), asked]).toEqual(['a 1', 2])
  })

  it('gives up on a line that is cancelled again and again', async () => {
    const { store, shown } = viewer({ 'rollout:readLine': () => err({ code: 'cancelled', message: '' }) })
    await store.getState().open('a', 'A')
    await vi.runAllTimersAsync()
    expect(shown()).toBe('failed')
  })

  it('reads the last line again after more was appended, and no line before it', async () => {
    let isComplete = false
    const { store, shown, client } = viewer({
      'rollout:readLines': ({ fileId }) =>
        ok({
          lines: [lineRow(1), lineRow(2), lineRow(3, { status: isComplete ? 'record' : 'torn' })],
          nextLine: null,
          index: { ...index, fileId },
        }),
      'rollout:readLine': ({ fileId, lineNumber }) =>
        ok(detailOf(fileId, lineNumber, isComplete ? 'whole' : 'half')),
    })
    await store.getState().open('a', 'A')
    store.getState().select(3)
    await vi.runAllTimersAsync()
    expect([shown(), store.getState().row(3)?.status]).toEqual(['half', 'torn'])
    isComplete = true
    await store.getState().readAppended()
    await vi.runAllTimersAsync()
    expect([shown(), store.getState().row(3)?.status]).toEqual(['whole', 'record'])

    store.getState().select(1)
    await vi.runAllTimersAsync()
    const before = client.calls.filter(({ channel }) => channel === 'rollout:readLine').length
    await store.getState().readAppended()
    await vi.runAllTimersAsync()
    expect(client.calls.filter(({ channel }) => channel === 'rollout:readLine')).toHaveLength(before)
  })
})
