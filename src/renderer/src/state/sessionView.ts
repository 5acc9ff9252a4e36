/** Session view: what the list shows of its rows, and in which order. */
import type { SortKey } from '../../../shared/session/query'
import { anyTime, type CreatedFilter } from './createdFilter'
import { noFacets, type FacetSelection } from './facets'
import type { TimeZone } from '../../../shared/settings/settings'

/** Filters and order. All filters must hold; `zone` is the one whose days `created` means. */
export interface SessionView {
  readonly query: string
  readonly facets: FacetSelection
  readonly created: CreatedFilter
  readonly zone: TimeZone
  readonly sort: SortKey
  readonly ascending: boolean
}

/** The filters that let everything through. */
export const noFilters = { query: '', facets: noFacets, created: anyTime } as const

/** Every row, the newest first. */
export const everything: SessionView = { ...noFilters, zone: 'utc', sort: 'created', ascending: false }

/** True when some filter is set, even one that happens to let every row through. */
export function hasFilters({ query, facets, created }: SessionView): boolean {
  return wordsOf(query).length > 0 || facets.size > 0 || created.kind !== 'any'
}

/** The words of a query. All of them must occur, in any order. */
export function wordsOf(query: string): readonly string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean)
}
