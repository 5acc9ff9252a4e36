import { useEffect, useRef, useState } from 'react'
import { X } from 'lucide-react'
import { chooseFacet, isOnly, type FacetSelection } from '../../state/facets'
import { useSessions, useStores, useWindow } from '../../state/stores'
import { useFocusRequest } from '../../state/useFocusRequest'
import { formatCount } from '../../ui/format'
import { SearchField } from '../../ui/SearchField'
import { FilterChips } from './FilterChips'
import { FilterMenu, type FilterPanel } from './FilterMenu'
import { SortMenu } from './SortMenu'

/** Filtering waits so long after a key, so that the letter itself is drawn first. */
const typingMs = 25

/** The two facets that are always in sight, and neither of them. */
const scopes = ['all', 'archived', 'damaged'] as const
type Scope = (typeof scopes)[number]

const scopeWords: Readonly<Record<Scope, string>> = { all: 'All', archived: 'Archived', damaged: 'Damaged' }

const scopeTitles: Readonly<Record<Scope, string>> = {
  all: 'Archived and damaged sessions and all others',
  archived: 'Sessions that Codex has archived',
  damaged: 'Damaged, as far as the beginning and end of each file tell, and all of those that were opened',
}

/** Choosing one gives up the other. */
function withScope(facets: FacetSelection, scope: Scope): FacetSelection {
  const neither = chooseFacet(chooseFacet(facets, 'archived', []), 'damaged', [])
  return scope === 'all' ? neither : chooseFacet(neither, scope, ['yes'])
}

/** The one that the chosen facets amount to; null for a choice that none of them stands for. */
function scopeOf(facets: FacetSelection): Scope | null {
  const [archived, damaged] = [facets.has('archived'), facets.has('damaged')]
  if (!archived && !damaged) return 'all'
  if (archived && damaged) return null
  const scope = archived ? 'archived' : 'damaged'
  return isOnly(facets, scope, 'yes') ? scope : null
}

/** The filter, the facets and the order of the list. */
export function SessionFilter() {
  const { sessions, window } = useStores()
  const query = useSessions((state) => state.view.query)
  const request = useWindow((state) => state.focus)
  const [panel, setPanel] = useState<FilterPanel>(null)
  const [text, setText] = useState(query)
  const input = useRef<HTMLInputElement>(null)
  useFocusRequest('filter', input)

  useEffect(() => {
    setText(query)
  }, [query])

  useEffect(() => {
    if (text === sessions.getState().view.query) return
    const timer = setTimeout(() => {
      sessions.getState().change({ query: text })
    }, typingMs)
    return () => {
      clearTimeout(timer)
    }
  }, [text, sessions])

  useEffect(() => {
    if (window.getState().takeFocus('facets')) setPanel('all')
  }, [request, window])

  return (
    <div className="session-filter">
      <div className="filter-line">
        <SearchField
          inputRef={input}
          placeholder="Filter sessions"
          label="Filter sessions by name, text, folder, id or path"
          value={text}
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') window.getState().requestFocus('sessions')
            else if (event.key === 'Escape') {
              if (text === '') window.getState().requestFocus('sessions')
              setText('')
            } else return
            event.preventDefault()
          }}
        >
          {text === '' ? (
            <kbd className="kbd filter-key">/</kbd>
          ) : (
            <button
              type="button"
              className="icon-button filter-key"
              aria-label="Clear the filter"
              onClick={() => {
                setText('')
                input.current?.focus()
              }}
            >
              <X size={14} aria-hidden />
            </button>
          )}
        </SearchField>
        <FilterMenu panel={panel} onPanel={setPanel} />
      </div>
      <Scopes />
      <FilterChips onPanel={setPanel} />
    </div>
  )
}

function Scopes() {
  const { sessions } = useStores()
  const scope = useSessions((state) => scopeOf(state.view.facets))
  const counts = useSessions((state) => state.counts)
  return (
    <div className="facets">
      <div role="radiogroup" aria-label="Which sessions" className="facet-group">
        {scopes.map((known) => (
          <button
            key={known}
            type="button"
            role="radio"
            className="facet"
            aria-checked={known === scope}
            title={scopeTitles[known]}
            onClick={() => {
              const { view, change } = sessions.getState()
              change({ facets: withScope(view.facets, known) })
            }}
          >
            {scopeWords[known]} <span className="facet-count">{formatCount(counts[known])}</span>
          </button>
        ))}
      </div>
      <SortMenu />
    </div>
  )
}
