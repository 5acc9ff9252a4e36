/** Facets: what the list can be narrowed by. Each sees one value in every row. Pure. */
import type { SessionSummary } from '../../../shared/session/session'

/** The facets, in the order in which they are shown. */
export const facetIds = [
  'cwd',
  'source',
  'originator',
  'provider',
  'model',
  'version',
  'era',
  'role',
  'form',
  'archived',
  'damaged',
  'named',
] as const
export type FacetId = (typeof facetIds)[number]

/** A value of a facet. Null is "not recorded", which no text is equal to. */
export type FacetValue = string | null

/** Values chosen by facet: of each facet one must hold. A facet that is not named lets everything through. */
export type FacetSelection = ReadonlyMap<FacetId, ReadonlySet<FacetValue>>

/** Nothing chosen. */
export const noFacets: FacetSelection = new Map()

/** How often a value occurs. */
export interface ValueCount {
  readonly value: FacetValue
  readonly count: number
}

/** The value of each facet in a row. Facets that are either true or not have the values `yes` and `no`. */
export const facetValueOf: Readonly<
  Record<FacetId, (row: SessionSummary, isDamaged: boolean) => FacetValue>
> = {
  cwd: (row) => row.cwd,
  source: (row) => row.source,
  originator: (row) => row.originator,
  provider: (row) => row.modelProvider,
  model: (row) => row.model,
  version: (row) => row.cliVersion,
  era: (row) => row.era,
  role: (row) => row.links.role,
  form: (row) => row.form,
  archived: (row) => yesNo(row.archived),
  damaged: (_, isDamaged) => yesNo(isDamaged),
  named: (row) => yesNo(row.name !== null),
}

/** The value of a facet that is either true or not. */
export function yesNo(isTrue: boolean): 'yes' | 'no' {
  return isTrue ? 'yes' : 'no'
}

/** Chooses a value, or gives it up where it was chosen. */
export function toggleFacet(selection: FacetSelection, facet: FacetId, value: FacetValue): FacetSelection {
  const values = new Set(selection.get(facet))
  if (!values.delete(value)) values.add(value)
  return chooseFacet(selection, facet, [...values])
}

/** Chooses exactly these values of a facet; none of them lets everything through again. */
export function chooseFacet(
  selection: FacetSelection,
  facet: FacetId,
  values: readonly FacetValue[],
): FacetSelection {
  const next = new Map(selection)
  if (values.length === 0) next.delete(facet)
  else next.set(facet, new Set(values))
  return next
}

/** True when exactly this one value of a facet is chosen. */
export function isOnly(selection: FacetSelection, facet: FacetId, value: FacetValue): boolean {
  const values = selection.get(facet)
  return values?.size === 1 && values.has(value)
}

/** The most frequent first, then by the alphabet; what is not recorded last among equals. */
export function compareCounts(a: ValueCount, b: ValueCount): number {
  if (a.count !== b.count) return b.count - a.count
  if (a.value === null || b.value === null) return a.value === b.value ? 0 : a.value === null ? 1 : -1
  return a.value < b.value ? -1 : a.value > b.value ? 1 : 0
}
