import { useMemo, useState } from 'react'
import { Command as Menu } from 'cmdk'
import { ChevronRight } from 'lucide-react'
import { facetIds, type FacetId } from '../../state/facets'
import { wordsOf } from '../../state/sessionView'
import { useSessions } from '../../state/stores'
import { formatNumberOf } from '../../ui/format'
import { createdWords, facetChipWords, facetTitles } from './facetWords'
import { useFacetCounts } from './useFacetCounts'

export interface FacetPanelProps {
  readonly onChoose: (panel: 'created' | FacetId) => void
}

/** All facets with what is chosen of each. */
export function FacetPanel({ onChoose }: FacetPanelProps) {
  const [text, setText] = useState('')
  const chosen = useSessions((state) => state.view.facets)
  const created = useSessions((state) => state.view.created)
  const counts = useFacetCounts()
  const shown = useMemo(() => {
    const words = wordsOf(text)
    return facetIds.filter((facet) => words.every((word) => facetTitles[facet].toLowerCase().includes(word)))
  }, [text])
  const isCreatedShown = wordsOf(text).every((word) => 'created date'.includes(word))
  return (
    <Menu shouldFilter={false} loop label="Facets">
      <Menu.Input
        className="filter-menu-input"
        placeholder="Filter by…"
        value={text}
        onValueChange={setText}
        autoFocus
      />
      <Menu.List className="filter-menu-list" label="Facets">
        <Menu.Empty className="filter-menu-note">No facet of that name.</Menu.Empty>
        {isCreatedShown && (
          <Menu.Item
            className="filter-item"
            value="created"
            onSelect={() => {
              onChoose('created')
            }}
          >
            <span>Created</span>
            <span className="filter-item-tail" data-set={created.kind !== 'any'}>
              {createdWords(created) ?? 'any time'}
            </span>
            <ChevronRight size={14} aria-hidden className="quiet" />
          </Menu.Item>
        )}
        {shown.map((facet) => {
          const values = [...(chosen.get(facet) ?? [])]
          const known = counts.get(facet)?.length ?? 0
          return (
            <Menu.Item
              key={facet}
              className="filter-item"
              value={facet}
              onSelect={() => {
                onChoose(facet)
              }}
            >
              <span>{facetTitles[facet]}</span>
              <span className="filter-item-tail" data-set={values.length > 0}>
                {values.length === 0
                  ? formatNumberOf(known, 'value')
                  : facetChipWords(facet, values).replace(`${facetTitles[facet]}: `, '')}
              </span>
              <ChevronRight size={14} aria-hidden className="quiet" />
            </Menu.Item>
          )
        })}
      </Menu.List>
    </Menu>
  )
}
