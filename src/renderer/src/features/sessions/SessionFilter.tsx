import { useEffect, useRef, useState } from 'react'
import { Search, X } from 'lucide-react'
import { facets, type Facet } from '../../state/sessionIndex'
import { useSessions, useStores } from '../../state/stores'
import { useFocusRequest } from '../../state/useFocusRequest'
import { formatCount } from '../../ui/format'
import { SortMenu } from './SortMenu'

/** Filtering waits so long after a key, so that the letter itself is drawn first. */
const typingMs = 25

const facetWords: Readonly<Record<Facet, string>> = { all: 'All', archived: 'Archived', damaged: 'Damaged' }

const facetTitles: Readonly<Record<Facet, string>> = {
  all: 'Every session of this root',
  archived: 'Sessions that Codex has archived',
  damaged: 'Damaged, as far as the beginning and end of each file tell, and all of those that were opened',
}

/** The filter, the facets and the order of the list. */
export function SessionFilter() {
  const { sessions, window } = useStores()
  const query = useSessions((state) => state.view.query)
  const facet = useSessions((state) => state.view.facet)
  const counts = useSessions((state) => state.counts)
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

  return (
    <div className="session-filter">
      <div className="filter-field">
        <Search size={14} aria-hidden className="filter-icon" />
        <input
          ref={input}
          className="field"
          type="text"
          role="searchbox"
          spellCheck={false}
          placeholder="Filter sessions"
          aria-label="Filter sessions by name, text, folder, id or path"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') window.getState().requestFocus('sessions')
            else if (event.key === 'Escape') {
              if (text === '') window.getState().requestFocus('sessions')
              setText('')
            } else return
            event.preventDefault()
          }}
        />
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
      </div>
      <div className="facets">
        <div role="radiogroup" aria-label="Which sessions" className="facet-group">
          {facets.map((known) => (
            <button
              key={known}
              type="button"
              role="radio"
              className="facet"
              aria-checked={known === facet}
              title={facetTitles[known]}
              onClick={() => {
                sessions.getState().change({ facet: known })
              }}
            >
              {facetWords[known]} <span className="facet-count">{formatCount(counts[known])}</span>
            </button>
          ))}
        </div>
        <SortMenu />
      </div>
    </div>
  )
}
