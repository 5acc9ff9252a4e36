import { useEffect, type CSSProperties, type MouseEvent } from 'react'
import { showInspector } from '../../state/inspectorPlace'
import { usePreferences, useStores, useViewer } from '../../state/stores'
import { useFocusRequest } from '../../state/useFocusRequest'
import { useRowMenu } from '../../state/useRowMenu'
import { formatCount, zoneLabel } from '../../ui/format'
import { slotsOf, useScaledScroll, type ScrolledRows } from '../../ui/useScaledScroll'
import { firstDayOf, newDayAt } from './days'
import { EyeBar } from './EyeBar'
import { FilterBar } from './FilterBar'
import { FilterEmpty } from './FilterEmpty'
import { LinesHead } from './LinesHead'
import { LinesNote } from './LinesNote'
import { LineView } from './LineView'
import type { ShownLines } from './shownLines'
import { isRefusedByCodex, useEye } from './useEye'
import { useReveal } from './useReveal'
import { useShownLines, useTextPattern } from './useShownLines'

const rowHeight = 24

/**
 * The lines of the open session, all or those that match. Scrolls by exact addresses whatever their number, and draws
 * a line as soon as it is reached. The focus stays on the grid; the row under it is told by id.
 */
export function LinesView() {
  const stores = useStores()
  const { viewer } = stores
  const shown = useShownLines()
  const lineCount = useViewer((state) => state.index?.lineCount ?? 0)
  const selected = useViewer((state) => state.selectedLine)
  const zone = usePreferences((state) => state.timeZone)
  const isRefused = useViewer(isRefusedByCodex)
  const list = useScaledScroll(shown.count, rowHeight)
  const { firstVisible, visibleCount, rows, slotCount } = list
  useFocusRequest('view', list.scroller)
  useReveal(list, shown.areMatches)
  useScreen(list, shown)
  const onContextMenu = useRowMenu('lines', '[data-line]', (element) => {
    viewer.getState().select(Number(element.dataset['line']))
  })

  function onClick(event: MouseEvent): void {
    const element = (event.target as Element).closest<HTMLElement>('[data-line]')
    if (element === null) return
    viewer.getState().select(Number(element.dataset['line']))
    if (event.detail > 1) showInspector(stores, true)
  }

  const numberWidth = `${String(Math.max(6, formatCount(lineCount).length) * 7.4 + 20)}px`
  const active = selected === null ? null : shown.indexOf(selected, rows.first, rows.count)
  const rowOf = (number: number): ReturnType<ShownLines['rowAt']> => shown.rowAt(number - 1)
  return (
    <div className="pane" style={{ '--number-width': numberWidth } as CSSProperties}>
      <FilterBar />
      <EyeBar />
      <LinesHead
        zone={zoneLabel(zone)}
        day={shown.count === 0 ? null : firstDayOf(rowOf, firstVisible + 1, visibleCount, zone)}
      />
      <div className="lines-area">
        <div
          ref={list.scroller}
          className="lines"
          role="grid"
          tabIndex={0}
          aria-label="Lines"
          aria-rowcount={lineCount + 1}
          aria-activedescendant={active === null ? undefined : `line-${String(active % slotCount)}`}
          data-region="lines"
          data-eye={isRefused ? 'refused' : undefined}
          onClick={onClick}
          onContextMenu={onContextMenu}
        >
          <Rows list={list} shown={shown} selected={selected} />
        </div>
        {shown.areMatches && shown.count === 0 && <FilterEmpty />}
      </div>
      <LinesNote />
    </div>
  )
}

interface RowsProps {
  readonly list: ScrolledRows
  readonly shown: ShownLines & { readonly areMatches: boolean }
  readonly selected: number | null
}

/** The rows on the screen, in slots that are used again while it scrolls. */
function Rows({ list: { rows, slotCount, spacerPx }, shown, selected }: RowsProps) {
  const severityOfLine = useViewer((state) => state.severityOfLine)
  const zone = usePreferences((state) => state.timeZone)
  const visibleMatches = useViewer((state) => state.visibleMatches)
  const pattern = useTextPattern()
  const eye = useEye()
  const rowOf = (number: number): ReturnType<ShownLines['rowAt']> => shown.rowAt(number - 1)
  return (
    <div className="lines-spacer" role="presentation" style={{ height: spacerPx }}>
      {slotsOf(rows, slotCount).map((index, slot) => {
        if (index === null) return null
        const lineNumber = shown.lineAt(index)
        return (
          <LineView
            key={slot}
            id={`line-${String(slot)}`}
            lineNumber={lineNumber}
            row={shown.rowAt(index)}
            top={index * rowHeight - rows.shiftPx}
            zone={zone}
            newDay={newDayAt(rowOf, index + 1, zone)}
            severity={lineNumber === null ? undefined : severityOfLine.get(lineNumber)}
            isSelected={lineNumber !== null && selected === lineNumber}
            pattern={pattern}
            eye={eye(lineNumber, shown.rowAt(index))}
            isMatch={!shown.areMatches && lineNumber !== null && visibleMatches.has(lineNumber)}
            hiddenAbove={shown.hiddenAbove(index)}
          />
        )
      })}
    </div>
  )
}

/** Tells the store what is on the screen, so that it reads these rows and no others. */
function useScreen({ rows, firstVisible, visibleCount }: ScrolledRows, shown: RowsProps['shown']): void {
  const { viewer } = useStores()
  const { areMatches, count } = shown
  useEffect(() => {
    const { want, wantMatches } = viewer.getState()
    const window = { first: firstVisible, last: Math.min(count, firstVisible + visibleCount) - 1 }
    if (areMatches) wantMatches(rows.first + 1, rows.first + rows.count, window)
    else want(rows.first + 1, rows.first + rows.count)
  }, [viewer, rows, firstVisible, visibleCount, areMatches, count])

  const first = shown.lineAt(firstVisible)
  const last = shown.lineAt(Math.min(count, firstVisible + visibleCount) - 1)
  useEffect(() => {
    if (first !== null) viewer.getState().setViewport(first, Math.max(first, last ?? first), visibleCount)
  }, [viewer, first, last, visibleCount])
}
