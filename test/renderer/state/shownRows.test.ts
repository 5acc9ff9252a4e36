import { describe, expect, it } from 'vitest'
import { createJobsStore } from '../../../src/renderer/src/state/jobsStore'
import { chooseFacet, noFacets } from '../../../src/renderer/src/state/facets'
import { markCounts } from '../../../src/renderer/src/state/marksSlice'
import { createSessionsStore } from '../../../src/renderer/src/state/sessionsStore'
import type { SessionSummary } from '../../../src/shared/session/session'
import { ok } from '../../../src/shared/result'
import { createFakeClient } from '../support/fakeClient'
import { sessionRow } from '../support/sessionRow'
import { nothingHidden } from '../../../src/shared/session/page'

const noLinks = sessionRow({}).links

/** Five sessions, the newest first: `a`, its review `b` and the fork `c` of that, `d` of another folder, `e` archived. */
const five: readonly SessionSummary[] = [
  sessionRow({ fileId: 'a', id: 'a', cwd: '/app', createdAt: '2026-03-05T10:00:00Z' }),
  sessionRow({
    fileId: 'b',
    id: 'b',
    cwd: '/app',
    createdAt: '2026-03-04T10:00:00Z',
    links: { ...noLinks, role: 'review', parentThreadId: 'a' },
  }),
  sessionRow({
    fileId: 'c',
    id: 'c',
    cwd: '/lib',
    createdAt: '2026-03-03T10:00:00Z',
    links: { ...noLinks, role: 'fork', forkedFromId: 'b' },
  }),
  sessionRow({ fileId: 'd', id: 'd', cwd: '/lib', createdAt: '2026-03-02T10:00:00Z' }),
  sessionRow({ fileId: 'e', id: 'e', cwd: '/app', createdAt: '2026-03-01T10:00:00Z', archived: true }),
]

async function listed(rows: readonly SessionSummary[] = five) {
  const pages = { rows }
  const client = createFakeClient({
    'root:list': () => ok({ roots: [{ rootId: 'home', kind: 'home', label: '/home', exists: true }] }),
    'session:list': () =>
      ok({
        sessions: [...pages.rows],
        nextCursor: null,
        problems: [],
        scannedFiles: pages.rows.length,
        matchedFiles: pages.rows.length,
        bytesRead: 0,
        hidden: nothingHidden,
        reachedScanCap: false,
      }),
  })
  const store = createSessionsStore(client, createJobsStore(client))
  await store.getState().start()
  const drawn = (): string =>
    [...store.getState().drawn.rows.keys()]
      .map((position) => {
        const { rowAt, placeAt } = store.getState()
        const { depth = 0, isContext = false } = placeAt(position) ?? {}
        const name = rowAt(position)?.fileId ?? '?'
        return `${'.'.repeat(depth)}${isContext ? `[${name}]` : name}`
      })
      .join(' ')
  return { store, pages, drawn, state: () => store.getState() }
}

const inLib = chooseFacet(noFacets, 'cwd', ['/lib'])

