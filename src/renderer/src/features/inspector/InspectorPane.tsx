import { MousePointerClick, PanelRightClose } from 'lucide-react'
import { assertNever } from '../../../../shared/assertNever'
import { showInspector } from '../../state/inspectorPlace'
import { useStores, useViewer, useWindow } from '../../state/stores'
import type { DetailState, ViewerState } from '../../state/viewerTypes'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { IconButton } from '../../ui/IconButton'
import { formatCount } from '../../ui/format'
import { LineInspector } from './LineInspector'

/** Right pane: the selected line, whole. Until it is here, the one before stays on show under its own number. */
export function InspectorPane() {
  const stores = useStores()
  const awaited = useViewer(awaitedLine)
  const shown = useViewer((state) => shownLine(state.detail) ?? awaitedLine(state))
  const hasLines = useViewer((state) => (state.index?.lineCount ?? 0) > 0)
  const isNarrow = useWindow((state) => state.isNarrow)
  const isOther = awaited !== null && awaited !== shown
  return (
    <section className="pane pane-quiet" aria-label="Inspector">
      <div className="inspector-head">
        <h2>{shown === null || !hasLines ? 'Inspector' : `Line ${formatCount(shown)}`}</h2>
        {isOther && <span className="late quiet inspector-awaited">reading line {formatCount(awaited)}</span>}
        <IconButton
          icon={PanelRightClose}
          label={isNarrow ? 'Hide the inspector (Escape)' : 'Hide the inspector (i)'}
          isPressed
          onClick={() => {
            showInspector(stores, false)
          }}
        />
      </div>
      <InspectorBody awaited={awaited} />
    </section>
  )
}

function InspectorBody({ awaited }: { readonly awaited: number | null }) {
  const detail = useViewer((state) => state.detail)
  const name = useViewer((state) => (state.session.status === 'ready' ? state.session.header.name : ''))
  switch (detail.status) {
    case 'none':
      return awaited === null ? (
        <EmptyState icon={MousePointerClick} title="No line selected">
          <p>Select a line to see its value, its bytes and where they lie in the file.</p>
        </EmptyState>
      ) : (
        <Waiting lineNumber={awaited} />
      )
    case 'loading':
      return detail.previous === null ? (
        <Waiting lineNumber={detail.lineNumber} />
      ) : (
        <LineInspector windows={detail.previous.windows} isLoadingMore={false} isStale />
      )
    case 'failed':
      return <ErrorState error={detail.error} file={name} />
    case 'ready':
      return (
        <LineInspector
          windows={detail.windows}
          isLoadingMore={detail.isLoadingMore}
          isStale={awaited !== null}
        />
      )
    default:
      return assertNever(detail)
  }
}

function Waiting({ lineNumber }: { readonly lineNumber: number }) {
  return <div className="late quiet inspector-wait">Reading line {formatCount(lineNumber)}</div>
}

/** The line whose facts are on show; null while there are none. */
function shownLine(detail: DetailState): number | null {
  if (detail.status === 'none') return null
  if (detail.status === 'loading') return detail.previous?.lineNumber ?? null
  return detail.lineNumber
}

/** The selected line while it is on its way; null when it is here. */
function awaitedLine({ detail, selectedLine }: ViewerState): number | null {
  if (detail.status === 'loading') return selectedLine ?? detail.lineNumber
  if (detail.status === 'none') return selectedLine
  return detail.lineNumber === selectedLine ? null : selectedLine
}
