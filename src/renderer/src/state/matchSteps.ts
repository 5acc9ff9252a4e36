/** Match steps: going from match to match, which waits for the search of what was just typed. */
import { lossOf } from './eyeSlice'
import type { FilterSearch } from './filterSearch'
import { toLineFilter } from './filterTypes'
import { matchBeside } from './matchRequests'
import type { ViewerAccess, ViewerPorts } from './sessionWork'

/** A line behind the last one of any file. */
const beyondAll = Number.MAX_SAFE_INTEGER

export interface MatchSteps {
  readonly step: (by: -1 | 1) => Promise<void>
  /** Gives up a step that still waits. */
  readonly drop: () => void
}

/** Makes the steps of a window. Only one waits: the last that was asked for. */
export function createMatchSteps(
  { client, onFailure }: ViewerPorts,
  { get }: Pick<ViewerAccess, 'get'>,
  search: FilterSearch,
): MatchSteps {
  let last = 0

  function fileId(): string | null {
    const { session } = get()
    return session.status === 'ready' ? session.fileId : null
  }

  /** The match to go to; null where there is none, and where somebody wants something else by now. */
  async function find(by: -1 | 1, mine: number): Promise<number | null> {
    const filter = toLineFilter(get().wish, lossOf(get()))
    while (filter !== null && mine === last) {
      const { matched, selectedLine, viewport, filterRun } = get()
      if (matched !== null && search.isShown(filter)) {
        const found = await matchBeside(client, matched, selectedLine ?? viewport.first - by, by)
        // Only where all of the file was searched is the last match known to be the last.
        const goesRound = found.ok && found.value === null && filterRun.status === 'done'
        const next = goesRound ? await matchBeside(client, matched, by === 1 ? 0 : beyondAll, by) : found
        if (!next.ok) onFailure(next.error)
        if (!next.ok || next.value !== null) return next.ok ? next.value : null
      }
      if (filterRun.status !== 'running') return null
      if (get().filterRun.status === 'running') await search.told()
    }
    return null
  }

  return {
    async step(by) {
      last += 1
      const mine = last
      const from = get().selectedLine
      const file = fileId()
      const line = await find(by, mine)
      // Who went elsewhere meanwhile stays there.
      const isHere = mine === last && fileId() === file && get().selectedLine === from
      if (line !== null && isHere) get().goToLine(line)
    },
    drop() {
      last += 1
    },
  }
}
