/** Marks slice: sessions that somebody picked out, for what is done with several at once. Marks outlive every filter. */
import type { StateCreator } from 'zustand/vanilla'
import type { SessionsState } from './sessionsStore'

export interface MarksSlice {
  /** Files that are marked, in the order in which that was done. */
  readonly marked: ReadonlySet<string>
  /** The file that a range starts from: the one that was marked or unmarked last. */
  readonly markAnchor: string | null
  readonly toggleMark: (fileId: string) => void
  /** Marks everything that the list draws from the anchor, or without one from the cursor, to this file, both included. */
  readonly markRange: (fileId: string) => void
  /** Marks every row that the filters let through, also those that are folded away. */
  readonly markAllVisible: () => void
  readonly clearMarks: () => void
}

/** How many marked files the list does not show: because of its filters, or because they are not listed at all. */
export interface MarkCounts {
  readonly all: number
  readonly hidden: number
  readonly unlisted: number
}

/** Counts marks. */
export function markCounts({
  marked,
  index,
  visible,
}: Pick<SessionsState, 'marked' | 'index' | 'visible'>): MarkCounts {
  const numbers = [...marked].flatMap((fileId) => index.numberOf(fileId) ?? [])
  const isEverythingShown = visible.length === index.rows.length
  const shown = isEverythingShown || marked.size === 0 ? null : new Set(visible)
  return {
    all: marked.size,
    hidden: shown === null ? 0 : numbers.filter((row) => !shown.has(row)).length,
    unlisted: marked.size - numbers.length,
  }
}

/** Marks slice of the sessions. */
export const createMarksSlice: StateCreator<SessionsState, [], [], MarksSlice> = (set, get) => ({
  marked: new Set(),
  markAnchor: null,
  toggleMark(fileId) {
    const marked = new Set(get().marked)
    if (!marked.delete(fileId)) marked.add(fileId)
    set({ marked, markAnchor: fileId })
  },
  markRange(fileId) {
    const { drawn, index, markAnchor, cursor } = get()
    const to = drawn.rows.indexOf(index.numberOf(fileId) ?? -1)
    const from = markAnchor === null ? -1 : drawn.rows.indexOf(index.numberOf(markAnchor) ?? -1)
    if (to === -1) return
    const start = from === -1 ? cursor : from
    const marked = new Set(get().marked)
    for (let position = Math.min(start, to); position <= Math.max(start, to); position += 1) {
      const row = get().rowAt(position)
      // What is drawn for the sake of others only was not asked for.
      if (row !== undefined && get().placeAt(position)?.isContext !== true) marked.add(row.fileId)
    }
    set({ marked, markAnchor: fileId })
  },
  markAllVisible() {
    const { index, visible } = get()
    const marked = new Set(get().marked)
    for (const number of visible) {
      const row = index.rows[number]
      if (row !== undefined) marked.add(row.fileId)
    }
    set({ marked })
  },
  clearMarks() {
    set({ marked: new Set(), markAnchor: null })
  },
})
