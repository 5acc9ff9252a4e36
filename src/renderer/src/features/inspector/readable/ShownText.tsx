import { memo } from 'react'
import {
  terminalPieces,
  type TerminalPiece,
  type TerminalStyle,
} from '../../../../../shared/rollout/readable/terminalText'
import { visibleText } from '../../../ui/visibleText'

export interface ShownTextProps {
  readonly text: string
  /** Draw colours and weights; elsewhere their sequences are shown like all others. */
  readonly hasStyles: boolean
}

/** Pieces that are drawn one by one. What comes behind them is drawn as one text, without colours and marks. */
const mostPieces = 4000

/** Recorded text, with everything in it that cannot be seen by itself, or would act on a terminal, made visible. */
export const ShownText = memo(function ShownText({ text, hasStyles }: ShownTextProps) {
  const pieces = terminalPieces(text)
  const rest = pieces.slice(mostPieces)
  return (
    <>
      {pieces.slice(0, mostPieces).map((piece, index) => (
        <Piece key={index} piece={piece} hasStyles={hasStyles} />
      ))}
      {rest.length > 0 && visibleLines(rest.map((piece) => piece.text).join(''))}
    </>
  )
})

/** Makes hidden characters visible, and leaves lines and tabs. */
export function visibleLines(text: string): string {
  return text.replace(/[^\n\t]+/g, (part) => visibleText(part))
}

function Piece({
  piece: { kind, text, style },
  hasStyles,
}: {
  readonly piece: TerminalPiece
  readonly hasStyles: boolean
}) {
  if (kind === 'text') {
    const classes = hasStyles ? styleClasses(style) : ''
    return classes === '' ? text : <span className={classes}>{text}</span>
  }
  if (kind === 'style' && hasStyles) return null
  if (kind === 'return') {
    return (
      <>
        <mark className="hidden-character">{visibleText(text)}</mark>
        <br />
      </>
    )
  }
  const isLineEnd = text === '\r'
  return <mark className={isLineEnd ? 'line-end' : 'hidden-character'}>{visibleText(text)}</mark>
}

/** Classes of a style; the colours themselves are tokens of the theme. */
export function styleClasses({
  colour,
  isBold,
  isItalic,
  isUnderlined,
  isStruck,
  isMarked,
}: TerminalStyle): string {
  const classes = [
    colour === null ? null : `term-${colour}`,
    isBold ? 'term-bold' : null,
    isItalic ? 'term-italic' : null,
    isUnderlined ? 'term-underlined' : null,
    isStruck ? 'term-struck' : null,
    isMarked ? 'term-marked' : null,
  ]
  return classes.filter((name) => name !== null).join(' ')
}