describe('rows on show', () => {
  // SPEC list/hidden
  it('counts what the filters hide, and how much of it is archived', async () => {
    const { state } = await listed()
    expect(state().hidden).toEqual({ all: 0, archived: 0 })
    state().change({ facets: inLib })
    expect([state().visible.length, state().hidden]).toEqual([2, { all: 3, archived: 1 }])
    state().clearFilters()
    expect([state().visible.length, state().hidden]).toEqual([5, { all: 0, archived: 0 }])
  })

  it('keeps its filters when the list is read again, and forgets them with the root', async () => {
    const { state } = await listed()
    state().change({ facets: inLib, query: 'd', sort: 'size' })
    await state().reload()
    expect(state().view).toMatchObject({ facets: inLib, query: 'd', sort: 'size' })
    await state().selectRoot('home')
    expect(state().view).toMatchObject({
      facets: noFacets,
      query: '',
      created: { kind: 'any' },
      sort: 'size',
    })
  })

  it('stays at its row when the zone changes, unless days are asked for', async () => {
    const { state } = await listed()
    state().moveTo(3)
    state().setZone('local')
    expect([state().cursor, state().view.zone]).toEqual([3, 'local'])
    state().change({ created: { kind: 'days', from: '2026-03-03', to: null } })
    expect(state().visible).toHaveLength(3)
  })

  // SPEC runs/window
  it('goes to the row of a file, out of a folded thread, and nowhere where it is not shown', async () => {
    const { state, drawn } = await listed()
    state().goTo('d')
    expect(state().cursor).toBe(3)
    state().setGrouped(true)
    state().fold(0, true)
    expect(drawn()).toBe('a d e')
    state().goTo('c')
    expect([drawn(), state().cursor]).toEqual(['a .b ..c d e', 2])
    state().change({ facets: inLib })
    const { cursor } = state()
    state().goTo('e')
    expect(state().cursor).toBe(cursor)
  })

  // SPEC list/threads
  it('groups by thread, with parents that do not match for context only', async () => {
    const { state, drawn } = await listed()
    state().moveTo(3)
    state().setGrouped(true)
    expect([drawn(), state().cursor]).toEqual(['a .b ..c d e', 3])
    state().change({ facets: inLib })
    expect(drawn()).toBe('[a] .[b] ..c d')
    expect([state().visible.length, state().hidden.all]).toEqual([2, 3])
    state().change({ query: 'nothing' })
    expect(drawn()).toBe('')
  })

  it('folds, goes up from what cannot be folded, and unfolds', async () => {
    const { state, drawn } = await listed()
    state().setGrouped(true)
    state().moveTo(2)
    state().fold(2, true)
    expect([drawn(), state().cursor]).toEqual(['a .b ..c d e', 1])
    state().fold(1, true)
    expect([drawn(), state().placeAt(1)]).toEqual([
      'a .b d e',
      { depth: 1, isContext: false, below: 1, matchingBelow: 1, isFolded: true, isOrphan: false },
    ])
    state().fold(1, true)
    expect(state().cursor).toBe(0)
    state().fold(1, false)
    expect(drawn()).toBe('a .b ..c d e')
  })
})

describe('marks', () => {
  // SPEC list/marks
  it('survive filters and reading again, and are counted where they are hidden', async () => {
    const { state, pages } = await listed()
    state().toggleMark('a')
    state().toggleMark('d')
    state().toggleMark('e')
    state().toggleMark('e')
    expect([[...state().marked], markCounts(state())]).toEqual([
      ['a', 'd'],
      { all: 2, hidden: 0, unlisted: 0 },
    ])
    state().change({ facets: inLib })
    expect(markCounts(state())).toEqual({ all: 2, hidden: 1, unlisted: 0 })
    pages.rows = five.slice(1)
    await state().reload()
    expect(markCounts(state())).toEqual({ all: 2, hidden: 0, unlisted: 1 })
    state().clearMarks()
    expect(markCounts(state()).all).toBe(0)
    state().toggleMark('b')
    await state().selectRoot('home')
    expect(state().marked.size).toBe(0)
  })

  it('reach from the last one, or from the cursor, to a row in either direction', async () => {
    const { state } = await listed()
    state().moveTo(1)
    state().markRange('d')
    expect([...state().marked]).toEqual(['b', 'c', 'd'])
    state().clearMarks()
    state().toggleMark('d')
    state().markRange('b')
    expect([...state().marked].toSorted()).toEqual(['b', 'c', 'd'])
    state().markRange('no such file')
    expect(state().marked.size).toBe(3)
  })

  it('take in what matches, not what stands there for context, and what is folded away when all are marked', async () => {
    const { state } = await listed()
    state().setGrouped(true)
    state().change({ facets: inLib })
    state().markRange('d')
    expect([...state().marked]).toEqual(['c', 'd'])
    state().clearMarks()
    state().fold(0, true)
    state().markAllVisible()
    expect([...state().marked]).toEqual(['c', 'd'])
  })
})
