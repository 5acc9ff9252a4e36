/** Sessions: the roots, the rows of the selected one, and, in two slices, the part of them that is on show and the marks. */
import { createStore, type StateCreator, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../client/client'
import type { Root } from '../../../shared/contract/openedFiles'
import { err, ok, type AppError, type Result } from '../../../shared/result'
import type { SessionPage } from '../../../shared/session/page'
import type { Problem, SessionSummary } from '../../../shared/session/session'
import type { JobsState } from './jobsStore'
import { createMarksSlice, type MarksSlice } from './marksSlice'
import { createSessionIndex, withFreshRow, type SessionIndex } from './sessionIndex'
import { noFilters } from './sessionView'
import { createShownSlice, shownOf, type ShownSlice } from './shownSlice'

/** How the list of the selected root stands. Rows that are already here stay when loading fails or is cancelled. */
export type ListState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly jobId: string }
  | { readonly status: 'complete' }
  | { readonly status: 'stopped' }
  | { readonly status: 'failed'; readonly error: AppError }

/** The three slices in one. */
export interface SessionsState extends ListSlice, ShownSlice, MarksSlice {}

/** The list slice: roots, and the rows of the selected one as they come in. */
export interface ListSlice {
  readonly roots: readonly Root[]
  readonly rootId: string | null
  readonly list: ListState
  /** Rollout names that the listing has looked at in all; what is loaded so far is `counts.all`. */
  readonly scannedFiles: number
  readonly matchedFiles: number
  readonly problems: readonly Problem[]
  /** What checking all of a file has found, by file id; for files that were opened. */
  readonly checked: ReadonlyMap<string, CheckedCounts>
  /** Takes over what checking all of a file has found, so that its row tells more than its beginning and end did. */
  readonly noteCheck: (summary: SessionSummary, counts: SeverityCounts) => void
  /** Takes over what a file says of itself now that it was opened or read on. */
  readonly noteOpened: (summary: SessionSummary) => void
  readonly start: () => Promise<void>
  readonly selectRoot: (rootId: string) => Promise<void>
  readonly refreshRoots: () => Promise<Result<readonly Root[]>>
  readonly openSamples: () => Promise<Result<Root>>
  readonly reload: () => Promise<void>
  readonly cancel: () => void
}

/** True while the root that is listed is that of the samples. */
export function isInSamples({ roots, rootId }: Pick<SessionsState, 'roots' | 'rootId'>): boolean {
  return roots.find((root) => root.rootId === rootId)?.kind === 'samples'
}

type SeverityCounts = Readonly<Record<'error' | 'warning', number>>

/** What a check has found, and which state of the file it read. */
export interface CheckedCounts extends SeverityCounts {
  readonly sizeBytes: number | null
  readonly updatedAt: string | null
}

/** What a check has found of this row, unless the file is another one by now. */
export function checkedOf(
  checked: ReadonlyMap<string, CheckedCounts>,
  { fileId, sizeBytes, updatedAt }: SessionSummary,
): CheckedCounts | undefined {
  const known = checked.get(fileId)
  return known?.sizeBytes === sizeBytes && known.updatedAt === updatedAt ? known : undefined
}

const firstPage = 100
const furtherPages = 1000
/** While pages arrive, the list is filtered and sorted again at most this often. */
const refreshMs = 300

/** Sessions as a store. Answers for a root that is no longer selected are dropped. */
export function createSessionsStore(client: Client, jobs: StoreApi<JobsState>): StoreApi<SessionsState> {
  return createStore<SessionsState>()((...parts) => ({
    ...createShownSlice(...parts),
    ...createMarksSlice(...parts),
    ...createListSlice(client, jobs)(...parts),
  }))
}

