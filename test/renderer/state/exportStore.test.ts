import { describe, expect, it } from 'vitest'
import { filterText, scopeChoices, selectionOf } from '../../../src/renderer/src/state/exportScope'
import { defaultFolderName } from '../../../src/renderer/src/state/outputName'
import { createStores, type Stores } from '../../../src/renderer/src/state/stores'
import { everything } from '../../../src/renderer/src/state/sessionView'
import type { ExportPlan, ExportResult } from '../../../src/shared/export/exportPlan'
import { err, ok } from '../../../src/shared/result'
import {
  createFakeClient,
  deferred,
  headerOf,
  type FakeAnswers,
  type FakeClient,
} from '../support/fakeClient'
import { sessionRow } from '../support/sessionRow'

const plan: ExportPlan = {
  planId: 'p',
  order: 'as they were chosen',
  counts: { listed: 3, hidden: 0, selected: 3 },
  sourceBytes: 30,
  files: [],
  blockers: [],
  blockerCount: { file: 0, place: 0 },
  leftOut: [],
  withoutBase: { count: 0, sessions: [] },
  problems: [],
}
const result: ExportResult = {
  label: '/x/out',
  sessions: 3,
  files: 3,
  bytes: 30,
  manifestSha256: 'a'.repeat(64),
}

const rows = ['alpha', 'beta', 'gamma'].map((preview, at) =>
  sessionRow({ fileId: `f${String(at)}`, preview }),
)

/** Stores over a host with three sessions. */
async function setUp(
  answers: FakeAnswers = {},
): Promise<{ readonly client: FakeClient; readonly stores: Stores }> {
  const client = createFakeClient({
    'root:list': () => ok({ roots: [{ rootId: 'home', kind: 'home', label: '/h', exists: true }] }),
    'session:list': () =>
      ok({
        sessions: [...rows],
        nextCursor: null,
        problems: [],
        scannedFiles: 3,
        matchedFiles: 3,
        bytesRead: 0,
        reachedScanCap: false,
        hiddenBy: [],
      } as never),
    'rollout:open': ({ fileId }) => ok(headerOf(fileId)),
    'export:plan': () => ok(plan),
    'export:chooseDestination': () => ok({ destination: { destinationId: 'd', label: '/x' } }),
    'export:checkTarget': () => ok({ label: '/x/out', unfinished: [] }),
    'export:run': () => ok(result),
    'job:cancel': () => ok({ found: true }),
    ...answers,
  })
  const stores = createStores(client, null)
  await stores.sessions.getState().start()
  return { client, stores }
}

function parts({ sessions, viewer }: Stores): Parameters<typeof scopeChoices>[0] {
  return { sessions: sessions.getState(), session: viewer.getState().session }
}

function asked(client: FakeClient, channel: string): readonly unknown[] {
  return client.calls.filter((call) => call.channel === channel).map(({ request }) => request)
}

describe('export scope', () => {
  // SPEC export/window
  it('offers what there is, marks first', async () => {
    const { stores } = await setUp()
    expect(scopeChoices(parts(stores))).toEqual([{ scope: 'all', count: 3 }])
    stores.sessions.getState().toggleMark('f1')
    stores.sessions.getState().change({ query: 'a' })
    await stores.viewer.getState().open('f2', '')
    expect(scopeChoices(parts(stores)).map(({ scope }) => scope)).toEqual(['marked', 'shown', 'all', 'open'])
  })

  it('names each choice to the host, with the words it was made by', async () => {
    const { stores } = await setUp()
    stores.sessions.getState().toggleMark('f1')
    stores.sessions.getState().change({ query: 'gam' })
    expect(selectionOf('marked', parts(stores))).toEqual({
      kind: 'files',
      fileIds: ['f1'],
      chosenBy: 'marks',
      filterText: null,
      listed: 3,
      leftOut: [],
    })
    expect(selectionOf('shown', parts(stores))).toMatchObject({
      fileIds: ['f2'],
      chosenBy: 'filter',
      filterText: '{"query":"gam"}',
      listed: 3,
    })
    expect(selectionOf('all', parts(stores))).toMatchObject({
      kind: 'query',
      rootId: 'home',
      query: { archived: 'include' },
    })
    expect(selectionOf('open', parts(stores))).toBeNull()
  })

  it('writes filters down, and names folders by the minute', () => {
    const view = { ...everything, query: 'x', facets: new Map([['model' as const, new Set(['m', null])]]) }
    expect(JSON.parse(filterText(view))).toEqual({ query: 'x', model: ['m', null] })
    const long = filterText({ ...everything, query: '\u0001'.repeat(20_000) })
    expect([long.length, long.slice(-26)]).toEqual([100_000, '… (120012 characters, cut)'])
    expect(defaultFolderName(new Date(2026, 10, 20, 14, 32).getTime())).toBe(
      'rollscope-export-2026-11-20-1432',
    )
  })
})

