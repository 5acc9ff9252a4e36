import { describe, expect, it } from 'vitest'
import { createJobsStore } from '../../../src/renderer/src/state/jobsStore'
import { checkedOf, createSessionsStore } from '../../../src/renderer/src/state/sessionsStore'
import { nothingHidden, type SessionPage } from '../../../src/shared/session/page'
import { err, ok, type Result } from '../../../src/shared/result'
import { createFakeClient, deferred, type FakeAnswers } from '../support/fakeClient'
import { sessionRow } from '../support/sessionRow'

function page(names: readonly string[], nextCursor: string | null): Result<SessionPage> {
  const sessions = names.map((name) => sessionRow({ fileId: name, name }))
  return ok({
    sessions,
    nextCursor,
    problems: [],
    scannedFiles: 4,
    matchedFiles: 4,
    bytesRead: 0,
    hidden: nothingHidden,
    reachedScanCap: false,
  })
}

const roots = [
  { rootId: 'home', kind: 'home', label: '/home', exists: true },
  { rootId: 'opened', kind: 'opened', label: 'Opened', exists: true },
] as const

function sessions(answers: FakeAnswers) {
  const client = createFakeClient({
    'root:list': () => ok({ roots: [...roots] }),
    'job:cancel': () => ok({ found: true }),
    ...answers,
  })
  return { client, store: createSessionsStore(client, createJobsStore(client)) }
}

describe('sessions', () => {
  it('pulls all pages of the first root: a small one first, then large ones', async () => {
    const { store, client } = sessions({
      'session:list': ({ query }) =>
        query.cursor === null ? page(['a', 'b'], 'next') : page(['c', 'd'], null),
    })
    await store.getState().start()
    expect(store.getState()).toMatchObject({
      list: { status: 'complete' },
      counts: { all: 4 },
      matchedFiles: 4,
    })
    const limits = client.calls
      .filter(({ channel }) => channel === 'session:list')
      .map(({ request }) => (request as { query: { limit: number } }).query.limit)
    expect(limits).toEqual([100, 1_000])
  })

  it('drops pages of a root that is no longer selected', async () => {
    const slow = deferred<Result<SessionPage>>()
    const { store } = sessions({
      'session:list': ({ rootId }) => (rootId === 'home' ? slow.promise : page(['x'], null)),
    })
    const first = store.getState().start()
    await Promise.resolve()
    await store.getState().selectRoot('opened')
    slow.resolve(page(['late'], null))
    await first
    expect([store.getState().counts.all, store.getState().rowAt(0)?.name]).toEqual([1, 'x'])
  })

  it('keeps the rows that are here when loading is cancelled or fails', async () => {
    const { store } = sessions({
      'session:list': ({ query }) =>
        query.cursor === null ? page(['a'], 'next') : err({ code: 'io', message: 'disk' }),
    })
    await store.getState().start()
    expect(store.getState()).toMatchObject({ list: { status: 'failed' }, counts: { all: 1 } })
  })

  it('moves within what is on show', async () => {
    const { store } = sessions({ 'session:list': () => page(['alpha', 'beta'], null) })
    await store.getState().start()
    store.getState().moveTo(99)
    expect(store.getState().cursor).toBe(1)
    store.getState().change({ query: 'alp' })
    expect([store.getState().cursor, store.getState().rowAt(0)?.name]).toEqual([0, 'alpha'])
    expect(
      store
        .getState()
        .find('bet', 5)
        .map(({ name }) => name),
    ).toEqual(['beta'])
  })

  it('counts a file as damaged when its check found errors, also after the list was read again', async () => {
    const { store } = sessions({ 'session:list': () => page(['a', 'b'], null) })
    await store.getState().start()
    const row = store.getState().rowOf('b') ?? sessionRow({})
    store.getState().noteCheck(row, { error: 2, warning: 0 })
    expect(store.getState().counts.damaged).toBe(1)
    store.getState().change({ facets: new Map([['damaged', new Set(['yes'])]]) })
    expect(store.getState().rowAt(0)?.fileId).toBe('b')
    await store.getState().reload()
    expect(store.getState().counts.damaged).toBe(1)
    expect(checkedOf(store.getState().checked, { ...row, sizeBytes: 7 })).toBeUndefined()
  })
})
