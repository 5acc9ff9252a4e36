/** A place somebody was at: a line of a file in one of the views. */
export interface Place {
  readonly fileId: string
  readonly line: number | null
}

/** Places visited, as a browser keeps them. `at` is -1 while there are none. */
export interface Trail {
  readonly places: readonly Place[]
  readonly at: number
}

/** The trail of somebody who has not been anywhere. */
export const emptyTrail: Trail = { places: [], at: -1 }

const longest = 200

/** Goes to a place: what lay ahead is forgotten. Going to where one already is leaves the trail as it is. */
export function visit(trail: Trail, place: Place): Trail {
  const here = trail.places[trail.at]
  if (here?.fileId === place.fileId && here.line === place.line) return trail
  const places = [...trail.places.slice(0, trail.at + 1), place].slice(-longest)
  return { places, at: places.length - 1 }
}

/** Notes the line that somebody moved to without a jump, so that coming back lands where they left. */
export function amend(trail: Trail, place: Place): Trail {
  if (trail.places[trail.at]?.fileId !== place.fileId) return trail
  const places = trail.places.map((known, index) => (index === trail.at ? place : known))
  return { ...trail, places }
}

/** Steps back (-1) or forward (1); null when there is nothing that way. */
export function step(trail: Trail, by: -1 | 1): Trail | null {
  const at = trail.at + by
  return at < 0 || at >= trail.places.length ? null : { ...trail, at }
}
