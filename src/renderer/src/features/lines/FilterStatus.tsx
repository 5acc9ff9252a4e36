import { useStores, useViewer } from '../../state/stores'
import { visibleText } from '../../ui/visibleText'
import { filterStatus } from './filterWords'

/** How the search stands, with a way to stop it, or to go on. Keeps its place, whatever it says. */
export function FilterStatus() {
  const { viewer } = useStores()
  const run = useViewer((state) => state.filterRun)
  const matched = useViewer((state) => state.matched)
  const mode = useViewer((state) => state.filterMode)
  const selected = useViewer((state) => state.selectedLine)
  const known = useViewer((state) => state.matchPlace)
  const place = known?.lineNumber === selected ? known : null
  const words = filterStatus({ mode, run, matched, place })
  const error = run.status === 'failed' ? `${run.error.message} ${run.error.hint ?? ''}` : null
  return (
    <span className="line-filter-status">
      <span
        className="clip"
        role="status"
        aria-live={run.status === 'running' ? 'off' : 'polite'}
        title={error === null ? words : visibleText(error)}
        data-tone={error === null ? undefined : 'error'}
      >
        {words}
      </span>
      {run.status === 'running' && (
        <button
          type="button"
          className="link"
          onClick={() => {
            viewer.getState().cancelFilter()
          }}
        >
          Stop
        </button>
      )}
      {(run.status === 'cancelled' || run.status === 'failed') && (
        <button type="button" className="link" onClick={() => void viewer.getState().runFilter()}>
          {run.status === 'cancelled' ? 'Go on' : 'Try again'}
        </button>
      )}
    </span>
  )
}
