import { Fragment } from 'react'
import { visibleText } from './visibleText'

export interface MarkedTextProps {
  readonly text: string
  /** With the flag `g`; null marks nothing. */
  readonly pattern: RegExp | null
}

/** A text out of a rollout, made safe to be shown, with what a pattern finds in it marked. */
export function MarkedText({ text, pattern }: MarkedTextProps) {
  if (pattern === null) return visibleText(text)
  const parts = markedParts(text, pattern)
  if (parts.length === 1 && parts[0]?.isMarked === false) return visibleText(text)
  return parts.map(({ text: part, isMarked }, at) =>
    isMarked ? <mark key={at}>{visibleText(part)}</mark> : <Fragment key={at}>{visibleText(part)}</Fragment>,
  )
}

/** The parts of a text in order: what a pattern finds, and what lies between. Together they are the text. */
export function markedParts(
  text: string,
  pattern: RegExp,
): readonly { readonly text: string; readonly isMarked: boolean }[] {
  const parts: { readonly text: string; readonly isMarked: boolean }[] = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    if (match[0] === '') continue
    if (match.index > end) parts.push({ text: text.slice(end, match.index), isMarked: false })
    parts.push({ text: match[0], isMarked: true })
    end = match.index + match[0].length
  }
  if (end < text.length || parts.length === 0) parts.push({ text: text.slice(end), isMarked: false })
  return parts
}