const createListSlice =
  (client: Client, jobs: StoreApi<JobsState>): StateCreator<SessionsState, [], [], ListSlice> =>
  (set, get) => {
    let generation = 0
    let shownAt = 0

    function show(extra: Partial<SessionsState> = {}): void {
      shownAt = performance.now()
      set({ ...extra, ...shownOf({ ...get(), ...extra }) })
    }

    function newIndex(): SessionIndex {
      return createSessionIndex((row) => (checkedOf(get().checked, row)?.error ?? 0) > 0)
    }

    async function loadPages(rootId: string, jobId: string, mine: number): Promise<Result<null>> {
      let cursor: string | null = null
      do {
        const limit: number = cursor === null ? firstPage : furtherPages
        const result: Result<SessionPage> = await client.invoke('session:list', {
          rootId,
          jobId,
          query: { limit, cursor, sort: 'created', ascending: false, archived: 'include' },
        })
        if (mine !== generation) return err({ code: 'cancelled', message: 'Another root was selected.' })
        if (!result.ok) return result
        const page: SessionPage = result.value
        get().index.append(page.sessions)
        const state = get().list
        if (state.status !== 'loading') return err({ code: 'cancelled', message: 'Loading was stopped.' })
        const { scannedFiles, matchedFiles } = page
        const problems = page.problems.length === 0 ? get().problems : [...get().problems, ...page.problems]
        const extra = { scannedFiles, matchedFiles, problems }
        report(jobs, jobId, get().index.rows.length, matchedFiles)
        if (cursor === null || performance.now() - shownAt > refreshMs) show(extra)
        else set(extra)
        cursor = page.nextCursor
      } while (cursor !== null)
      return ok(null)
    }

    return {
      roots: [],
      rootId: null,
      list: { status: 'idle' },
      scannedFiles: 0,
      matchedFiles: 0,
      problems: [],
      checked: new Map(),
      noteCheck({ fileId, sizeBytes, updatedAt }, { error, warning }) {
        const checked = new Map(get().checked).set(fileId, { error, warning, sizeBytes, updatedAt })
        set({ checked })
        if (error > 0 && get().index.noteDamage(fileId)) show()
      },
      noteOpened(summary) {
        const rows = withFreshRow(get().index, summary)
        if (rows === null) return
        const index = newIndex()
        index.append(rows)
        show({ index })
      },
      async start() {
        const roots = await get().refreshRoots()
        if (!roots.ok) set({ list: { status: 'failed', error: roots.error } })
        else if (get().rootId === null && roots.value[0]) await get().selectRoot(roots.value[0].rootId)
      },
      async refreshRoots() {
        const result = await client.invoke('root:list', {})
        if (!result.ok) return result
        set({ roots: result.value.roots })
        return ok(result.value.roots)
      },
      async selectRoot(rootId) {
        get().cancel()
        // Values of one place say nothing about another, and what was marked is not there.
        get().clearMarks()
        set({ rootId, view: { ...get().view, ...noFilters }, folded: new Set() })
        await get().reload()
      },
      async openSamples() {
        const result = await client.invoke('root:openSamples', {})
        if (!result.ok) return result
        await get().refreshRoots()
        await get().selectRoot(result.value.rootId)
        return result
      },
      async reload() {
        const { rootId } = get()
        if (rootId === null) return get().start()
        const mine = ++generation
        const index = newIndex()
        const result = await jobs.getState().run('Reading the session list', (jobId) => {
          show({
            index,
            list: { status: 'loading', jobId },
            problems: [],
            scannedFiles: 0,
            matchedFiles: 0,
            cursor: 0,
          })
          return loadPages(rootId, jobId, mine)
        })
        if (mine !== generation) return
        show({ list: ended(result) })
      },
      cancel() {
        const { list } = get()
        if (list.status !== 'loading') return
        set({ list: { status: 'stopped' } })
        jobs.getState().cancel(list.jobId)
      },
    }
  }

function report(jobs: StoreApi<JobsState>, jobId: string, done: number, total: number): void {
  jobs.getState().progress({ jobId, what: 'Reading the session list', done, total, unit: 'files' })
}

function ended(result: Result<null>): ListState {
  if (result.ok) return { status: 'complete' }
  if (result.error.code === 'cancelled') return { status: 'stopped' }
  return { status: 'failed', error: result.error }
}
