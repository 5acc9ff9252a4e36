import { SearchX } from 'lucide-react'
import { useStores, useViewer } from '../../state/stores'
import { EmptyState } from '../../ui/EmptyState'
import { formatBytes, formatNumberOf, formatShare } from '../../ui/format'

/** Stands where matches would: says that there are none, or that nobody knows yet. */
export function FilterEmpty() {
  const { viewer, window } = useStores()
  const run = useViewer((state) => state.filterRun)
  const matched = useViewer((state) => state.matched)
  if (matched === null) return null
  const share = formatShare(matched.scannedBytes, matched.totalBytes)
  const isWhole = run.status === 'done'
  const title = isWhole ? 'No line matches' : `Nothing found in the first ${share}`
  return (
    <div className="filter-empty">
      <EmptyState
        icon={SearchX}
        title={title}
        role="status"
        actions={
          <button
            type="button"
            className="button"
            onClick={() => {
              viewer.getState().setFilterMode('find')
              window.getState().requestFocus('view')
            }}
          >
            Show all lines
          </button>
        }
      >
        {isWhole && (
          <p>
            All {formatNumberOf(matched.scannedLines, 'line')}, {formatBytes(matched.totalBytes)}, were
            searched: as they stand in the file, and with their JSON escapes decoded.
          </p>
        )}
      </EmptyState>
    </div>
  )
}
