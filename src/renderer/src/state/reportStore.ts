/** Report export: what the dialog for the report of a validation knows, from its format to the hash of the file. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ReportFormat } from '../../../shared/validation/reportFormat'
import type { WrittenReport } from '../../../shared/validation/run'
import { createOutput, type OutputOptions, type OutputState } from './output'
import { defaultReportName, renamedFor } from './outputName'

export interface ReportState extends OutputState<WrittenReport> {
  readonly format: ReportFormat
  /** Begins anew, unless a report is being written. */
  readonly begin: () => Promise<void>
  readonly setFormat: (format: ReportFormat) => Promise<void>
  readonly write: (runId: string) => Promise<void>
  /** Goes back from a result to the choices. */
  readonly back: () => Promise<void>
}

export interface ReportStoreOptions extends OutputOptions {
  readonly nowMs?: () => number
}

/** Report export as a store. */
export function createReportStore(options: ReportStoreOptions): StoreApi<ReportState> {
  const { client, nowMs = Date.now } = options
  return createStore<ReportState>()((set, get) => {
    const output = createOutput<WrittenReport>(options, { set, get })
    return {
      ...output.state,
      format: 'text',
      async begin() {
        if (get().run.status !== 'running') await output.begin(defaultReportName(nowMs(), get().format))
      },
      async setFormat(format) {
        const name = renamedFor(get().name, get().format, format)
        set({ format })
        await get().setName(name)
      },
      async write(runId) {
        const { name: fileName, format } = get()
        await output.write('Writing the report', (destinationId, jobId) =>
          client.invoke('validation:export', { runId, format, destinationId, fileName, jobId }),
        )
      },
      back: output.back,
    }
  })
}
