import { MousePointerClick, PanelRightClose } from 'lucide-react'
import { assertNever } from '../../../../shared/assertNever'
import { usePreferences, useStores, useViewer } from '../../state/stores'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { IconButton } from '../../ui/IconButton'
import { formatCount } from '../../ui/format'
import { LineInspector } from './LineInspector'

/** Right pane: the selected line, whole. */
export function InspectorPane() {
  const { preferences } = useStores()
  const line = useViewer((state) => state.selectedLine)
  const hasLines = useViewer((state) => (state.index?.lineCount ?? 0) > 0)
  const isOpen = usePreferences((state) => state.isInspectorOpen)
  return (
    <section className="pane pane-quiet" aria-label="Inspector">
      <div className="inspector-head">
        <h2>{line === null || !hasLines ? 'Inspector' : `Line ${formatCount(line)}`}</h2>
        <IconButton
          icon={PanelRightClose}
          label="Hide the inspector (i)"
          isPressed={isOpen}
          onClick={() => {
            preferences.getState().change({ isInspectorOpen: false })
          }}
        />
      </div>
      <InspectorBody />
    </section>
  )
}

function InspectorBody() {
  const detail = useViewer((state) => state.detail)
  const name = useViewer((state) => (state.session.status === 'ready' ? state.session.header.name : ''))
  switch (detail.status) {
    case 'none':
      return (
        <EmptyState icon={MousePointerClick} title="No line selected">
          <p>Select a line to see its value, its bytes and where they lie in the file.</p>
        </EmptyState>
      )
    case 'loading':
      return detail.previous === null ? (
        <div className="late quiet inspector-wait">Reading line {formatCount(detail.lineNumber)}</div>
      ) : (
        <LineInspector windows={[detail.previous]} isLoadingMore isStale />
      )
    case 'failed':
      return <ErrorState error={detail.error} file={name} />
    case 'ready':
      return <LineInspector windows={detail.windows} isLoadingMore={detail.isLoadingMore} isStale={false} />
    default:
      return assertNever(detail)
  }
}
