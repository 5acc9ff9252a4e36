/** Shown slice: which rows the filters let through, what is drawn of them, and where the keyboard stands. */
import type { StateCreator } from 'zustand/vanilla'
import { groupByThread, type GroupedRows } from '../../../shared/session/groupedRows'
import type { SessionSummary } from '../../../shared/session/session'
import type { ThreadLinks } from '../../../shared/session/threads'
import type { FacetCounts } from './facetTable'
import type { TimeZone } from '../../../shared/settings/settings'
import { createSessionIndex, type SessionCounts, type SessionIndex } from './sessionIndex'
import type { SessionsState } from './sessionsStore'
import { everything, noFilters, type SessionView } from './sessionView'

/** Rows by position, top to bottom. `threads` is null while every row stands for itself. */
export interface DrawnRows {
  readonly rows: Uint32Array
  readonly threads: (GroupedRows & Pick<ThreadLinks, 'orphans'>) | null
}

/** Where a drawn row stands in its thread. */
export interface RowPlace {
  readonly depth: number
  /** True for a row that the filters leave out: it stands there for the sake of one below it. */
  readonly isContext: boolean
  /** Rows below it at all levels, and how many of them the filters let through. */
  readonly below: number
  readonly matchingBelow: number
  readonly isFolded: boolean
  /** True where it names another session that is not listed. */
  readonly isOrphan: boolean
}

interface Shown {
  readonly counts: SessionCounts
  /** Numbers of the rows that the filters let through, in order. Replaced as a whole, never changed. */
  readonly visible: Uint32Array
  /** What the list draws of them: with threads, also rows that stand above them, and none that is folded away. */
  readonly drawn: DrawnRows
  /** How many of the rows that are here the filters leave out. */
  readonly hidden: { readonly all: number; readonly archived: number }
}

export interface ShownSlice extends Shown {
  readonly index: SessionIndex
  readonly view: SessionView
  readonly isGrouped: boolean
  /** Files whose threads are folded. */
  readonly folded: ReadonlySet<string>
  /** Position in `drawn` that the keyboard stands on. */
  readonly cursor: number
  readonly rowAt: (position: number) => SessionSummary | undefined
  /** Null while every row stands for itself. */
  readonly placeAt: (position: number) => RowPlace | null
  /** The newest rows that match words, whatever the list itself shows. */
  readonly find: (query: string, most: number) => readonly SessionSummary[]
  readonly rowOf: (fileId: string) => SessionSummary | undefined
  /** Counts every value of every facet among the rows that all other filters let through. */
  readonly countFacets: () => FacetCounts
  readonly change: (part: Partial<SessionView>) => void
  readonly clearFilters: () => void
  readonly setGrouped: (isGrouped: boolean) => void
  /** Takes over the zone that times are shown in: the days of a filter are those of that zone. */
  readonly setZone: (zone: TimeZone) => void
  /** Folds or unfolds the thread at a position; where there is nothing to fold, folding goes to the row above it. */
  readonly fold: (position: number, isFolded: boolean) => void
  readonly moveTo: (position: number) => void
  /** Goes to the row of a file, out of a folded thread, too; nowhere where the filters leave it out. */
  readonly goTo: (fileId: string) => void
}

/** What follows from rows, filters and threads. */
export function shownOf(state: Pick<SessionsState, 'index' | 'view' | 'isGrouped' | 'folded'>): Shown {
  const { index, view, isGrouped } = state
  const visible = index.view(view)
  const counts = index.counts()
  let archived = 0
  for (const row of visible) if (index.rows[row]?.archived === true) archived += 1
  return {
    counts,
    visible,
    drawn: isGrouped ? drawThreads(state, visible) : { rows: visible, threads: null },
    hidden: { all: counts.all - visible.length, archived: counts.archived - archived },
  }
}