describe('export store', () => {
  // SPEC export/window
  it('previews, exports what was previewed, and keeps the result', async () => {
    const { client, stores } = await setUp()
    const { begin, chooseDestination, setName, setFormat, start } = stores.exports.getState()
    await begin()
    await chooseDestination()
    await setName('out')
    setFormat('markdown')
    await start()
    expect(asked(client, 'export:run')).toMatchObject([
      { planId: 'p', format: 'markdown', destinationId: 'd', folderName: 'out', leaveOutUnreadable: false },
    ])
    expect(stores.exports.getState().run).toEqual({
      status: 'done',
      result: { ...result, format: 'markdown' },
    })
  })

  it('says what is wrong with a name before it asks, and with a place when it has', async () => {
    const taken = { code: 'exists' as const, message: 'out exists already.' }
    const { client, stores } = await setUp({ 'export:checkTarget': () => err(taken) })
    await stores.exports.getState().begin()
    await stores.exports.getState().chooseDestination()
    const before = asked(client, 'export:checkTarget').length
    await stores.exports.getState().setName('a/b')
    expect(stores.exports.getState().targetError?.code).toBe('bad-request')
    expect(asked(client, 'export:checkTarget').length).toBe(before)
    await stores.exports.getState().setName('out')
    expect(stores.exports.getState().targetError).toEqual(taken)
  })

  it('drops a preview that nobody asks for any more', async () => {
    const slow = deferred<null>()
    let count = 0
    const { stores } = await setUp({
      'export:plan': async () => {
        count += 1
        if (count === 1) await slow.promise
        return ok({ ...plan, planId: `p${String(count === 1 ? 1 : 2)}`, sourceBytes: count })
      },
    })
    stores.sessions.getState().toggleMark('f1')
    const first = stores.exports.getState().begin()
    await stores.exports.getState().setScope('all')
    slow.resolve(null)
    await first
    expect(stores.exports.getState()).toMatchObject({
      scope: 'all',
      plan: { status: 'planned', plan: { planId: 'p2' } },
    })
  })

  it('goes on with the dialog closed, and then tells how it ended', async () => {
    const running = deferred<null>()
    const { stores } = await setUp({
      'export:run': async () => {
        await running.promise
        return ok(result)
      },
    })
    await stores.exports.getState().begin()
    await stores.exports.getState().chooseDestination()
    const done = stores.exports.getState().start()
    stores.exports.getState().leave()
    await stores.exports.getState().begin()
    expect(stores.exports.getState().run.status).toBe('running')
    running.resolve(null)
    await done
    expect(stores.window.getState().notices.map(({ title }) => title)).toEqual(['3 exported to /x/out'])
    expect(stores.exports.getState().run.status).toBe('done')
  })

  it('cancels the job, and says that nothing was exported', async () => {
    const running = deferred<null>()
    const { client, stores } = await setUp({
      'export:run': async () => {
        await running.promise
        return err({ code: 'cancelled', message: 'The export was cancelled.' })
      },
    })
    await stores.exports.getState().begin()
    await stores.exports.getState().chooseDestination()
    const done = stores.exports.getState().start()
    stores.exports.getState().cancel()
    expect(stores.exports.getState().run).toMatchObject({ status: 'running', isCancelled: true })
    expect(asked(client, 'job:cancel').length).toBe(1)
    running.resolve(null)
    await done
    expect(stores.exports.getState().run).toMatchObject({ status: 'failed', error: { code: 'cancelled' } })
  })
})
