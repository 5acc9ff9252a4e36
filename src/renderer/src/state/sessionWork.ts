/** Session work: the three things that go on side by side for an open file. Each drops what comes too late. */
import type { StoreApi } from 'zustand/vanilla'
import type { Client } from '../client/client'
import type { AppError } from '../../../shared/result'
import { eyeOf } from './eyeSlice'
import { createLineCache, type LineCache } from './lineCache'
import type { JobsState } from './jobsStore'
import { findingsOf, reportOf, sameFinding, type CheckState } from './checkState'
import { severitiesByLine, type IndexingState, type ViewerState } from './viewerTypes'

/** What the viewer needs from outside. */
export interface ViewerPorts {
  readonly client: Client
  readonly jobs: StoreApi<JobsState>
  readonly onFailure: (error: AppError) => void
}

/** The viewer's state as a slice reaches it. */
export interface ViewerAccess {
  readonly get: () => ViewerState
  readonly set: (part: Partial<ViewerState>) => void
}

/** Bytes of text asked for with each row: what fits on a wide screen. */
export const rowTextBytes = 260

/**
 * Counts the lines of a file to its end. A count that is under way is ended first, and what it still answers is
 * dropped, as is every answer for a file that is no longer on show.
 */
export async function countLines(
  { client, jobs }: ViewerPorts,
  { get, set }: ViewerAccess,
  fileId: string,
): Promise<void> {
  cancelRunning(jobs, get().indexing)
  let mine = ''
  const result = await jobs.getState().run('Counting lines', (jobId) => {
    mine = jobId
    set({ indexing: { status: 'running', jobId } })
    return client.invoke('rollout:index', { fileId, jobId })
  })
  if (!isRunning(get().indexing, mine)) return
  if (result.ok) set({ index: result.value, indexing: { status: 'done' } })
  else if (result.error.code === 'cancelled') set({ indexing: { status: 'cancelled' } })
  else set({ indexing: { status: 'failed', error: result.error } })
}

/**
 * Checks every byte of a file. A check that is under way is ended first, and what it still answers is dropped. The report
 * before stays on show until the new one is here, and when there is none because the check was cancelled.
 */
export async function checkFile(
  { client, jobs }: ViewerPorts,
  { get, set }: ViewerAccess,
  fileId: string,
): Promise<void> {
  cancelRunning(jobs, get().check)
  const previous = reportOf(get())
  const startedAt = performance.now()
  let mine = ''
  const result = await jobs.getState().run('Checking the whole file', (jobId) => {
    mine = jobId
    // What was counted before may be of a file that has grown since.
    set({ check: { status: 'running', jobId, known: [], previous }, census: null })
    return client.invoke('rollout:check', { fileId, jobId })
  })
  if (!isRunning(get().check, mine)) return
  if (result.ok) {
    const { report, strip, census } = result.value
    const { selectedFinding } = get()
    const selected = selectedFinding === null ? undefined : findingsOf(get())[selectedFinding]
    set({
      check: { status: 'done', report },
      lastCheckMs: performance.now() - startedAt,
      selectedFinding: sameFinding(selected, report.findings),
      step: null,
      strip,
      census,
      severityOfLine: severitiesByLine(report.findings),
    })
    // Which lines Codex misplaces is known now.
    if (get().wish.isLost) void get().runFilter()
  } else if (result.error.code !== 'cancelled') set({ check: { status: 'failed', error: result.error } })
  else set({ check: previous === null ? { status: 'cancelled' } : { status: 'done', report: previous } })
}

function isRunning(work: CheckState | IndexingState, jobId: string): boolean {
  return work.status === 'running' && work.jobId === jobId
}

function cancelRunning(jobs: StoreApi<JobsState>, work: CheckState | IndexingState): void {
  if (work.status === 'running') jobs.getState().cancel(work.jobId)
}

/**
 * Makes the cache of a file's lines and asks for the first of them, without waiting for the index. A window
 * that knows of more lines than the index has told so far moves the index on.
 */
export function startLines({ client }: ViewerPorts, { get, set }: ViewerAccess, fileId: string): LineCache {
  const cache = createLineCache({
    load: async (from, limit) => {
      const result = await client.invoke('rollout:readLines', {
        fileId,
        from,
        limit,
        maxTextBytes: rowTextBytes,
        ...eyeOf(get()),
      })
      const { index, selectedLine, cache: current } = get()
      if (!result.ok || current !== cache) return result
      if (result.value.index.lineCount > (index?.lineCount ?? -1)) set({ index: result.value.index })
      if (selectedLine === null && result.value.lines.length > 0) get().select(1)
      return result
    },
    onChange: () => {
      set({ linesVersion: get().linesVersion + 1, linesFailure: cache.failure() })
    },
  })
  set({ cache, linesVersion: get().linesVersion + 1 })
  cache.want(1, 1, 1)
  return cache
}
