import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'
import { useFocusRequest } from '../../../state/useFocusRequest'
import { IconButton } from '../../../ui/IconButton'
import { formatCount } from '../../../ui/format'
import { mostFound } from './findRanges'
import type { FindControl } from './useFind'

export interface FindBarProps {
  readonly control: FindControl
  /** What part of the line is not on show and therefore not searched; null when it is all there. */
  readonly missing: string | null
  readonly onClose: () => void
}

/** The one search of the inspector, over whatever it shows. */
export function FindBar({ control, missing, onClose }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null)
  useFocusRequest('find', field)
  const { find, ask, step } = control
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
  }
  return (
    <div className="find-bar" role="search" aria-label="In this line">
      <input
        ref={field}
        type="search"
        className="field"
        aria-label="Find in this line"
        placeholder="Find in this line"
        spellCheck={false}
        value={find.query}
        onChange={(event) => {
          ask(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <span className="find-count num" role="status">
        {countText(find)}
      </span>
      <IconButton
        icon={ChevronUp}
        label="Previous place (Shift+Enter)"
        isDisabled={find.count === 0}
        onClick={() => {
          step(-1)
        }}
      />
      <IconButton
        icon={ChevronDown}
        label="Next place (Enter)"
        isDisabled={find.count === 0}
        onClick={() => {
          step(1)
        }}
      />
      <IconButton icon={X} label="Close the search (Escape)" onClick={onClose} />
      {missing !== null && find.query !== '' && <p className="find-missing">{missing}</p>}
    </div>
  )
}

/** `3 of 17`; nothing while nothing is looked for. */
export function countText({ query, count, at }: FindControl['find']): string {
  if (query === '') return ''
  if (count === 0) return 'not found'
  const all = count >= mostFound ? `the first ${formatCount(count)}` : formatCount(count)
  return `${formatCount(at + 1)} of ${all}`
}
