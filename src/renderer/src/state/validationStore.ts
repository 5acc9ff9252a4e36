/** Validation: the check of many sessions that this window shows, from its start to its end. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { err, type Result } from '../../../shared/result'
import type { RowVerdict, RunRow, RunSortKey, RunState, RunView } from '../../../shared/validation/run'
import type { EventPayload } from '../../../shared/contract/events'
import type { Client } from '../client/client'
import type { JobsState } from './jobsStore'
import { RunRowWindow } from './runRows'
import { runIdOf, type RunWish, type ValidationRun } from './validationRun'

/** The run on show, the window of its rows, and what a person can do with it. */
export interface ValidationState {
  readonly run: ValidationRun
  readonly view: RunView
  /** Rows of the view, and how many of them there are. */
  readonly total: number
  /** False when rows that came since stand below instead of in their place. */
  readonly isSorted: boolean
  /** Grows whenever rows are others than before. */
  readonly rowsVersion: number
  /** Position of the row that keys mean. */
  readonly cursor: number
  readonly rowAt: (position: number) => RunRow | undefined
  readonly want: (first: number, last: number) => void
  readonly start: (wish: RunWish) => Promise<void>
  readonly cancel: () => void
  /** Forgets the run, for another choice. */
  readonly clear: () => void
  readonly moveTo: (position: number) => void
  /** Sorts by a column; by the same one again, the other way round. */
  readonly sortBy: (sort: RunSortKey) => void
  readonly sortAnew: () => void
  /** Shows the rows of a verdict alone, or all again. */
  readonly toggleVerdict: (verdict: RowVerdict) => void
  readonly showAllVerdicts: () => void
}

/** What validations are started with. Tests name their runs themselves. */
export interface ValidationStoreOptions {
  readonly client: Client
  readonly jobs: StoreApi<JobsState>
  readonly newId?: () => string
  readonly now?: () => number
}

const inOrder: RunView = { sort: 'order', ascending: true, verdicts: [] }
/** Columns that one looks at for what is largest begin with that. */
const largestFirst: ReadonlySet<RunSortKey> = new Set([
  'verdict',
  'errors',
  'warnings',
  'notes',
  'size',
  'lines',
])

/** Validation as a store. Events of a run that is not on show any more are dropped. */
export function createValidationStore(options: ValidationStoreOptions): StoreApi<ValidationState> {
  const { client, jobs, newId = () => crypto.randomUUID(), now = Date.now } = options
  const store = createStore<ValidationState>()((set, get) => {
    const rows = new RunRowWindow(inOrder, {
      read: ({ view, ...window }) =>
        client.invoke('validation:rows', {
          runId: runIdOf(get().run) ?? '-',
          view: { ...view, verdicts: [...view.verdicts] },
          ...window,
        }),
      onRows: ({ total, isSorted }) => {
        set({ total, isSorted, rowsVersion: get().rowsVersion + 1 })
      },
    })
    const showView = (view: RunView): void => {
      set({ view, cursor: 0 })
      rows.show(view)
    }

    client.on('validation:progressed', (state) => {
      const { run } = get()
      if (run.status !== 'running' || run.runId !== state.runId) return
      set({ run: { ...run, state } })
      jobs.getState().progress(progressOf(run.jobId, state))
      rows.refresh()
    })

    return {
      run: { status: 'none' },
      view: inOrder,
      total: 0,
      isSorted: true,
      rowsVersion: 0,
      cursor: 0,
      rowAt: (position) => rows.at(position),
      want(first, last) {
        if (runIdOf(get().run) !== null) rows.want(first, last)
      },
      async start(wish) {
        get().clear()
        const runId = newId()
        const beganMs = now()
        const result = await jobs.getState().run('Validating sessions', async (jobId) => {
          set({ run: { status: 'running', runId, jobId, wish, state: null, beganMs, isCancelled: false } })
          return asJob(
            await client.invoke('validation:run', { runId, jobId, scope: wish.scope }),
            (state) => {
              // What ended since it was told last counts, too.
              jobs.getState().progress(progressOf(jobId, state))
              if (runIdOf(get().run) === runId) set({ run: { status: 'ended', runId, wish, state, beganMs } })
            },
          )
        })
        const { run } = get()
        if (runIdOf(run) !== runId) return
        if (run.status === 'ended') rows.refresh()
        else if (!result.ok) set({ run: { status: 'failed', wish, error: result.error } })
      },
      cancel() {
        const { run } = get()
        if (run.status !== 'running') return
        set({ run: { ...run, isCancelled: true } })
        jobs.getState().cancel(run.jobId)
      },
      clear() {
        const { run } = get()
        const runId = runIdOf(run)
        get().cancel()
        if (runId !== null) void client.invoke('validation:drop', { runId })
        set({ run: { status: 'none' }, view: inOrder, total: 0, isSorted: true, cursor: 0 })
        rows.forget(inOrder)
      },
      moveTo(position) {
        set({ cursor: Math.max(0, Math.min(position, get().total - 1)) })
      },
      sortBy(sort) {
        const { view } = get()
        const ascending = view.sort === sort ? !view.ascending : !largestFirst.has(sort)
        showView({ ...view, sort, ascending })
      },
      sortAnew() {
        rows.sortAnew()
      },
      toggleVerdict(verdict) {
        const { view } = get()
        const verdicts = view.verdicts.includes(verdict)
          ? view.verdicts.filter((known) => known !== verdict)
          : [...view.verdicts, verdict]
        showView({ ...view, verdicts })
      },
      showAllVerdicts() {
        showView({ ...get().view, verdicts: [] })
      },
    }
  })
  return store
}

/** A cancelled run has an end that can be looked at, and is a cancelled job all the same. */
function asJob(answer: Result<RunState>, onEnd: (state: RunState) => void): Result<RunState> {
  if (!answer.ok) return answer
  onEnd(answer.value)
  return answer.value.phase === 'cancelled' ? err({ code: 'cancelled', message: 'Cancelled.' }) : answer
}

/** How far a run has come, as a job of the status bar: in bytes, as the bar over its rows. */
function progressOf(jobId: string, { doneBytes, totalBytes }: RunState): EventPayload<'job:progressed'> {
  return { jobId, what: 'Validating sessions', done: doneBytes, total: totalBytes, unit: 'bytes' }
}
