import { X } from 'lucide-react'
import { anyTime } from '../../state/createdFilter'
import { chooseFacet } from '../../state/facets'
import { useSessions, useStores } from '../../state/stores'
import { createdWords, facetChipWords, facetTitles, facetValueWords } from './facetWords'
import type { FilterPanel } from './FilterMenu'

export interface FilterChipsProps {
  readonly onPanel: (panel: FilterPanel) => void
}

/** Filters that are set, each of which can be changed and taken away; what goes away hands the focus to the list. */
export function FilterChips({ onPanel }: FilterChipsProps) {
  const { sessions, window } = useStores()
  const facets = useSessions((state) => state.view.facets)
  const created = useSessions((state) => state.view.created)
  const days = createdWords(created)
  if (facets.size === 0 && days === null) return null
  return (
    <div className="filter-chips" role="group" aria-label="Filters that are set">
      {days !== null && (
        <Chip
          words={created.kind === 'days' ? `Created: ${days}` : days}
          title="Created"
          onOpen={() => {
            onPanel('created')
          }}
          onRemove={() => {
            sessions.getState().change({ created: anyTime })
            window.getState().requestFocus('sessions')
          }}
        />
      )}
      {[...facets].map(([facet, values]) => (
        <Chip
          key={facet}
          words={facetChipWords(facet, [...values])}
          title={`${facetTitles[facet]}: ${[...values]
            .slice(0, 20)
            .map((value) => facetValueWords(facet, value))
            .join(', ')}`}
          onOpen={() => {
            onPanel(facet)
          }}
          onRemove={() => {
            const { view, change } = sessions.getState()
            change({ facets: chooseFacet(view.facets, facet, []) })
            window.getState().requestFocus('sessions')
          }}
        />
      ))}
      <button
        type="button"
        className="link filter-clear"
        onClick={() => {
          sessions.getState().clearFilters()
          window.getState().requestFocus('sessions')
        }}
      >
        Clear
      </button>
    </div>
  )
}

interface ChipProps {
  readonly words: string
  readonly title: string
  readonly onOpen: () => void
  readonly onRemove: () => void
}

function Chip({ words, title, onOpen, onRemove }: ChipProps) {
  return (
    <span className="filter-chip">
      <button type="button" className="filter-chip-words" title={title} onClick={onOpen}>
        {words}
      </button>
      <button
        type="button"
        className="filter-chip-remove"
        aria-label={`Remove the filter ${words}`}
        onClick={onRemove}
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  )
}