function drawThreads(
  { index, view, folded }: Parameters<typeof shownOf>[0],
  visible: Uint32Array,
): DrawnRows {
  const matches = new Uint8Array(index.rows.length)
  for (const row of visible) matches[row] = 1
  const numbers = [...folded].flatMap((fileId) => index.numberOf(fileId) ?? [])
  const forest = index.threads(view)
  const threads = groupByThread(forest, matches, new Set(numbers))
  return { rows: threads.rows, threads: { ...threads, orphans: forest.orphans } }
}

/** Shown slice of the sessions. */
export const createShownSlice: StateCreator<SessionsState, [], [], ShownSlice> = (set, get) => {
  function show(part: Partial<SessionsState>): void {
    set({ ...part, ...shownOf({ ...get(), ...part }) })
  }

  function positionOf(fileId: string | undefined): number {
    const number = fileId === undefined ? undefined : get().index.numberOf(fileId)
    return number === undefined ? -1 : get().drawn.rows.indexOf(number)
  }

  const nothing = {
    index: createSessionIndex(),
    view: everything,
    isGrouped: false,
    folded: new Set<string>(),
  }
  return {
    ...nothing,
    ...shownOf(nothing),
    cursor: 0,
    rowAt: (position) => get().index.rows[get().drawn.rows[position] ?? -1],
    placeAt: (position) => placeOf(get(), position),
    find(query, most) {
      const { index } = get()
      const found = index.view({ ...everything, query })
      return [...found.subarray(0, most)].map((row) => index.rows[row]).filter((row) => row !== undefined)
    },
    rowOf: (fileId) => get().index.rows[get().index.numberOf(fileId) ?? -1],
    countFacets: () => get().index.facetCounts(get().view),
    change(part) {
      show({ view: { ...get().view, ...part }, cursor: 0 })
    },
    clearFilters() {
      get().change(noFilters)
    },
    setGrouped(isGrouped) {
      const at = get().rowAt(get().cursor)?.fileId
      show({ isGrouped })
      get().moveTo(positionOf(at))
    },
    setZone(zone) {
      const { view } = get()
      if (view.zone === zone) return
      if (view.created.kind === 'days') get().change({ zone })
      else set({ view: { ...view, zone } })
    },
    fold(position, isFolded) {
      const row = get().rowAt(position)
      const place = get().placeAt(position)
      if (row === undefined || place === null) return
      if (isFolded && (place.matchingBelow === 0 || place.isFolded)) {
        if (place.depth > 0) get().moveTo(aboveOf(get(), position))
        return
      }
      const folded = new Set(get().folded)
      if (isFolded) folded.add(row.fileId)
      else folded.delete(row.fileId)
      show({ folded })
      get().moveTo(position)
    },
    goTo(fileId) {
      const { index, visible, folded } = get()
      const number = index.numberOf(fileId)
      if (number === undefined || !visible.includes(number)) return
      if (positionOf(fileId) < 0 && folded.size > 0) show({ folded: new Set() })
      get().moveTo(positionOf(fileId))
    },
    moveTo(position) {
      const last = get().drawn.rows.length - 1
      set({ cursor: Math.max(0, Math.min(position, last)) })
    },
  }
}

function placeOf({ drawn, folded, rowAt }: SessionsState, position: number): RowPlace | null {
  const { threads } = drawn
  const row = rowAt(position)
  if (threads === null || row === undefined) return null
  return {
    depth: threads.depths[position] ?? 0,
    isContext: threads.isContext[position] === 1,
    below: threads.below[position] ?? 0,
    matchingBelow: threads.matchingBelow[position] ?? 0,
    isFolded: folded.has(row.fileId),
    isOrphan: threads.orphans[drawn.rows[position] ?? -1] === 1,
  }
}

/** The position of the row that this one is drawn under. */
function aboveOf({ drawn }: SessionsState, position: number): number {
  const depths = drawn.threads?.depths
  const depth = depths?.[position] ?? 0
  let above = position
  while (above > 0 && (depths?.[above] ?? 0) >= depth) above -= 1
  return above
}
