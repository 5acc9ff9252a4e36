import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createScaledScroll,
  movedTo,
  resized,
  revealed,
  rowWindow,
  scrolledTo,
  settled,
  spacerPx,
  tallestSpacerPx,
  type ScaledScroll,
} from '../../../src/renderer/src/ui/scaledScroll'

const rowHeight = 24
const viewportPx = 800
const rowCounts = fc.oneof(
  fc.integer({ min: 1, max: 400_000 }),
  fc.integer({ min: 400_000, max: 5_000_000_000 }),
)

function list(rowCount: number): ScaledScroll {
  return createScaledScroll(rowCount, rowHeight, viewportPx)
}

function isVisible(scroll: ScaledScroll, row: number): boolean {
  const top = row * rowHeight
  return top >= scroll.topPx - 1e-6 && top + rowHeight <= scroll.topPx + scroll.viewportPx + 1e-6
}

/** Where a row is drawn on the screen. */
function onScreen(scroll: ScaledScroll, row: number): number {
  return row * rowHeight - rowWindow(scroll, 0).shiftPx - scroll.scrollTop
}

/** A browser never scrolls outside of the spacer. */
function browserScroll(scroll: ScaledScroll, by: number): ScaledScroll {
  const most = Math.max(0, spacerPx(scroll) - viewportPx)
  return scrolledTo(scroll, Math.max(0, Math.min(most, scroll.scrollTop + by)))
}

describe('scaledScroll', () => {
  it('never needs a spacer that a browser cannot draw', () => {
    expect(spacerPx(list(100))).toBe(2_400)
    expect(spacerPx(list(5_000_000_000))).toBe(tallestSpacerPx)
  })

  it('shows any row of any list when asked to', () => {
    fc.assert(
      fc.property(rowCounts, fc.double({ min: 0, max: 1, noNaN: true }), (rowCount, part) => {
        const row = Math.min(rowCount - 1, Math.floor(part * rowCount))
        for (const alignment of ['nearest', 'center'] as const) {
          const scroll = revealed(list(rowCount), row, alignment)
          expect(isVisible(scroll, row)).toBe(true)
          const { first, count } = rowWindow(scroll, 0)
          expect(row >= first && row < first + count).toBe(true)
        }
      }),
    )
  })

  it('moves exactly by small steps, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_000, max: 5_000_000_000 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.array(fc.integer({ min: -800, max: 800 }), { maxLength: 60 }),
        (rowCount, part, steps) => {
          let scroll = movedTo(list(rowCount), Math.floor(part * rowCount * rowHeight))
          for (const step of steps) {
            const before = scroll.topPx
            scroll = browserScroll(scroll, step)
            expect(scroll.topPx).toBeCloseTo(before + step, 3)
          }
        },
      ),
    )
  })

  it('reaches both ends by small steps and stops there', () => {
    let down = movedTo(list(2_000_000), (2_000_000 - 500) * rowHeight)
    for (let step = 0; step < 40; step++) down = browserScroll(down, 700)
    expect(isVisible(down, 1_999_999)).toBe(true)
    expect(down.scrollTop).toBe(tallestSpacerPx - viewportPx)
    let up = movedTo(down, 500 * rowHeight)
    for (let step = 0; step < 40; step++) up = browserScroll(up, -700)
    expect([up.topPx, up.scrollTop]).toEqual([0, 0])
  })

  it('can always go on while there are rows ahead', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_000, max: 5_000_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: tallestSpacerPx - viewportPx }),
        (rowCount, part, drag) => {
          let scroll = movedTo(list(rowCount), Math.floor(part * rowCount * rowHeight))
          scroll = scrolledTo(scroll, drag)
          const before = scroll.topPx
          const after = browserScroll(scroll, 60).topPx
          const end = rowCount * rowHeight - viewportPx
          expect(after).toBeGreaterThanOrEqual(Math.min(before + 59, end))
        },
      ),
    )
  })

  it('maps a dragged scroll bar in proportion', () => {
    const scroll = scrolledTo(list(1_000_000_000), (tallestSpacerPx - viewportPx) / 2)
    expect(scroll.topPx / (1_000_000_000 * rowHeight)).toBeCloseTo(0.5, 3)
    expect(scrolledTo(list(1_000_000_000), tallestSpacerPx - viewportPx).topPx).toBe(
      1_000_000_000 * rowHeight - viewportPx,
    )
  })

  it('never moves a row on the screen by settling', () => {
    fc.assert(
      fc.property(
        rowCounts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: -3000, max: 3000 }),
        (rowCount, part, step) => {
          const scroll = browserScroll(movedTo(list(rowCount), Math.floor(part * rowCount * rowHeight)), step)
          const { first } = rowWindow(scroll, 0)
          expect(onScreen(settled(scroll), first)).toBeCloseTo(onScreen(scroll, first), 3)
        },
      ),
    )
  })

  it('stays where it is while rows are appended, and moves up when they vanish', () => {
    const scroll = movedTo(list(600_000), 1_000_000)
    expect(resized(scroll, 5_000_000, viewportPx).topPx).toBe(1_000_000)
    expect(resized(scroll, 10, viewportPx).topPx).toBe(0)
  })
})
