/** Export: what the dialog for exports knows, from the first preview to the manifest's hash. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ExportFormat } from '../../../shared/export/exportFormat'
import type { ExportPlan, ExportResult } from '../../../shared/export/exportPlan'
import { ok, type AppError, type Result } from '../../../shared/result'
import { scopeChoices, selectionOf, type ExportScope, type ScopeParts } from './exportScope'
import { createOutput, type OutputOptions, type OutputState } from './output'
import { defaultFolderName } from './outputName'

/** How the preview stands. */
export type PlanState =
  | { readonly status: 'none' }
  | { readonly status: 'planning'; readonly jobId: string | null }
  | { readonly status: 'planned'; readonly plan: ExportPlan }
  | { readonly status: 'failed'; readonly error: AppError }

/** What an export made, and as what. */
export interface MadeExport extends ExportResult {
  readonly format: ExportFormat
}

export interface ExportState extends OutputState<MadeExport> {
  readonly scope: ExportScope
  readonly format: ExportFormat
  readonly plan: PlanState
  readonly leavesOutUnreadable: boolean
  /** Begins anew, unless an export is under way. */
  readonly begin: () => Promise<void>
  readonly setScope: (scope: ExportScope) => Promise<void>
  readonly setFormat: (format: ExportFormat) => void
  readonly setLeavesOutUnreadable: (leavesOut: boolean) => void
  readonly start: () => Promise<void>
  /** Goes back from a result to the choices. */
  readonly back: () => Promise<void>
}

export interface ExportStoreOptions extends OutputOptions {
  readonly parts: () => ScopeParts
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
  const { client, jobs, parts, onEnded, nowMs = Date.now } = options
  let planSeq = 0
  return createStore<ExportState>()((set, get) => {
    const output = createOutput<MadeExport>(options, { set, get })

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

    return {
      ...output.state,
      scope: 'all',
      format: 'original',
      plan: { status: 'none' },
      leavesOutUnreadable: false,
      async begin() {
        if (get().run.status === 'running') return
        set({ scope: scopeChoices(parts())[0]?.scope ?? 'all', leavesOutUnreadable: false })
        await Promise.all([plan(), output.begin(defaultFolderName(nowMs()))])
      },
      async setScope(scope) {
        set({ scope, leavesOutUnreadable: false })
        await plan()
      },
      setFormat(format) {
        set({ format })
      },
      setLeavesOutUnreadable(leavesOutUnreadable) {
        set({ leavesOutUnreadable })
      },
      async start() {
        const { plan: planned, name: folderName, format, leavesOutUnreadable: leaveOutUnreadable } = get()
        if (planned.status !== 'planned') return
        const { planId } = planned.plan
        const ended = await output.write('Exporting', async (destinationId, jobId) => {
          const request = { planId, format, destinationId, folderName, leaveOutUnreadable, jobId }
          const result = await client.invoke('export:run', request)
          return result.ok ? ok({ ...result.value, format }) : result
        })
        if (ended !== null) onEnded(ended)
      },
      async back() {
        await Promise.all([plan(), output.back()])
      },
    }
  })
}
