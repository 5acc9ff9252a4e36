/** Shape text: what the schemas say of a line, as one sentence of a finding. */
import type { Rejection } from '../../shared/rollout/schema/shapeReport'

/** Places that a message names; the inspector shows the rest. */
const placesNamed = 3

/** Returns the first places with what is wrong there, and how many more there are. */
export function shapePlaces(rejections: readonly Rejection[]): string {
  const named = rejections.slice(0, placesNamed).map(({ pointer, message }) => `${pointer} ${message}`)
  const more = rejections.length - named.length
  return [...named, ...(more > 0 ? [`${String(more)} more`] : [])].join('; ')
}

/** Returns a text of the file as a message shows it: quoted, with control characters escaped. */
export function quoted(text: string): string {
  return JSON.stringify(text)
}

/** Most characters of a name or an id of the file that a message shows. */
const shortLength = 80

/** Returns a name or an id of the file as a message shows it: quoted, and cut where it is long. */
export function quotedShort(text: string): string {
  return quoted(text.length <= shortLength ? text : `${text.slice(0, shortLength - 1)}…`)
}
