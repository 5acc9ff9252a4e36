import { useMemo, useState } from 'react'
import { Command as Menu } from 'cmdk'
import { Check } from 'lucide-react'
import { chooseFacet, toggleFacet, type FacetId, type FacetValue, type ValueCount } from '../../state/facets'
import { wordsOf } from '../../state/sessionView'
import { useSessions, useStores } from '../../state/stores'
import { baseName, formatCount } from '../../ui/format'
import { facetTitles, facetValueWords } from './facetWords'
import { PanelHead } from './PanelHead'
import { useFacetCounts } from './useFacetCounts'

/** So many values are drawn; what is beyond is counted, and found by typing. */
const mostShown = 200

const noValues: readonly ValueCount[] = []

export interface FacetValuesPanelProps {
  readonly facet: FacetId
  readonly onBack: () => void
}

/** The values of one facet with their counts; any number of them can be chosen. */
export function FacetValuesPanel({ facet, onBack }: FacetValuesPanelProps) {
  const { sessions } = useStores()
  const [text, setText] = useState('')
  const chosen = useSessions((state) => state.view.facets.get(facet))
  const isLoading = useSessions((state) => state.list.status === 'loading')
  const counts = useFacetCounts().get(facet) ?? noValues
  const found = useMemo(() => matching(facet, counts, text), [facet, counts, text])
  const rest = found.length - mostShown

  function choose(values: readonly FacetValue[]): void {
    const { view, change } = sessions.getState()
    change({ facets: chooseFacet(view.facets, facet, values) })
  }

  return (
    <Menu shouldFilter={false} loop label={facetTitles[facet]}>
      <PanelHead
        title={facetTitles[facet]}
        onBack={onBack}
        onClear={
          chosen === undefined
            ? null
            : () => {
                choose([])
              }
        }
      />
      <Menu.Input
        className="filter-menu-input"
        placeholder="Find a value"
        value={text}
        onValueChange={setText}
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== 'Backspace' || text !== '') return
          event.preventDefault()
          onBack()
        }}
      />
      <Menu.List className="filter-menu-list" label={`${facetTitles[facet]}: values`}>
        <Menu.Empty className="filter-menu-note">
          {isLoading
            ? 'No such value so far; rows are still being read.'
            : 'No session here has such a value.'}
        </Menu.Empty>
        {found.slice(0, mostShown).map(({ value, count }) => (
          <ValueItem
            key={keyOf(value)}
            facet={facet}
            value={value}
            count={count}
            isChosen={chosen?.has(value) ?? false}
            onToggle={() => {
              const { view, change } = sessions.getState()
              change({ facets: toggleFacet(view.facets, facet, value) })
            }}
          />
        ))}
      </Menu.List>
      {rest > 0 && <p className="filter-menu-note">{formatCount(rest)} more values: type to find them.</p>}
      {isLoading && <p className="filter-menu-note">Counted so far; rows are still being read.</p>}
    </Menu>
  )
}

interface ValueItemProps extends ValueCount {
  readonly facet: FacetId
  readonly isChosen: boolean
  readonly onToggle: () => void
}

function ValueItem({ facet, value, count, isChosen, onToggle }: ValueItemProps) {
  const words = facetValueWords(facet, value)
  const isPath = facet === 'cwd' && value !== null && baseName(words) !== words
  return (
    <Menu.Item
      className="filter-item"
      value={keyOf(value)}
      aria-checked={isChosen}
      data-chosen={isChosen}
      data-empty={count === 0}
      title={words}
      onSelect={onToggle}
    >
      <span className="filter-box" aria-hidden>
        {isChosen && <Check size={12} strokeWidth={2.5} />}
      </span>
      <span className={value === null ? 'clip filter-absent' : 'clip'}>
        {isPath ? baseName(words) : words}
        {isPath && <span className="filter-path"> {words}</span>}
      </span>
      <span className="filter-count">{formatCount(count)}</span>
    </Menu.Item>
  )
}

/** Values that hold all that was typed, as they stand in the file or as they are shown. */
function matching(facet: FacetId, counts: readonly ValueCount[], text: string): readonly ValueCount[] {
  const words = wordsOf(text)
  if (words.length === 0) return counts
  return counts.filter(({ value }) => {
    const text = `${facetValueWords(facet, value)}\n${value ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** A key that keeps what is not recorded apart from any text. */
function keyOf(value: FacetValue): string {
  return value === null ? 'none' : `=${value}`
}
