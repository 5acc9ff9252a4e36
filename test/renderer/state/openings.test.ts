import { describe, expect, it } from 'vitest'
import { openDropped, chooseFiles, startUp } from '../../../src/renderer/src/state/opening'
import { createOpenings } from '../../../src/renderer/src/state/openings'
import { createStores, type Stores } from '../../../src/renderer/src/state/stores'
import type { OpenedFiles, Root } from '../../../src/shared/contract/openedFiles'
import { ok, type Result } from '../../../src/shared/result'
import {
  createFakeClient,
  deferred,
  headerOf,
  type FakeAnswers,
  type FakeClient,
  fakeInfo,
} from '../support/fakeClient'
import { nothingHidden } from '../../../src/shared/session/page'

const one: OpenedFiles = { rootId: 'opened', fileIds: ['a'], problems: [] }
const emptyPage = {
  sessions: [],
  nextCursor: null,
  problems: [],
  scannedFiles: 0,
  matchedFiles: 0,
  bytesRead: 0,
  hidden: nothingHidden,
  reachedScanCap: false,
} as const

interface Setup {
  readonly stores: Stores
  readonly client: FakeClient
  readonly roots: Root[]
  readonly opens: () => readonly string[]
}

async function setUp(
  answers: FakeAnswers = {},
  dropped?: () => Promise<Result<OpenedFiles>>,
): Promise<Setup> {
  const roots: Root[] = [
    { rootId: 'home', kind: 'home', label: '/home', exists: true },
    { rootId: 'opened', kind: 'opened', label: 'Opened', exists: true },
  ]
  const fake = createFakeClient({
    'app:getInfo': () => ok({ ...fakeInfo, canChooseFiles: true }),
    'root:list': () => ok({ roots: [...roots] }),
    'session:list': () => ok({ ...emptyPage, sessions: [], problems: [] }),
    'rollout:open': ({ fileId }) => ok(headerOf(fileId)),
    ...answers,
  })
  const client: FakeClient = dropped === undefined ? fake : { ...fake, openDropped: dropped }
  const stores = createStores(client, null)
  await startUp(stores)
  return {
    stores,
    client,
    roots,
    opens: () =>
      client.calls.filter(({ channel }) => channel === 'rollout:open').map(({ channel }) => channel),
  }
}

async function turn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0))
}

describe('opening', () => {
  it('opens a dropped file once, though the host tells of it twice, in either order', async () => {
    for (const isEventFirst of [true, false]) {
      const answer = deferred<Result<OpenedFiles>>()
      const { stores, client, opens } = await setUp({}, () => answer.promise)
      const done = openDropped(stores, [])
      if (isEventFirst) client.emit('file:opened', one)
      answer.resolve(ok(one))
      await done
      if (!isEventFirst) client.emit('file:opened', one)
      await turn()
      expect(opens()).toHaveLength(1)
      expect(client.calls.filter(({ channel }) => channel === 'session:list')).toHaveLength(2)
      expect(stores.viewer.getState().session).toMatchObject({ status: 'ready', fileId: 'a' })
    }
  })

  it('shows what is opened from elsewhere while a request of its own is under way', async () => {
    const answer = deferred<Result<{ readonly opened: OpenedFiles | null }>>()
    const { stores, client } = await setUp({ 'file:choose': () => answer.promise })
    const done = chooseFiles(stores, 'files')
    client.emit('file:opened', { ...one, fileIds: ['elsewhere'] })
    await turn()
    expect(stores.viewer.getState().session).toMatchObject({ fileId: 'elsewhere' })
    answer.resolve(ok({ opened: one }))
    await done
    expect(stores.viewer.getState().session).toMatchObject({ fileId: 'a' })
  })

  it('lists another root that was chosen in the native menu', async () => {
    const { stores, client, roots } = await setUp()
    roots.splice(0, 1, { rootId: 'new home', kind: 'home', label: '/other', exists: true })
    client.emit('file:opened', { rootId: 'new home', fileIds: [], problems: [] })
    await turn()
    const { rootId, roots: known } = stores.sessions.getState()
    expect([rootId, known[0]?.label]).toEqual(['new home', '/other'])
  })

  it('lists another root that was chosen in the page, once', async () => {
    const chosen: OpenedFiles = { rootId: 'new home', fileIds: [], problems: [] }
    const { stores, client, roots } = await setUp({ 'file:choose': () => ok({ opened: chosen }) })
    roots.splice(0, 1, { rootId: 'new home', kind: 'home', label: '/other', exists: true })
    const done = chooseFiles(stores, 'root')
    client.emit('file:opened', chosen)
    await done
    await turn()
    expect(stores.sessions.getState().rootId).toBe('new home')
    expect(client.calls.filter(({ channel }) => channel === 'session:list')).toHaveLength(2)
  })

  it('stays where it is when nothing could be opened, and says why', async () => {
    const { stores, client } = await setUp()
    const problem = { code: 'not-found', severity: 'error', message: 'Not there.', path: 'x.jsonl' } as const
    client.emit('file:opened', { rootId: 'opened', fileIds: [], problems: [problem] })
    await turn()
    expect(stores.sessions.getState().rootId).toBe('home')
    expect(stores.window.getState().notices).toMatchObject([{ title: 'Not there.', file: 'x.jsonl' }])
  })
})

describe('openings', () => {
  it('takes the same opening for a new one when it comes long after the answer', async () => {
    let at = 0
    const openings = createOpenings(() => at)
    await openings.ask(
      () => Promise.resolve(one),
      (opened) => opened,
    )
    at = 60_000
    expect(openings.isNew(one)).toBe(true)
    expect(openings.isNew(one)).toBe(true)
  })
})
