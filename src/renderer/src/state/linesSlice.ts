import type { StateCreator } from 'zustand/vanilla'
import type { LinesSlice, ViewerState } from './viewerTypes'

/** Lines slice of the viewer: the rows in memory and what the screen wants of them. */
export const createLinesSlice: StateCreator<ViewerState, [], [], LinesSlice> = (_set, get) => ({
  linesVersion: 0,
  linesFailure: null,
  cache: null,
  row: (lineNumber) => get().cache?.row(lineNumber),
  want(first, last) {
    const { cache, index } = get()
    if (cache !== null && index !== null) cache.want(first, last, index.lineCount)
  },
})
