/** Cut text: a text within a limit of characters, with how much of it is hidden. */
import type { Cut } from './readable'

/** Cuts a short text with an ellipsis; used where a count of what is hidden has no place. */
export function limitText(text: string, limit: number): string {
  const [shown, cut] = cutText(text, limit)
  return cut === null ? shown : `${shown}… (${String(cut.hiddenCharacters)} characters more)`
}

/** Cuts a text, never inside a character, and says what is left off. */
export function cutText(text: string, limit: number): readonly [string, Cut | null] {
  if (text.length <= limit) return [text, null]
  const last = text.charCodeAt(limit - 1)
  const end = limit > 0 && last >= 0xd800 && last < 0xdc00 ? limit - 1 : limit
  const hidden = text.slice(end)
  return [text.slice(0, end), { hiddenCharacters: hidden.length, hiddenLines: lineFeeds(hidden) }]
}

function lineFeeds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
