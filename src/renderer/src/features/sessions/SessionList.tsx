import { useEffect, type DragEvent, type MouseEvent } from 'react'
import type { SessionSummary } from '../../../../shared/session/session'
import { dragOut } from '../../state/dragOut'
import { openSession } from '../../state/opening'
import { checkedOf } from '../../state/sessionsStore'
import { useApp, usePreferences, useSessions, useStores, useViewer } from '../../state/stores'
import { useFocusRequest } from '../../state/useFocusRequest'
import { useRowMenu } from '../../state/useRowMenu'
import { isDrawn, slotsOf, useScaledScroll } from '../../ui/useScaledScroll'
import { SessionRow } from './SessionRow'

const rowHeight = 52

/**
 * The rows of the selected root, virtualised. The focus stays on the list; the option under it is told by id. What is
 * clicked is told by `data-position`, `data-mark` and `data-fold`, so that rows only draw.
 */
export function SessionList() {
  const stores = useStores()
  const drawn = useSessions((state) => state.drawn)
  const marked = useSessions((state) => state.marked)
  const cursor = useSessions((state) => state.cursor)
  const rowAt = useSessions((state) => state.rowAt)
  const placeAt = useSessions((state) => state.placeAt)
  const checked = useSessions((state) => state.checked)
  const zone = usePreferences((state) => state.timeZone)
  const openId = useViewer((state) => (state.session.status === 'none' ? null : state.session.fileId))
  const { scroller, rows, spacerPx, slotCount, reveal } = useScaledScroll(drawn.rows.length, rowHeight)
  const canDragOut = useApp((state) => state.info?.canDragOut ?? false)
  useFocusRequest('sessions', scroller)
  const onContextMenu = useRowMenu('sessions', '[data-position]', (row) => {
    stores.sessions.getState().moveTo(Number(row.dataset['position']))
  })

  useEffect(() => {
    reveal(cursor, 'nearest')
  }, [cursor, reveal])

  function onClick(event: MouseEvent): void {
    const target = event.target as Element
    const element = target.closest<HTMLElement>('[data-position]')
    if (element === null) return
    const position = Number(element.dataset['position'])
    const { fold, markRange, moveTo, toggleMark } = stores.sessions.getState()
    const row = rowAt(position)
    if (row === undefined) return
    if (event.shiftKey) markRange(row.fileId)
    else if (event.ctrlKey || event.metaKey || target.closest('[data-mark]') !== null) toggleMark(row.fileId)
    else if (target.closest('[data-fold]') !== null) fold(position, !(placeAt(position)?.isFolded ?? false))
    else show(row)
    moveTo(position)
  }

  function onDragStart(event: DragEvent): void {
    const element = (event.target as Element).closest<HTMLElement>('[data-position]')
    const row = element === null ? undefined : rowAt(Number(element.dataset['position']))
    // The page's own drag has no file in it; the host goes on with one that has.
    event.preventDefault()
    if (row !== undefined) dragOut(stores, row.fileId)
  }

  function show(row: SessionSummary): void {
    void openSession(stores, row.fileId)
    stores.window.getState().requestFocus('view')
  }

  return (
    <div
      ref={scroller}
      className="session-list"
      role={drawn.threads === null ? 'listbox' : 'tree'}
      data-marking={marked.size > 0}
      tabIndex={0}
      aria-label="Sessions"
      aria-activedescendant={isDrawn(rows, cursor) ? `session-${String(cursor % slotCount)}` : undefined}
      data-region="sessions"
      onClick={onClick}
      onContextMenu={onContextMenu}
      onDragStart={onDragStart}
    >
      <div role="presentation" style={{ height: spacerPx }}>
        {slotsOf(rows, slotCount).map((position, slot) => {
          const row = position === null ? undefined : rowAt(position)
          if (position === null || row === undefined) return null
          const place = placeAt(position)
          return (
            <SessionRow
              key={slot}
              id={`session-${String(slot)}`}
              row={row}
              checked={checkedOf(checked, row)}
              position={position}
              total={drawn.rows.length}
              top={position * rowHeight - rows.shiftPx}
              zone={zone}
              isCursor={position === cursor}
              isOpen={row.fileId === openId}
              isDraggable={canDragOut}
              isMarked={marked.has(row.fileId)}
              isMarking={marked.size > 0}
              isGrouped={place !== null}
              depth={place?.depth ?? 0}
              below={place?.below ?? 0}
              matchingBelow={place?.matchingBelow ?? 0}
              isFolded={place?.isFolded ?? false}
              isContext={place?.isContext ?? false}
              isOrphan={place?.isOrphan ?? false}
            />
          )
        })}
      </div>
    </div>
  )
}
