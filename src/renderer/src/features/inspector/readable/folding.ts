/** Folding: how much of a long text is shown until somebody opens it, and how its size is said. */
import { utf8Length } from '../../../../../shared/rollout/readable/values'
import { formatBytes, formatNumberOf } from '../../../ui/format'

/** Texts up to this are shown whole. */
const wholeLines = 24
const wholeCharacters = 3000
/** What is shown of longer ones. */
const shownLines = 14
const shownCharacters = 1500

/** A text as it is shown at first. */
export interface FoldedText {
  readonly shown: string
  /** `412 lines, 18 KB`; null where all is shown. */
  readonly size: string | null
}

/** Folds a long text; an aside is folded to nothing, whatever its length. */
export function foldText(text: string, isAside: boolean): FoldedText {
  if (isAside) return { shown: '', size: sizeText(text) }
  const end = endOfLines(text, wholeLines)
  if (end === text.length && text.length <= wholeCharacters) return { shown: text, size: null }
  const cut = Math.min(endOfLines(text, shownLines), wholeCharacter(text, shownCharacters))
  return { shown: text.slice(0, cut).replace(/\r?\n$/, ''), size: sizeText(text) }
}

/** Size of a text in words: `412 lines, 18 KB`; one line is only its bytes. */
export function sizeText(text: string): string {
  const lines = lineCount(text)
  const bytes = formatBytes(utf8Length(text))
  return lines === 1 ? bytes : `${formatNumberOf(lines, 'line')}, ${bytes}`
}

/** Lines of a text; a line feed at its end begins none. */
export function lineCount(text: string): number {
  let count = text === '' || text.endsWith('\n') ? 0 : 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

function endOfLines(text: string, lines: number): number {
  let at = -1
  for (let line = 0; line < lines; line += 1) {
    at = text.indexOf('\n', at + 1)
    if (at < 0) return text.length
  }
  return at + 1
}

function wholeCharacter(text: string, end: number): number {
  const code = text.charCodeAt(end - 1)
  return end < text.length && code >= 0xd800 && code < 0xdc00 ? end - 1 : end
}
