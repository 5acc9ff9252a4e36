/** Binds the pure model of a scaled scroll to an element. Reads no layout while scrolling but `scrollTop`. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import {
  createScaledScroll,
  resized,
  revealed,
  rowWindow,
  scrolledTo,
  settled,
  spacerPx,
  type Alignment,
  type RowWindow,
  type ScaledScroll,
} from './scaledScroll'

/** What a list draws from: the rows on the screen, and the first and last that are wholly or partly visible. */
export interface ScrolledRows {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly rows: RowWindow
  readonly spacerPx: number
  /** 0-based first row on the screen, and how many fit. */
  readonly firstVisible: number
  readonly visibleCount: number
  /** Elements needed to draw any window of this viewport; for `slotsOf`. */
  readonly slotCount: number
  readonly reveal: (row: number, alignment: Alignment) => void
}

const overscan = 4
const settleMs = 200

/** Scrolls `rowCount` rows of `rowHeight` pixels. */
export function useScaledScroll(rowCount: number, rowHeight: number): ScrolledRows {
  const scroller = useRef<HTMLDivElement>(null)
  const model = useRef<ScaledScroll>(createScaledScroll(rowCount, rowHeight, 0))
  const [rows, setRows] = useState<RowWindow>(() => rowWindow(model.current, overscan))
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const pending = useRef<{ readonly row: number; readonly alignment: Alignment } | null>(null)

  const apply = useCallback((next: ScaledScroll) => {
    model.current = next
    const element = scroller.current
    if (element !== null && Math.abs(element.scrollTop - next.scrollTop) >= 1)
      element.scrollTop = next.scrollTop
    const after = rowWindow(next, overscan)
    setRows((before) => (isSame(before, after) ? before : after))
  }, [])

  const measure = useCallback(
    (height: number) => {
      let next = resized(model.current, model.current.rowCount, height)
      if (pending.current !== null && height > 0 && pending.current.row < next.rowCount) {
        next = revealed(next, pending.current.row, pending.current.alignment)
        pending.current = null
      }
      apply(next)
    },
    [apply],
  )

  useLayoutEffect(() => {
    measure(scroller.current?.clientHeight ?? 0)
  }, [measure])

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const onScroll = (): void => {
      const next = scrolledTo(model.current, element.scrollTop)
      if (next === model.current) return
      pending.current = null
      flushSync(() => {
        apply(next)
      })
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        apply(settled(model.current))
      }, settleMs)
    }
    const observer = new ResizeObserver(([entry]) => {
      measure(entry?.contentRect.height ?? 0)
    })
    element.addEventListener('scroll', onScroll, { passive: true })
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', onScroll)
      observer.disconnect()
      if (timer.current !== null) clearTimeout(timer.current)
    }
  }, [apply, measure])

  useLayoutEffect(() => {
    let next = resized(model.current, rowCount, model.current.viewportPx)
    const awaited = pending.current
    if (awaited !== null && next.viewportPx > 0 && awaited.row < rowCount) {
      next = revealed(next, awaited.row, awaited.alignment)
      pending.current = null
    }
    apply(next)
  }, [apply, rowCount])

  const reveal = useCallback(
    (row: number, alignment: Alignment) => {
      const { viewportPx, rowCount: known } = model.current
      // A row that is not there yet is shown as soon as it is, unless somebody scrolls or goes elsewhere first.
      pending.current = viewportPx === 0 || row >= known ? { row, alignment } : null
      if (viewportPx > 0) apply(revealed(model.current, row, alignment))
    },
    [apply],
  )

  const { topPx, viewportPx } = model.current
  return {
    scroller,
    rows,
    spacerPx: spacerPx({ ...model.current, rowCount }),
    firstVisible: Math.floor(topPx / rowHeight),
    visibleCount: Math.max(1, Math.floor(viewportPx / rowHeight)),
    slotCount: Math.min(rowCount, Math.ceil(viewportPx / rowHeight) + 1 + 2 * overscan),
    reveal,
  }
}

function isSame(a: RowWindow, b: RowWindow): boolean {
  return a.first === b.first && a.count === b.count && a.shiftPx === b.shiftPx
}

/**
 * Rows by slot: row i is always drawn by slot `i % size`, so that scrolling changes the contents of few
 * elements and moves none in the document. A slot without a row is null.
 */
export function slotsOf({ first, count }: RowWindow, size: number): readonly (number | null)[] {
  if (size <= 0) return []
  return Array.from({ length: size }, (_, slot) => {
    const row = first + ((((slot - first) % size) + size) % size)
    return row < first + count ? row : null
  })
}

/** True when a row is drawn at the moment, so that its element may be named. */
export function isDrawn({ first, count }: RowWindow, row: number): boolean {
  return row >= first && row < first + count
}
