import { ListFilter } from 'lucide-react'
import { findCommand } from '../../state/commands'
import { useStores, useViewer } from '../../state/stores'

/** Opens the bar above the lines, and closes it again. */
export function FilterButton() {
  const stores = useStores()
  const isOpen = useViewer((state) => state.isFilterOpen)
  return (
    <button
      type="button"
      className="button button-small button-quiet"
      aria-pressed={isOpen}
      title="Filter lines (Ctrl+Shift+F), find in the session (Ctrl+F)"
      onClick={() => {
        if (isOpen) stores.viewer.getState().closeFilter()
        else findCommand('filter-lines')?.run(stores, 'other')
      }}
    >
      <ListFilter size={14} strokeWidth={1.75} aria-hidden />
      Filter lines
    </button>
  )
}
