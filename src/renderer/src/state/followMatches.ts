/** Follows the selection and the screen among the matches of a filter: which match is selected, which lines match. */
import type { StoreApi } from 'zustand/vanilla'
import { oneAtATime } from './oneAtATime'
import type { ViewerPorts } from './sessionWork'
import type { ViewerState } from './viewerTypes'

/** Most lines of a screen that are asked for; more do not fit on any. */
const mostVisible = 500

/** Keeps `matchPlace` and `visibleMatches` true while a filter is on. Returns the function that ends it. */
export function followMatches(store: StoreApi<ViewerState>, { client }: ViewerPorts): () => void {
  const locateSelected = oneAtATime(async () => {
    const { matched, matches, selectedLine } = store.getState()
    if (matched === null || selectedLine === null) return
    const { fileId, filterId } = matched
    const answer = await client.invoke('rollout:locateMatch', { fileId, filterId, lineNumber: selectedLine })
    const now = store.getState()
    if (!answer.ok || now.matches !== matches || now.selectedLine !== selectedLine) return
    const { index, lines } = answer.value
    const isMatch = lines[0] === selectedLine
    const isKnown = isMatch || matched.complete || matched.scannedLines >= selectedLine
    store.setState({ matchPlace: { lineNumber: selectedLine, index, isMatch, isKnown } })
  })

  const locateVisible = oneAtATime(async () => {
    const { matched, matches, viewport, filterMode } = store.getState()
    if (matched === null || filterMode !== 'find') return
    const { fileId, filterId } = matched
    const wish = { fileId, filterId, lineNumber: viewport.first, limit: mostVisible }
    const answer = await client.invoke('rollout:locateMatch', wish)
    if (!answer.ok || store.getState().matches !== matches) return
    store.setState({ visibleMatches: new Set(answer.value.lines) })
  })

  return store.subscribe((state, before) => {
    const isOther = state.matched !== before.matched || state.matches !== before.matches
    const hasMoved = state.selectedLine !== before.selectedLine
    const isPlaced = state.matchPlace?.lineNumber === state.selectedLine
    if (isOther || (hasMoved && !isPlaced)) locateSelected()
    if (isOther || state.viewport !== before.viewport || state.filterMode !== before.filterMode)
      locateVisible()
  })
}
