import { CaseSensitive, ChevronDown, ChevronUp, X } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'
import { longestFilterText } from '../../../../shared/rollout/lineFilter'
import { filterModes, type FilterMode } from '../../state/filterTypes'
import { useStores, useViewer } from '../../state/stores'
import { useFocusRequest } from '../../state/useFocusRequest'
import { IconButton } from '../../ui/IconButton'
import { SearchField } from '../../ui/SearchField'
import { FilterStatus } from './FilterStatus'
import { KindChips } from './KindChips'
import { TypeMenu } from './TypeMenu'

const modeWords: Readonly<Record<FilterMode, string>> = { find: 'Find', filter: 'Filter' }
const modeTitles: Readonly<Record<FilterMode, string>> = {
  find: 'Shows all lines and marks those that match',
  filter: 'Shows only lines that match',
}

/** Above the lines, while somebody looks for some of them. */
export function FilterBar() {
  const isOpen = useViewer((state) => state.isFilterOpen)
  return isOpen ? <OpenBar /> : null
}

function OpenBar() {
  const { viewer, window } = useStores()

  function close(): void {
    viewer.getState().closeFilter()
    window.getState().requestFocus('view')
  }

  return (
    <search
      className="line-filter"
      aria-label="Lines of the session"
      onKeyDown={(event) => {
        // What is pressed in a menu of the bar comes by here as well, though it lies elsewhere.
        const isHere = event.currentTarget.contains(event.target as Node)
        if (event.key !== 'Escape' || event.defaultPrevented || !isHere) return
        event.preventDefault()
        close()
      }}
    >
      <div className="line-filter-row">
        <ModeSwitch />
        <TextField />
        <TypeMenu />
        <FilterStatus />
        <Steps />
        <IconButton icon={X} label="Close (Escape)" onClick={close} />
      </div>
      <KindChips />
    </search>
  )
}

function ModeSwitch() {
  const { viewer } = useStores()
  const mode = useViewer((state) => state.filterMode)
  return (
    <div className="facet-group" role="radiogroup" aria-label="What to do with lines that match">
      {filterModes.map((known) => (
        <button
          key={known}
          type="button"
          role="radio"
          className="facet"
          aria-checked={known === mode}
          title={modeTitles[known]}
          onClick={() => {
            viewer.getState().setFilterMode(known)
          }}
        >
          {modeWords[known]}
        </button>
      ))}
    </div>
  )
}

function TextField() {
  const { viewer } = useStores()
  const text = useViewer((state) => state.wish.text)
  const caseSensitive = useViewer((state) => state.wish.caseSensitive)
  const input = useRef<HTMLInputElement>(null)
  useFocusRequest('line-filter', input)

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return
    event.preventDefault()
    void viewer.getState().stepMatch(event.shiftKey ? -1 : 1)
  }

  return (
    <SearchField
      inputRef={input}
      className="line-filter-field"
      maxLength={longestFilterText}
      placeholder="Text in lines"
      label="Text in lines"
      value={text}
      onChange={(wanted) => {
        viewer.getState().changeWish({ text: wanted })
      }}
      onKeyDown={onKeyDown}
    >
      <button
        type="button"
        className="icon-button filter-key"
        aria-label="Upper and lower case count"
        title="Upper and lower case count"
        aria-pressed={caseSensitive}
        onClick={() => {
          viewer.getState().changeWish({ caseSensitive: !caseSensitive })
        }}
      >
        <CaseSensitive size={16} aria-hidden />
      </button>
    </SearchField>
  )
}

function Steps() {
  const { viewer } = useStores()
  const hasMatches = useViewer((state) => (state.matched?.matched ?? 0) > 0)
  return (
    <span className="line-filter-steps">
      <IconButton
        icon={ChevronUp}
        label="Previous match (Shift+F3)"
        isDisabled={!hasMatches}
        onClick={() => void viewer.getState().stepMatch(-1)}
      />
      <IconButton
        icon={ChevronDown}
        label="Next match (F3)"
        isDisabled={!hasMatches}
        onClick={() => void viewer.getState().stepMatch(1)}
      />
    </span>
  )
}
