import type { LineDetail } from '../../../shared/contract/openRollout'

/** Bytes that a window begins too early by, so that the character of the byte asked for is in it whole. */
export const longestCharacter = 3

/**
 * A window that begins inside a character begins behind it instead: the host shows the rest of such a character as
 * bytes that are not UTF-8, which they are not.
 */
export function fromWholeCharacter(detail: LineDetail): LineDetail {
  if (detail.windowFrom === 0 || !detail.hasInvalidUtf8) return detail
  const rest = /^(?:\\x[89ab][0-9a-f]){1,3}/i.exec(detail.text)?.[0] ?? ''
  const bytes = rest.length / 4
  return {
    ...detail,
    windowFrom: detail.windowFrom + bytes,
    windowLength: detail.windowLength - bytes,
    text: detail.text.slice(rest.length),
  }
}
