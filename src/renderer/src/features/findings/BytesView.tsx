import { useEffect, useLayoutEffect, useState, type KeyboardEvent, type RefObject } from 'react'
import { useViewer } from '../../state/stores'
import { formatCount } from '../../ui/format'
import { slotsOf, useScaledScroll, type ScrolledRows } from '../../ui/useScaledScroll'
import { BytesRow } from './BytesRow'
import { hexRowCount, type ByteMark } from './hexRows'
import { useBytes } from './useBytes'

export interface BytesViewProps {
  readonly fileId: string
  readonly mark: ByteMark
}

const rowHeight = 20
/** Below this width a row has 8 bytes: 16 would not fit beside their text. */
const widePx = 612

/** All bytes of the file in hex and text, where a finding lies. Scrolls by exact addresses whatever their number. */
export function BytesView({ fileId, mark }: BytesViewProps) {
  const totalBytes = useViewer((state) => state.index?.totalBytes ?? headerBytes(state))
  const [isHex, setIsHex] = useState(false)
  const [width, setWidth] = useState(0)
  const perRow = width >= widePx ? 16 : 8
  const list = useScaledScroll(hexRowCount(totalBytes, perRow), rowHeight)
  const { scroller, rows, slotCount, spacerPx, reveal } = list
  const cache = useBytes(fileId)
  useWidth(scroller, setWidth)

  useLayoutEffect(() => {
    reveal(Math.floor(mark.from / perRow), 'center')
  }, [reveal, mark.from, mark.length, perRow])
  useEffect(() => {
    cache?.want(rows.first * perRow, (rows.first + rows.count) * perRow, totalBytes)
  }, [cache, rows, perRow, totalBytes])

  function onKeyDown(event: KeyboardEvent): void {
    const row = rowOfKey(event, list, { perRow, totalBytes, mark })
    if (row === null) return
    event.preventDefault()
    reveal(row, 'nearest')
  }

  const failure = cache?.failure() ?? null
  return (
    <div className="bytes" data-per-row={perRow}>
      <div className="bytes-head">
        <button
          type="button"
          className="bytes-offset"
          title={
            isHex ? 'Offsets in hexadecimal. Change to decimal' : 'Offsets in decimal. Change to hexadecimal'
          }
          onClick={() => {
            setIsHex(!isHex)
          }}
        >
          byte, {isHex ? 'hex' : 'decimal'}
        </button>
        <span className="bytes-hex">hex</span>
        <span>text</span>
      </div>
      {failure !== null && (
        <p className="lines-note" role="alert">
          Some bytes could not be read: {failure.message} {failure.hint ?? ''}
        </p>
      )}
      <div
        ref={scroller}
        className="bytes-rows"
        role="table"
        tabIndex={0}
        aria-label="Bytes around the finding"
        aria-rowcount={hexRowCount(totalBytes, perRow)}
        aria-description={`The bytes of the finding are underlined. It begins at byte ${formatCount(mark.from)}.`}
        onKeyDown={onKeyDown}
      >
        <div className="lines-spacer" role="presentation" style={{ height: spacerPx }}>
          {slotsOf(rows, slotCount).map((row, slot) => {
            if (row === null) return null
            const offset = row * perRow
            const end = Math.min(totalBytes, offset + perRow)
            return (
              <BytesRow
                key={slot}
                offset={offset}
                bytes={cache?.bytes(offset, end) ?? new Uint8Array()}
                isHere={offset >= totalBytes || (cache?.bytes(offset, end).length ?? 0) === end - offset}
                perRow={perRow}
                isHex={isHex}
                mark={mark}
                top={row * rowHeight - rows.shiftPx}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

type Facts = { readonly perRow: number; readonly totalBytes: number; readonly mark: ByteMark }

/** The row that a key brings into view: a row, a screen, the ends of the finding, or with Ctrl those of the file. */
function rowOfKey(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  { firstVisible, visibleCount }: ScrolledRows,
  { perRow, totalBytes, mark }: Facts,
): number | null {
  const hasModifier = ctrlKey || metaKey
  const lastRow = hexRowCount(totalBytes, perRow) - 1
  const endOfMark = mark.from + Math.max(0, mark.length - 1)
  const targets: Readonly<Record<string, number>> = {
    Home: hasModifier ? 0 : Math.floor(mark.from / perRow),
    End: hasModifier ? lastRow : Math.floor(endOfMark / perRow),
    ...(hasModifier
      ? {}
      : {
          ArrowUp: firstVisible - 1,
          ArrowDown: firstVisible + visibleCount,
          PageUp: firstVisible - visibleCount + 1,
          PageDown: firstVisible + 2 * visibleCount - 2,
        }),
  }
  const row = altKey ? undefined : targets[key]
  return row === undefined ? null : Math.max(0, Math.min(lastRow, row))
}

function useWidth(element: RefObject<HTMLElement | null>, onWidth: (width: number) => void): void {
  useLayoutEffect(() => {
    if (element.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      onWidth(entry?.contentRect.width ?? 0)
    })
    observer.observe(element.current)
    return () => {
      observer.disconnect()
    }
  }, [element, onWidth])
}

function headerBytes({ session }: Parameters<Parameters<typeof useViewer>[0]>[0]): number {
  return session.status === 'ready' ? session.header.contentBytes : 0
}
