import type { StateCreator } from 'zustand/vanilla'
import type { LineRow } from '../../../shared/rollout/lineRow'
import { isFiltering } from './filterTypes'
import type { LinesSlice, ViewerState } from './viewerTypes'

/** Lines slice of the viewer: the rows in memory and what the screen wants of them. */
export const createLinesSlice: StateCreator<ViewerState, [], [], LinesSlice> = (_set, get) => ({
  linesVersion: 0,
  linesFailure: null,
  cache: null,
  row: (lineNumber) => get().cache?.row(lineNumber) ?? matchRow(get(), lineNumber),
  want(first, last) {
    const { cache, index } = get()
    if (cache !== null && index !== null) cache.want(first, last, index.lineCount)
  },
})

/** The row of a line among the matches, where it is the selected one or stands at an end of the screen. */
function matchRow(state: ViewerState, lineNumber: number): LineRow | undefined {
  if (!isFiltering(state)) return undefined
  const { matches, matchPlace, matchWindow } = state
  const indexes = [matchPlace?.index ?? -1, matchWindow.first, matchWindow.last]
  const rows = indexes.map((index) => matches?.row(index + 1))
  return rows.find((row) => row?.lineNumber === lineNumber)
}
