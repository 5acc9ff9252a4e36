/**
 * Session slice: opening a rollout, then three things side by side that never wait for each other: the first
 * window of lines, the line index, and the check of the whole file. An answer that comes after another session
 * was opened is dropped.
 */
import type { StateCreator, StoreApi } from 'zustand/vanilla'
import type { Client } from '../client/client'
import type { AppError } from '../../../shared/result'
import { createLineCache } from './lineCache'
import { amend, visit } from './navigation'
import type { JobsState } from './jobsStore'
import { severitiesByLine, type SessionSlice, type ViewerState } from './viewerTypes'

/** What the viewer needs from outside. */
export interface ViewerPorts {
  readonly client: Client
  readonly jobs: StoreApi<JobsState>
  readonly onFailure: (error: AppError) => void
}

const nothingOpen = {
  index: null,
  indexing: { status: 'waiting' },
  check: { status: 'waiting' },
  strip: null,
  disk: null,
  severityOfLine: new Map(),
  selectedLine: null,
  selectedFinding: null,
  linesFailure: null,
  detail: { status: 'none' },
} as const satisfies Partial<ViewerState>

/** Bytes of text asked for with each row: what fits on a wide screen. */
const rowTextBytes = 320

/** Session slice of the viewer. */
export const createSessionSlice =
  ({ client, jobs }: ViewerPorts): StateCreator<ViewerState, [], [], SessionSlice> =>
  (set, get) => {
    /** Grows with every opening and closing; work that was started under another number is out of date. */
    let generation = 0

    function isCurrent(mine: number): boolean {
      return mine === generation
    }

    function release(): void {
      const { session, cache, indexing, check } = get()
      generation += 1
      cache?.dispose()
      if (session.status === 'opening') jobs.getState().cancel(session.jobId)
      if (indexing.status === 'running') jobs.getState().cancel(indexing.jobId)
      if (check.status === 'running') jobs.getState().cancel(check.jobId)
      if (session.status === 'ready') void client.invoke('rollout:close', { fileId: session.fileId })
    }

    async function runIndex(fileId: string, mine: number): Promise<void> {
      const result = await jobs.getState().run('Counting lines', (jobId) => {
        set({ indexing: { status: 'running', jobId } })
        return client.invoke('rollout:index', { fileId, jobId })
      })
      if (!isCurrent(mine)) return
      if (result.ok) set({ index: result.value, indexing: { status: 'done' } })
      else if (result.error.code === 'cancelled') set({ indexing: { status: 'cancelled' } })
      else set({ indexing: { status: 'failed', error: result.error } })
    }

    async function runCheck(fileId: string, mine: number): Promise<void> {
      const result = await jobs.getState().run('Checking the whole file', (jobId) => {
        set({ check: { status: 'running', jobId } })
        return client.invoke('rollout:check', { fileId, jobId })
      })
      if (!isCurrent(mine)) return
      if (result.ok) {
        const { report, strip } = result.value
        const severityOfLine = severitiesByLine(report.findings)
        set({ check: { status: 'done', report }, strip, severityOfLine })
      } else if (result.error.code === 'cancelled') set({ check: { status: 'cancelled' } })
      else set({ check: { status: 'failed', error: result.error } })
    }

    function startCache(fileId: string): void {
      const cache = createLineCache({
        load: async (from, limit) => {
          const result = await client.invoke('rollout:readLines', {
            fileId,
            from,
            limit,
            maxTextBytes: rowTextBytes,
          })
          const { index } = get()
          const isAhead = result.ok && result.value.index.lineCount > (index?.lineCount ?? 0)
          if (isAhead && get().cache === cache) set({ index: result.value.index })
          return result
        },
        onChange: () => {
          set({ linesVersion: get().linesVersion + 1, linesFailure: cache.failure() })
        },
      })
      set({ cache, linesVersion: get().linesVersion + 1 })
      cache.want(1, 100, 100)
    }

    client.on('rollout:indexed', (index) => {
      const { session, index: known } = get()
      if (session.status !== 'ready' || session.fileId !== index.fileId) return
      if (index.lineCount >= (known?.lineCount ?? 0)) set({ index })
    })
    client.on('rollout:surveyed', ({ fileId, strip }) => {
      const { session, check } = get()
      const isShown = session.status === 'ready' && session.fileId === fileId
      if (isShown && check.status === 'running') set({ strip })
    })

    return {
      session: { status: 'none' },
      ...nothingOpen,
      async open(fileId, title, line = null) {
        const { session } = get()
        if (session.status === 'ready' && session.fileId === fileId) {
          if (line !== null) get().goToLine(line)
          return
        }
        release()
        const mine = generation
        const trail = visit(get().trail, { fileId, line })
        const result = await jobs.getState().run('Opening the file', (jobId) => {
          set({ ...nothingOpen, cache: null, trail, session: { status: 'opening', fileId, title, jobId } })
          return client.invoke('rollout:open', { fileId, jobId })
        })
        if (!isCurrent(mine)) {
          if (result.ok) void client.invoke('rollout:close', { fileId })
          return
        }
        if (!result.ok) {
          set({ session: { status: 'failed', fileId, title, error: result.error } })
          return
        }
        set({ session: { status: 'ready', fileId, header: result.value } })
        startCache(fileId)
        const first = line ?? 1
        get().select(first)
        set({ trail: amend(get().trail, { fileId, line: first }) })
        if (line !== null) get().goToLine(line)
        await Promise.all([runIndex(fileId, mine), runCheck(fileId, mine)])
      },
      close() {
        release()
        set({ ...nothingOpen, cache: null, session: { status: 'none' } })
      },
      async readAppended() {
        const { session, index, cache } = get()
        if (session.status !== 'ready') return
        set({ disk: null })
        cache?.forgetFrom(index?.lineCount ?? 1)
        await Promise.all([get().recount(), get().recheck()])
      },
      async recount() {
        const { session } = get()
        if (session.status === 'ready') await runIndex(session.fileId, generation)
      },
      async recheck() {
        const { session } = get()
        if (session.status === 'ready') await runCheck(session.fileId, generation)
      },
      async pollDisk() {
        const { session, disk } = get()
        if (session.status !== 'ready') return
        const mine = generation
        const result = await client.invoke('rollout:stat', { fileId: session.fileId })
        if (!isCurrent(mine) || !result.ok) return
        const { state, sizeBytes } = result.value
        if (disk?.state !== state || disk.sizeBytes !== sizeBytes) set({ disk: result.value })
      },
    }
  }
