/** Selection slice: one selected line for all views, jumps, and the trail that Back and Forward walk. */
import type { StateCreator } from 'zustand/vanilla'
import { isFiltering } from './filterTypes'
import { amend, emptyTrail, step, visit } from './navigation'
import type { ViewerPorts } from './sessionWork'
import type { Reveal, SelectionSlice, ViewerState } from './viewerTypes'

/** Who goes to a line by another way is at no finding any more. */
const noFinding = { selectedFinding: null, findingCursor: null, step: null } as const

/** Selection slice of the viewer. */
export const createSelectionSlice =
  ({ client, onFailure }: ViewerPorts): StateCreator<ViewerState, [], [], SelectionSlice> =>
  (set, get) => {
    let seq = 0

    function revealing(lineNumber: number, alignment: Reveal['alignment']): Partial<ViewerState> {
      return { selectedLine: lineNumber, selectedByte: null, reveal: { lineNumber, alignment, seq: ++seq } }
    }

    function clamp(lineNumber: number): number {
      const { index, matched } = get()
      // A filter may have come further than the count of lines, which can be stopped.
      const known = index === null ? lineNumber : Math.max(index.lineCount, matched?.scannedLines ?? 0)
      return Math.max(1, Math.min(lineNumber, known))
    }

    function fileId(): string | null {
      const { session } = get()
      return session.status === 'ready' ? session.fileId : null
    }

    return {
      selectedLine: null,
      selectedByte: null,
      selectedFinding: null,
      reveal: null,
      viewport: { first: 1, last: 1, count: 1 },
      trail: emptyTrail,
      select(lineNumber) {
        const file = fileId()
        if (file === null) return
        set({ selectedLine: clamp(lineNumber), selectedByte: null, ...noFinding })
        set({ trail: amend(get().trail, { fileId: file, line: lineNumber }) })
      },
      moveBy(lines) {
        if (isFiltering(get())) {
          void get().goToMatch(matchIndexAfter(get(), lines), 'nearest')
          return
        }
        const from = get().selectedLine ?? get().viewport.first - 1
        get().select(from + lines)
        set(revealing(get().selectedLine ?? 1, 'nearest'))
      },
      moveToEnd(end) {
        const { index, matched } = get()
        if (isFiltering(get()))
          void get().goToMatch(end === 'first' ? 0 : (matched?.matched ?? 1) - 1, 'nearest')
        else get().goToLine(end === 'first' ? 1 : (index?.lineCount ?? 1))
      },
      revealLine(lineNumber, alignment) {
        set({ reveal: { lineNumber, alignment, seq: ++seq } })
      },
      goToLine(lineNumber) {
        const file = fileId()
        if (file === null) return
        const line = clamp(lineNumber)
        set({ ...revealing(line, 'center'), ...noFinding })
        set({ trail: visit(get().trail, { fileId: file, line }) })
      },
      async goTo(target) {
        const file = fileId()
        if (file === null) return
        if (target.kind === 'line') {
          get().goToLine(target.lineNumber)
          return
        }
        const result = await client.invoke('rollout:locate', { fileId: file, byteOffset: target.byteOffset })
        if (fileId() !== file) return
        if (!result.ok) {
          onFailure(result.error)
          return
        }
        get().goToLine(result.value.lineNumber)
        set({ selectedByte: Math.max(0, target.byteOffset - result.value.byteOffset) })
      },
      async travel(by) {
        const trail = step(get().trail, by)
        const place = trail?.places[trail.at]
        if (trail === null || place === undefined) return
        set({ trail })
        if (fileId() === place.fileId) {
          if (place.line !== null) set({ ...revealing(clamp(place.line), 'center'), ...noFinding })
          return
        }
        await get().open(place.fileId, '', place.line)
      },
      setViewport(first, last, count) {
        const { viewport } = get()
        const isSame = viewport.first === first && viewport.last === last && viewport.count === count
        if (!isSame) set({ viewport: { first, last, count } })
      },
    }
  }

/** The match so many rows from the selected line, which may be none of them, or from the top of the screen. */
function matchIndexAfter({ selectedLine, matchPlace, matchWindow }: ViewerState, rows: number): number {
  if (selectedLine === null || matchPlace?.lineNumber !== selectedLine) return matchWindow.first
  // A line that is hidden stands between two matches: the one after it has its index.
  return matchPlace.index + (matchPlace.isMatch || rows < 0 ? rows : rows - 1)
}
