import { useEffect, useLayoutEffect, type CSSProperties, type MouseEvent } from 'react'
import { usePreferences, useStores, useViewer } from '../../state/stores'
import { useFocusRequest } from '../../state/useFocusRequest'
import { useRowMenu } from '../../state/useRowMenu'
import { formatCount, zoneLabel } from '../../ui/format'
import { isDrawn, slotsOf, useScaledScroll } from '../../ui/useScaledScroll'
import { firstDayOf, newDayAt } from './days'
import { LineView } from './LineView'

const rowHeight = 24

/**
 * Every physical line of the open session. Scrolls by exact addresses whatever the number of lines, and draws
 * a line as soon as the index has reached it. The focus stays on the grid; the row under it is told by id.
 */
export function LinesView() {
  const { viewer } = useStores()
  const lineCount = useViewer((state) => state.index?.lineCount ?? 0)
  const selected = useViewer((state) => state.selectedLine)
  const reveal = useViewer((state) => state.reveal)
  const severityOfLine = useViewer((state) => state.severityOfLine)
  const zone = usePreferences((state) => state.timeZone)
  const row = useViewer((state) => state.row)
  useViewer((state) => state.linesVersion)
  const list = useScaledScroll(lineCount, rowHeight)
  const { firstVisible, visibleCount, rows, slotCount, reveal: revealRow } = list
  useFocusRequest('view', list.scroller)
  const onContextMenu = useRowMenu('lines', '[data-line]', (element) => {
    viewer.getState().select(Number(element.dataset['line']))
  })

  useLayoutEffect(() => {
    if (reveal !== null) revealRow(reveal.lineNumber - 1, reveal.alignment)
  }, [reveal, revealRow])

  useEffect(() => {
    viewer.getState().want(rows.first + 1, rows.first + rows.count)
    viewer.getState().setViewport(firstVisible + 1, visibleCount)
  }, [viewer, rows, firstVisible, visibleCount, lineCount])

  function onClick(event: MouseEvent): void {
    const element = (event.target as Element).closest<HTMLElement>('[data-line]')
    if (element !== null) viewer.getState().select(Number(element.dataset['line']))
  }

  const numberWidth = `${String(Math.max(6, formatCount(lineCount).length) * 7.4 + 20)}px`
  const active = selected !== null && isDrawn(rows, selected - 1) ? (selected - 1) % slotCount : null
  return (
    <div className="pane" style={{ '--number-width': numberWidth } as CSSProperties}>
      <LinesHead
        zone={zoneLabel(zone)}
        day={lineCount === 0 ? null : firstDayOf(row, firstVisible + 1, visibleCount, zone)}
      />
      <div
        ref={list.scroller}
        className="lines"
        role="grid"
        tabIndex={0}
        aria-label="Lines"
        aria-rowcount={lineCount + 1}
        aria-activedescendant={active === null ? undefined : `line-${String(active)}`}
        data-region="lines"
        onClick={onClick}
        onContextMenu={onContextMenu}
      >
        <div className="lines-spacer" role="presentation" style={{ height: list.spacerPx }}>
          {slotsOf(rows, slotCount).map((index, slot) =>
            index === null ? null : (
              <LineView
                key={slot}
                id={`line-${String(slot)}`}
                lineNumber={index + 1}
                row={row(index + 1)}
                top={index * rowHeight - rows.shiftPx}
                zone={zone}
                newDay={newDayAt(row, index + 1, zone)}
                severity={severityOfLine.get(index + 1)}
                isSelected={selected === index + 1}
              />
            ),
          )}
        </div>
      </div>
      <LinesNote />
    </div>
  )
}

interface LinesHeadProps {
  readonly zone: string
  readonly day: string | null
}

/** Names of the columns, the zone of all times once, and the day of the first row on the screen. */
function LinesHead({ zone, day }: LinesHeadProps) {
  return (
    <div className="lines-head" aria-hidden>
      <span className="line-number">Line</span>
      <span className="line-flag" />
      <span className="line-letter" />
      <span className="line-time" title={zone}>
        {day === null ? zone : `${day} ${zone.replace(/,.*/, '')}`}
      </span>
      <span className="line-type">Type</span>
      <span className="line-text">Summary</span>
      <span className="line-size">Size</span>
    </div>
  )
}

/** Says below the lines what is missing of them, if anything is. */
function LinesNote() {
  const { viewer } = useStores()
  const indexing = useViewer((state) => state.indexing)
  const failure = useViewer((state) => state.linesFailure)
  const lineCount = useViewer((state) => state.index?.lineCount ?? 0)
  if (failure !== null) {
    return (
      <div className="lines-note" role="alert">
        Some lines could not be read: {failure.message} {failure.hint ?? ''}
      </div>
    )
  }
  if (indexing.status !== 'cancelled' && indexing.status !== 'failed') return null
  // Of a file that has changed there is no more to count; the banner above offers to open it again.
  const isChanged = indexing.status === 'failed' && indexing.error.code === 'changed'
  return (
    <div className="lines-note" role="status">
      Counting stopped after {formatCount(lineCount)} lines; later ones are not shown.{' '}
      {indexing.status === 'failed' ? indexing.error.message : ''}{' '}
      {isChanged ? null : (
        <button type="button" className="link" onClick={() => void viewer.getState().recount()}>
          Go on counting
        </button>
      )}
    </div>
  )
}
