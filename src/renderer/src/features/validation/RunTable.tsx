import { useEffect, type MouseEvent } from 'react'
import { ListFilter, ScanSearch } from 'lucide-react'
import { isChangedSince, type ValidationRun } from '../../state/validationRun'
import { useSessions, useStores, useValidation } from '../../state/stores'
import { useFocusRequest } from '../../state/useFocusRequest'
import { visibleTitle } from '../../state/titles'
import { openRow } from '../../state/validating'
import { EmptyState } from '../../ui/EmptyState'
import { isDrawn, slotsOf, useScaledScroll } from '../../ui/useScaledScroll'
import { RunRowView } from './RunRowView'
import { RunTableHead } from './RunTableHead'

export interface RunTableProps {
  readonly run: Extract<ValidationRun, { readonly status: 'running' | 'ended' }>
}

/** The rows of a validation, or why there are none. */
export function RunTable({ run }: RunTableProps) {
  const { validation } = useStores()
  const total = useValidation((state) => state.total)
  const isFiltered = useValidation(({ view }) => view.verdicts.length > 0)
  const isRunning = run.status === 'running'
  if (total > 0) return <Rows total={total} beganMs={run.beganMs} />
  if (isFiltered) {
    return (
      <EmptyState
        icon={ListFilter}
        title={isRunning ? 'None so far' : 'None with this verdict'}
        role="status"
        actions={
          <button
            type="button"
            className="button"
            onClick={() => {
              validation.getState().showAllVerdicts()
            }}
          >
            Show all sessions
          </button>
        }
      >
        {isRunning && <p>The validation goes on.</p>}
      </EmptyState>
    )
  }
  if (isRunning || run.state.totalFiles > 0) return <div className="pane" aria-busy="true" />
  return (
    <EmptyState icon={ScanSearch} title="No session to validate" role="status">
      <p>There is no rollout file in what was chosen.</p>
    </EmptyState>
  )
}

const rowHeight = 28

/** The focus stays on the list; the option under it is told by id. */
function Rows({ total, beganMs }: { readonly total: number; readonly beganMs: number }) {
  const stores = useStores()
  const cursor = useValidation((state) => state.cursor)
  // Rows are read through the store: a new version says that they are others now.
  useValidation((state) => state.rowsVersion)
  const { rowAt, want, moveTo } = stores.validation.getState()
  const rowOf = useSessions((state) => state.rowOf)
  // Rows of the list are read through it: another index says that some are others now.
  useSessions((state) => state.index)
  const { scroller, rows, spacerPx, slotCount, reveal } = useScaledScroll(total, rowHeight)
  useFocusRequest('validation', scroller)

  useEffect(() => {
    want(rows.first, rows.first + rows.count - 1)
  }, [rows, want])

  useEffect(() => {
    reveal(cursor, 'nearest')
  }, [cursor, reveal])

  function onClick(event: MouseEvent): void {
    const element = (event.target as Element).closest<HTMLElement>('[data-position]')
    if (element === null) return
    const position = Number(element.dataset['position'])
    const row = rowAt(position)
    moveTo(position)
    if (row !== undefined && event.detail > 1) void openRow(stores, row)
  }

  return (
    <div className="run-table">
      <RunTableHead />
      <div
        ref={scroller}
        className="run-rows"
        role="listbox"
        tabIndex={0}
        aria-label="Validated sessions"
        aria-activedescendant={isDrawn(rows, cursor) ? `run-${String(cursor % slotCount)}` : undefined}
        data-region="validation"
        onClick={onClick}
      >
        <div role="presentation" style={{ height: spacerPx }}>
          {slotsOf(rows, slotCount).map((position, slot) => {
            if (position === null) return null
            const row = rowAt(position)
            const listed = row === undefined || row.fileId === null ? undefined : rowOf(row.fileId)
            return (
              <RunRowView
                key={slot}
                id={`run-${String(slot)}`}
                row={row}
                isChanged={listed !== undefined && isChangedSince(beganMs, listed)}
                title={listed === undefined ? null : visibleTitle(listed)}
                position={position}
                total={total}
                top={position * rowHeight - rows.shiftPx}
                isCursor={position === cursor}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}
