import { useMemo } from 'react'
import type { FacetCounts } from '../../state/facetTable'
import { useSessions } from '../../state/stores'

/** Counts of all values, made again when rows or filters changed. For what is open only: it looks at every row. */
export function useFacetCounts(): FacetCounts {
  const countFacets = useSessions((state) => state.countFacets)
  const visible = useSessions((state) => state.visible)
  const counts = useSessions((state) => state.counts)
  return useMemo(() => {
    // Both are replaced whenever what is counted changes; the counts themselves come from the store.
    void visible
    void counts
    return countFacets()
  }, [countFacets, visible, counts])
}
