/** Report export: what the dialog for the report of a validation knows, from its format to the hash of the file. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ExportDestination } from '../../../shared/export/exportPlan'
import { folderNameProblem } from '../../../shared/export/folderName'
import type { AppError } from '../../../shared/result'
import type { ReportFormat } from '../../../shared/validation/reportFormat'
import type { WrittenReport } from '../../../shared/validation/run'
import type { Client } from '../client/client'
import type { JobsState } from './jobsStore'
import { defaultReportName, renamedFor } from './reportName'

/** How the writing stands. */
export type WritingState =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly jobId: string; readonly isCancelled: boolean }
  | { readonly status: 'done'; readonly written: WrittenReport }
  | { readonly status: 'failed'; readonly error: AppError }

/** What the dialog shows, and what a person can do in it. */
export interface ReportState {
  readonly format: ReportFormat
  readonly destination: ExportDestination | null
  readonly fileName: string
  /** Why nothing can be written there under that name; null when it can, as far as is known. */
  readonly targetError: AppError | null
  readonly writing: WritingState
  /** Begins anew, unless a report is being written. */
  readonly begin: () => Promise<void>
  readonly setFormat: (format: ReportFormat) => Promise<void>
  readonly setFileName: (fileName: string) => Promise<void>
  readonly chooseDestination: () => Promise<void>
  readonly write: (runId: string) => Promise<void>
  readonly cancel: () => void
  /** Goes back from a result to the choices. */
  readonly back: () => Promise<void>
}

/** What the dialog works with. */
export interface ReportStoreOptions {
  readonly client: Client
  readonly jobs: StoreApi<JobsState>
  /** True when the host answers a place without asking anybody. */
  readonly hasStartFolder: () => boolean
  readonly nowMs?: () => number
}

/** Report export as a store. Answers to questions that nobody asks any more are dropped. */
export function createReportStore(options: ReportStoreOptions): StoreApi<ReportState> {
  const { client, jobs, hasStartFolder, nowMs = Date.now } = options
  let targetSeq = 0
  return createStore<ReportState>()((set, get) => {
    async function checkTarget(): Promise<void> {
      const mine = ++targetSeq
      const { destination, fileName } = get()
      const problem = folderNameProblem(fileName)
      if (problem !== null) return set({ targetError: { code: 'bad-request', message: problem } })
      if (destination === null) return set({ targetError: null })
      const { destinationId } = destination
      const checked = await client.invoke('export:checkTarget', { destinationId, folderName: fileName })
      if (mine === targetSeq) set({ targetError: checked.ok ? null : checked.error })
    }

    return {
      format: 'text',
      destination: null,
      fileName: '',
      targetError: null,
      writing: { status: 'idle' },
      async begin() {
        if (get().writing.status === 'running') return
        set({ fileName: defaultReportName(nowMs(), get().format), writing: { status: 'idle' } })
        await (hasStartFolder() ? get().chooseDestination() : checkTarget())
      },
      async setFormat(format) {
        set({ format, fileName: renamedFor(get().fileName, get().format, format) })
        await checkTarget()
      },
      async setFileName(fileName) {
        set({ fileName })
        await checkTarget()
      },
      async chooseDestination() {
        const chosen = await client.invoke('export:chooseDestination', {})
        if (!chosen.ok) return set({ targetError: chosen.error })
        if (chosen.value.destination === null) return
        set({ destination: chosen.value.destination })
        await checkTarget()
      },
      async write(runId) {
        const { destination, fileName, format, writing } = get()
        if (destination === null || writing.status === 'running') return
        const result = await jobs.getState().run('Writing the report', (jobId) => {
          set({ writing: { status: 'running', jobId, isCancelled: false } })
          const { destinationId } = destination
          return client.invoke('validation:export', { runId, format, destinationId, fileName, jobId })
        })
        set({
          writing: result.ok
            ? { status: 'done', written: result.value }
            : { status: 'failed', error: result.error },
        })
      },
      cancel() {
        const { writing } = get()
        if (writing.status !== 'running') return
        set({ writing: { ...writing, isCancelled: true } })
        jobs.getState().cancel(writing.jobId)
      },
      async back() {
        set({ writing: { status: 'idle' } })
        await checkTarget()
      },
    }
  })
}
