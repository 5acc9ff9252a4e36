/** Filter search: the one search of a window that goes on or is done, and what it has told. Late answers are dropped. */
import type { FilterState } from '../../../shared/contract/openRollout'
import type { LineFilter } from '../../../shared/rollout/lineFilter'
import { filterClosed } from './filterTypes'
import { eyeOf } from './eyeSlice'
import { createMatchCache } from './matchRequests'
import type { ViewerAccess, ViewerPorts } from './sessionWork'

export interface FilterSearch {
  /** Searches a file for the lines of a filter. A search that goes on is ended, and its rows stay until this one tells. */
  readonly start: (fileId: string, filter: LineFilter) => Promise<void>
  readonly cancel: () => void
  /** Ends the search and forgets what it found, here and in the host. */
  readonly forget: () => void
  /** True when the matches on show are those of a filter, all of them or the first ones. */
  readonly isShown: (filter: LineFilter) => boolean
  /** Waits until the search that goes on tells more, or ends. */
  readonly told: () => Promise<void>
}

/** Makes the search of a window. */
export function createFilterSearch({ client, jobs }: ViewerPorts, { get, set }: ViewerAccess): FilterSearch {
  // One name for all searches of this window: in the host, too, each takes the place of the one before.
  const filterId = crypto.randomUUID()
  /** The filter whose matches are on show, as text. */
  let shown = ''
  let waiting: readonly (() => void)[] = []

  function tell(): void {
    const woken = waiting
    waiting = []
    for (const wake of woken) wake()
  }

  function cancel(): void {
    const { filterRun } = get()
    if (filterRun.status === 'running') jobs.getState().cancel(filterRun.jobId)
  }

  function isRunning(jobId: string): boolean {
    const { filterRun } = get()
    return filterRun.status === 'running' && filterRun.jobId === jobId
  }

  function take(matched: FilterState, filter: string): void {
    const { matches, matched: before } = get()
    if (matches !== null && filter === shown) {
      // The last of them may have been half written.
      if (before?.totalBytes !== matched.totalBytes) matches.refreshFrom(Math.max(1, before?.matched ?? 1))
      set({ matched })
      return
    }
    matches?.dispose()
    shown = filter
    const cache = createMatchCache(client, matched, {
      eye: () => eyeOf(get()),
      onChange: (changed) => {
        if (get().matches !== changed) return
        set({ linesVersion: get().linesVersion + 1, linesFailure: changed.failure() })
      },
    })
    set({ matched, matches: cache, matchPlace: null, visibleMatches: new Set(), linesFailure: null })
    const { selectedLine, revealLine } = get()
    if (selectedLine !== null) revealLine(selectedLine, 'nearest')
  }

  return {
    cancel,
    forget() {
      cancel()
      const { matches, matched } = get()
      matches?.dispose()
      if (matched !== null) void client.invoke('rollout:dropFilter', { fileId: matched.fileId, filterId })
      const { filterRun, matchPlace, visibleMatches } = filterClosed
      set({ filterRun, matched: null, matches: null, matchPlace, visibleMatches, linesFailure: null })
    },
    async start(fileId, filter) {
      cancel()
      const name = JSON.stringify(filter)
      let mine = ''
      const unfollow = client.on('rollout:matched', (matched) => {
        if (matched.jobId !== mine || !isRunning(mine)) return
        take(matched, name)
        tell()
      })
      const result = await jobs.getState().run('Filtering lines', (jobId) => {
        mine = jobId
        set({ filterRun: { status: 'running', jobId } })
        return client.invoke('rollout:filter', { fileId, jobId, filterId, filter })
      })
      unfollow()
      if (!isRunning(mine)) {
        tell()
        return
      }
      if (result.ok) {
        take(result.value, name)
        set({ filterRun: { status: 'done' } })
      } else if (result.error.code === 'cancelled') set({ filterRun: { status: 'cancelled' } })
      else set({ filterRun: { status: 'failed', error: result.error } })
      tell()
    },
    isShown: (filter) => get().matched !== null && shown === JSON.stringify(filter),
    told: () => new Promise((resolve) => (waiting = [...waiting, resolve])),
  }
}
