/** Window place: where a window opens, from where the last one was and the displays there are now. Pure. */
import type { WindowPlace } from '../../shared/settings/settings'

/** A rectangle in the pixels of the system. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The least that a window may be. */
export const smallestWindow = { width: 960, height: 600 } as const
const ordinarySize = { width: 1360, height: 860 } as const
/** How far each further window lies from the one before. */
const cascadePx = 28
/** As much of a window's upper edge must lie on a display, so that a person can get hold of it. */
const graspPx = { width: 120, height: 40 } as const

/** A place to open at. Without `x` and `y` the system decides. */
export interface OpeningPlace {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly isMaximized: boolean
}

/**
 * Returns where to open a window when `others` are open already. A place that no display shows any more is forgotten, and
 * a window is never larger than the display it opens on.
 */
export function openingPlace(
  kept: WindowPlace | null,
  workAreas: readonly Area[],
  others: number,
): OpeningPlace {
  if (kept === null) return { ...ordinarySize, isMaximized: false }
  const shift = others * cascadePx
  const wished = { ...kept, x: kept.x + shift, y: kept.y + shift }
  const display = workAreas.find((area) => canBeGrasped(wished, area))
  const size = fitted(kept, display ?? workAreas[0])
  const isMaximized = kept.isMaximized && others === 0
  return display === undefined
    ? { ...size, isMaximized }
    : { x: wished.x, y: Math.max(wished.y, display.y), ...size, isMaximized }
}

function fitted(
  { width, height }: Pick<Area, 'width' | 'height'>,
  area: Area | undefined,
): Pick<Area, 'width' | 'height'> {
  const most = area ?? { width: Infinity, height: Infinity }
  return {
    width: Math.max(smallestWindow.width, Math.min(width, most.width)),
    height: Math.max(smallestWindow.height, Math.min(height, most.height)),
  }
}

function canBeGrasped(place: Area, area: Area): boolean {
  const shown = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x)
  const isTopInside = place.y >= area.y - graspPx.height && place.y + graspPx.height <= area.y + area.height
  return shown >= graspPx.width && isTopInside
}
