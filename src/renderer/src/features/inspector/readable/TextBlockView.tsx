import { ChevronDown, ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { TextBlock } from '../../../../../shared/rollout/readable/readable'
import { formatCount, formatNumberOf } from '../../../ui/format'
import { findPattern } from '../find/findRanges'
import { BlockMenu, pointerChoice } from './BlockMenu'
import { foldText } from './folding'
import { ShownText } from './ShownText'
import { styleCount } from '../../../../../shared/rollout/readable/terminalText'

export interface TextBlockViewProps {
  readonly block: TextBlock
  /** What is looked for; a text that holds it is shown whole. */
  readonly query: string
}

const looks = { prose: 'Text', code: 'Code', terminal: 'Output' } as const

/** A text. A long one is folded, with its size; what is not here at all is counted. */
export function TextBlockView({ block, query }: TextBlockViewProps) {
  const { text, look, label, isAside, pointer, cut } = block
  const [isOpened, setIsOpened] = useState(false)
  const [areSequencesShown, setAreSequencesShown] = useState(false)
  const folded = useMemo(() => foldText(text, isAside), [text, isAside])
  const isFound = useMemo(() => findPattern(query)?.test(text) === true, [query, text])
  const isOpen = isOpened || isFound || folded.size === null
  const shown = isOpen ? text : folded.shown
  const sequences = useMemo(() => (look === 'terminal' ? styleCount(shown) : 0), [look, shown])
  const name = label ?? looks[look]
  const choices = [
    { label: 'Copy text', what: cut === null ? 'Text' : 'Part of the text', text },
    ...pointerChoice(pointer),
  ]
  return (
    <div role="group" className="block" aria-label={name}>
      <BlockMenu name={name} choices={choices} />
      {isAside ? (
        <button
          type="button"
          className="block-fold"
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpened(!isOpened)
          }}
        >
          {isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
          <span>{name}</span>
          <span className="quiet">{folded.size}</span>
        </button>
      ) : (
        label !== null && <h4 className="block-label">{label}</h4>
      )}
      {shown !== '' && (
        <pre className={`block-text block-${look}`} data-find="run">
          <ShownText text={shown} hasStyles={look === 'terminal' && !areSequencesShown} />
        </pre>
      )}
      {!isAside && folded.size !== null && !isFound && (
        <button
          type="button"
          className="button button-small block-more"
          aria-expanded={isOpened}
          onClick={() => {
            setIsOpened(!isOpened)
          }}
        >
          {isOpened ? 'Show less' : `Show ${cut === null ? 'all ' : ''}${folded.size}`}
        </button>
      )}
      {sequences > 0 && (
        <button
          type="button"
          className="block-fold quiet"
          aria-pressed={areSequencesShown}
          onClick={() => {
            setAreSequencesShown(!areSequencesShown)
          }}
        >
          {areSequencesShown ? 'Draw' : 'Show'} {formatNumberOf(sequences, 'sequence')} of colours and weights
        </button>
      )}
      {cut !== null && (
        <p className="block-cut">
          {formatCount(cut.hiddenCharacters)} more characters
          {cut.hiddenLines > 0 && ` on ${formatNumberOf(cut.hiddenLines, 'line')}`} are not shown here. Raw
          has every byte.
        </p>
      )}
    </div>
  )
}
