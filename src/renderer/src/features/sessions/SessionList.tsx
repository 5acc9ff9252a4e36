import { useEffect, type MouseEvent } from 'react'
import { openSession } from '../../state/opening'
import { checkedOf } from '../../state/sessionsStore'
import { usePreferences, useSessions, useStores, useViewer } from '../../state/stores'
import { useFocusRequest } from '../../state/useFocusRequest'
import { isDrawn, slotsOf, useScaledScroll } from '../../ui/useScaledScroll'
import { SessionRow } from './SessionRow'

const rowHeight = 52

/** The rows of the selected root, virtualised. The focus stays on the list; the option under it is told by id. */
export function SessionList() {
  const stores = useStores()
  const visible = useSessions((state) => state.visible)
  const cursor = useSessions((state) => state.cursor)
  const rowAt = useSessions((state) => state.rowAt)
  const checked = useSessions((state) => state.checked)
  const zone = usePreferences((state) => state.timeZone)
  const openId = useViewer((state) => (state.session.status === 'none' ? null : state.session.fileId))
  const { scroller, rows, spacerPx, slotCount, reveal } = useScaledScroll(visible.length, rowHeight)
  useFocusRequest('sessions', scroller)

  useEffect(() => {
    reveal(cursor, 'nearest')
  }, [cursor, reveal])

  function onClick(event: MouseEvent): void {
    const element = (event.target as Element).closest<HTMLElement>('[data-position]')
    if (element === null) return
    const position = Number(element.dataset['position'])
    stores.sessions.getState().moveTo(position)
    const row = rowAt(position)
    if (row === undefined) return
    void openSession(stores, row.fileId)
    stores.window.getState().requestFocus('view')
  }

  return (
    <div
      ref={scroller}
      className="session-list"
      role="listbox"
      tabIndex={0}
      aria-label="Sessions"
      aria-activedescendant={isDrawn(rows, cursor) ? `session-${String(cursor % slotCount)}` : undefined}
      data-region="sessions"
      onClick={onClick}
    >
      <div role="presentation" style={{ height: spacerPx }}>
        {slotsOf(rows, slotCount).map((position, slot) => {
          const row = position === null ? undefined : rowAt(position)
          if (position === null || row === undefined) return null
          return (
            <SessionRow
              key={slot}
              id={`session-${String(slot)}`}
              row={row}
              checked={checkedOf(checked, row)}
              position={position}
              total={visible.length}
              top={position * rowHeight - rows.shiftPx}
              zone={zone}
              isCursor={position === cursor}
              isOpen={row.fileId === openId}
            />
          )
        })}
      </div>
    </div>
  )
}
