/**
 * Scaled scroll: how a list of any length scrolls in a browser that cannot draw an element taller than about
 * 16 million pixels.
 *
 * Two positions are kept. `scrollTop` is the element's own, in a spacer of bounded height. `topPx` is the true
 * one, exact to the pixel for billions of rows. Small steps (wheel, keys, a screen) move both by the same
 * amount, so every row can be reached; large ones (dragging the scroll bar) map in proportion. Exact steps let
 * the two drift apart, so `settle` puts `scrollTop` back in proportion when nothing moves, and an end that only
 * one of them has reached is corrected at once. Rows never move on the screen by a correction.
 */
export interface ScaledScroll {
  readonly rowCount: number
  readonly rowHeight: number
  readonly viewportPx: number
  /** Top of the viewport in the true height. */
  readonly topPx: number
  /** Top of the viewport in the spacer. */
  readonly scrollTop: number
}

/** Rows on the screen: `count` rows from `first` (0-based); row i is drawn at `i * rowHeight - shiftPx`. */
export interface RowWindow {
  readonly first: number
  readonly count: number
  readonly shiftPx: number
}

/** Tallest spacer. Half of what Chromium can do, so that zooming to 200 % does not reach its limit. */
export const tallestSpacerPx = 8_000_000

/** A step of up to so many screens is taken as it is; a longer one is a jump of the scroll bar. */
const exactScreens = 4

/** The scroll state of a list that stands at its top. */
export function createScaledScroll(rowCount: number, rowHeight: number, viewportPx: number): ScaledScroll {
  return { rowCount, rowHeight, viewportPx, topPx: 0, scrollTop: 0 }
}

/** Height of the spacer element. */
export function spacerPx({ rowCount, rowHeight }: ScaledScroll): number {
  return Math.min(rowCount * rowHeight, tallestSpacerPx)
}

/** Takes over the element's position after it scrolled. May leave `scrollTop` to be written back. */
export function scrolledTo(scroll: ScaledScroll, scrollTop: number): ScaledScroll {
  const delta = scrollTop - scroll.scrollTop
  if (delta === 0) return scroll
  if (!isScaled(scroll)) return { ...scroll, scrollTop, topPx: scrollTop }
  const isExact = Math.abs(delta) <= scroll.viewportPx * exactScreens
  const topPx = clampTop(
    scroll,
    isExact ? scroll.topPx + delta : (scrollTop / spacerRange(scroll)) * range(scroll),
  )
  return correctedAtEnds({ ...scroll, scrollTop, topPx })
}

/** Puts `scrollTop` in proportion again. For when nothing moves: doing it during a gesture would fight it. */
export function settled(scroll: ScaledScroll): ScaledScroll {
  return isScaled(scroll) ? { ...scroll, scrollTop: proportional(scroll) } : scroll
}

/** Stands at this true position. */
export function movedTo(scroll: ScaledScroll, topPx: number): ScaledScroll {
  const moved = { ...scroll, topPx: clampTop(scroll, topPx) }
  return { ...moved, scrollTop: isScaled(moved) ? proportional(moved) : moved.topPx }
}

/** How a row is brought into view: only if it is out of sight, or into the middle. */
export type Alignment = 'nearest' | 'center'

/** Shows a row (0-based). A row out of range shows the nearest one there is. */
export function revealed(scroll: ScaledScroll, row: number, alignment: Alignment): ScaledScroll {
  const top = row * scroll.rowHeight
  const bottom = top + scroll.rowHeight
  const isVisible = top >= scroll.topPx && bottom <= scroll.topPx + scroll.viewportPx
  if (isVisible) return scroll
  if (alignment === 'center') {
    return movedTo(scroll, Math.round(top - (scroll.viewportPx - scroll.rowHeight) / 2))
  }
  return movedTo(scroll, top < scroll.topPx ? top : bottom - scroll.viewportPx)
}

/** Another number of rows or another size of the viewport; stays at the same true position where it still exists. */
export function resized(scroll: ScaledScroll, rowCount: number, viewportPx: number): ScaledScroll {
  if (rowCount === scroll.rowCount && viewportPx === scroll.viewportPx) return scroll
  return movedTo({ ...scroll, rowCount, viewportPx }, scroll.topPx)
}

/** The rows to draw, with `overscan` more on either side. */
export function rowWindow(scroll: ScaledScroll, overscan: number): RowWindow {
  const { rowCount, rowHeight, viewportPx, topPx, scrollTop } = scroll
  const first = Math.max(0, Math.floor(topPx / rowHeight) - overscan)
  const last = Math.min(rowCount, Math.ceil((topPx + viewportPx) / rowHeight) + overscan)
  return { first, count: Math.max(0, last - first), shiftPx: topPx - scrollTop }
}

function isScaled({ rowCount, rowHeight }: ScaledScroll): boolean {
  return rowCount * rowHeight > tallestSpacerPx
}

function range({ rowCount, rowHeight, viewportPx }: ScaledScroll): number {
  return Math.max(0, rowCount * rowHeight - viewportPx)
}

function spacerRange(scroll: ScaledScroll): number {
  return Math.max(1, spacerPx(scroll) - scroll.viewportPx)
}

function clampTop(scroll: ScaledScroll, topPx: number): number {
  return Math.min(range(scroll), Math.max(0, topPx))
}

/** Whole pixels, and never an end that the true position has not reached: from there one could not scroll on. */
function proportional(scroll: ScaledScroll): number {
  const most = spacerRange(scroll)
  if (scroll.topPx <= 0) return 0
  if (scroll.topPx >= range(scroll)) return most
  const exact = Math.round((scroll.topPx / range(scroll)) * most)
  const margin = Math.min(scroll.viewportPx * exactScreens * 4, most / 4)
  const low = Math.min(margin, scroll.topPx)
  const high = most - Math.min(margin, range(scroll) - scroll.topPx)
  return Math.min(high, Math.max(low, exact))
}

function correctedAtEnds(scroll: ScaledScroll): ScaledScroll {
  const most = spacerRange(scroll)
  const room = scroll.viewportPx * exactScreens
  const isStuckAbove = scroll.scrollTop < Math.min(room, scroll.topPx)
  const isStuckBelow = most - scroll.scrollTop < Math.min(room, range(scroll) - scroll.topPx)
  const isPastEnd =
    (scroll.topPx === 0 && scroll.scrollTop > 0) ||
    (scroll.topPx === range(scroll) && scroll.scrollTop < most)
  return isStuckAbove || isStuckBelow || isPastEnd ? { ...scroll, scrollTop: proportional(scroll) } : scroll
}
