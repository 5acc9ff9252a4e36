/** Export: what the dialog for exports knows, from the first preview to the manifest's hash. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ExportFormat } from '../../../shared/export/exportFormat'
import type { ExportDestination, ExportPlan, ExportResult } from '../../../shared/export/exportPlan'
import { folderNameProblem } from '../../../shared/export/folderName'
import { err, ok, type AppError, type Result } from '../../../shared/result'
import type { Client } from '../client/client'
import {
  defaultFolderName,
  scopeChoices,
  selectionOf,
  type ExportScope,
  type ScopeParts,
} from './exportScope'
import type { JobsState } from './jobsStore'

/** How the preview stands. */
export type PlanState =
  | { readonly status: 'none' }
  | { readonly status: 'planning'; readonly jobId: string | null }
  | { readonly status: 'planned'; readonly plan: ExportPlan }
  | { readonly status: 'failed'; readonly error: AppError }

/** How the export itself stands. */
export type RunState =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly jobId: string; readonly isCancelled: boolean }
  | { readonly status: 'done'; readonly result: ExportResult; readonly format: ExportFormat }
  | { readonly status: 'failed'; readonly error: AppError }

/** What the dialog shows, and what a person can do in it. */
export interface ExportState {
  readonly scope: ExportScope
  readonly format: ExportFormat
  readonly plan: PlanState
  readonly destination: ExportDestination | null
  readonly folderName: string
  /** Why nothing can be exported there under that name; null when it can, as far as is known. */
  readonly targetError: AppError | null
  /** What other exports build, or left behind, where this one would go. */
  readonly unfinished: readonly string[]
  readonly leavesOutUnreadable: boolean
  readonly run: RunState
  /** Begins anew, unless an export is under way. */
  readonly begin: () => Promise<void>
  readonly setScope: (scope: ExportScope) => Promise<void>
  readonly setFormat: (format: ExportFormat) => void
  readonly setFolderName: (folderName: string) => Promise<void>
  readonly setLeavesOutUnreadable: (leavesOut: boolean) => void
  readonly chooseDestination: () => Promise<void>
  readonly start: () => Promise<void>
  readonly cancel: () => void
  /** Closes the dialog: a result that was seen is not shown again. */
  readonly leave: () => void
  /** Goes back from a result to the choices. */
  readonly back: () => Promise<void>
}

/** What the dialog works with. */
export interface ExportStoreOptions {
  readonly client: Client
  readonly jobs: StoreApi<JobsState>
  readonly parts: () => ScopeParts
  /** True when the host answers a place without asking anybody. */
  readonly hasStartFolder: () => boolean
  /** Hears how an export ended. */
  readonly onEnded: (result: Result<ExportResult>) => void
  readonly nowMs?: () => number
}

/** How many problems stand in the way of a format; a table has a row for a file that cannot be read, too. */
export function blockerCount({ blockerCount: { file, place } }: ExportPlan, format: ExportFormat): number {
  return format === 'csv' ? place : file + place
}

/** Export as a store. Answers to questions that nobody asks any more are dropped. */
export function createExportStore(options: ExportStoreOptions): StoreApi<ExportState> {
  const { client, jobs, parts, hasStartFolder, onEnded, nowMs = Date.now } = options
  let planSeq = 0
  let targetSeq = 0
  return createStore<ExportState>()((set, get) => {
    async function plan(): Promise<void> {
      const mine = ++planSeq
      const before = get().plan
      if (before.status === 'planning' && before.jobId !== null) jobs.getState().cancel(before.jobId)
      const selection = selectionOf(get().scope, parts())
      if (selection === null) return set({ plan: { status: 'none' } })
      set({ plan: { status: 'planning', jobId: null } })
      const result = await jobs.getState().run('Looking at what to export', (jobId) => {
        if (mine === planSeq) set({ plan: { status: 'planning', jobId } })
        return client.invoke('export:plan', { selection, jobId })
      })
      if (mine !== planSeq) return
      set({
        plan: result.ok
          ? { status: 'planned', plan: result.value }
          : { status: 'failed', error: result.error },
      })
    }

    async function checkTarget(): Promise<void> {
      const mine = ++targetSeq
      const { destination, folderName } = get()
      const problem = folderNameProblem(folderName)
      if (problem !== null) return set({ targetError: { code: 'bad-request', message: problem } })
      if (destination === null) return set({ targetError: null })
      const { destinationId } = destination
      const checked = await client.invoke('export:checkTarget', { destinationId, folderName })
      if (mine !== targetSeq) return
      set({
        targetError: checked.ok ? null : checked.error,
        unfinished: checked.ok ? checked.value.unfinished : [],
      })
    }

    return {
      scope: 'all',
      format: 'original',
      plan: { status: 'none' },
      destination: null,
      folderName: '',
      targetError: null,
      unfinished: [],
      leavesOutUnreadable: false,
      run: { status: 'idle' },
      async begin() {
        if (get().run.status === 'running') return
        set({
          scope: scopeChoices(parts())[0]?.scope ?? 'all',
          folderName: defaultFolderName(nowMs()),
          leavesOutUnreadable: false,
          run: { status: 'idle' },
        })
        const place = hasStartFolder() ? get().chooseDestination() : checkTarget()
        await Promise.all([plan(), place])
      },
      async setScope(scope) {
        set({ scope, leavesOutUnreadable: false })
        await plan()
      },
      setFormat(format) {
        set({ format })
      },
      async setFolderName(folderName) {
        set({ folderName })
        await checkTarget()
      },
      setLeavesOutUnreadable(leavesOutUnreadable) {
        set({ leavesOutUnreadable })
      },
      async chooseDestination() {
        const chosen = await client.invoke('export:chooseDestination', {})
        if (!chosen.ok) return set({ targetError: chosen.error })
        if (chosen.value.destination === null) return
        set({ destination: chosen.value.destination })
        await checkTarget()
      },
      async start() {
        const { plan: planned, destination, folderName, format, leavesOutUnreadable, run } = get()
        if (planned.status !== 'planned' || destination === null || run.status === 'running') return
        const result = await jobs.getState().run('Exporting', (jobId) => {
          set({ run: { status: 'running', jobId, isCancelled: false } })
          return client.invoke('export:run', {
            planId: planned.plan.planId,
            format,
            destinationId: destination.destinationId,
            folderName,
            leaveOutUnreadable: leavesOutUnreadable,
            jobId,
          })
        })
        set({
          run: result.ok
            ? { status: 'done', result: result.value, format }
            : { status: 'failed', error: result.error },
        })
        onEnded(result.ok ? ok(result.value) : err(result.error))
      },
      cancel() {
        const { run } = get()
        if (run.status !== 'running') return
        set({ run: { ...run, isCancelled: true } })
        jobs.getState().cancel(run.jobId)
      },
      leave() {
        if (get().run.status !== 'running') set({ run: { status: 'idle' } })
      },
      async back() {
        set({ run: { status: 'idle' } })
        await Promise.all([plan(), checkTarget()])
      },
    }
  })
}
