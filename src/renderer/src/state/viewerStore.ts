import { createStore, type StoreApi } from 'zustand/vanilla'
import { createFilterSlice } from './filterSlice'
import { createFindingsSlice } from './findingsSlice'
import { followMatches } from './followMatches'
import { createEyeSlice } from './eyeSlice'
import { createDetailSlice, followSelection } from './detailSlice'
import { createLinesSlice } from './linesSlice'
import { createSelectionSlice } from './selectionSlice'
import { createSessionSlice } from './sessionSlice'
import type { ViewerPorts } from './sessionWork'
import type { ViewerState } from './viewerTypes'

/** The viewer: one open session, made of six slices that share their state and nothing else. */
export function createViewerStore(ports: ViewerPorts): StoreApi<ViewerState> {
  const store = createStore<ViewerState>()((...parts) => ({
    ...createSessionSlice(ports)(...parts),
    ...createLinesSlice(...parts),
    ...createSelectionSlice(ports)(...parts),
    ...createFindingsSlice(...parts),
    ...createDetailSlice(ports)(...parts),
    ...createFilterSlice(ports)(...parts),
    ...createEyeSlice(...parts),
  }))
  followSelection(store, ports)
  followMatches(store, ports)
  return store
}
