import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chooseFacet,
  facetIds,
  facetValueOf,
  isOnly,
  noFacets,
  toggleFacet,
  type FacetSelection,
} from '../../../src/renderer/src/state/facets'
import { createSessionIndex } from '../../../src/renderer/src/state/sessionIndex'
import { everything, hasFilters, type SessionView } from '../../../src/renderer/src/state/sessionView'
import type { SessionSummary } from '../../../src/shared/session/session'
import { sessionRow } from '../support/sessionRow'

const rows = [
  sessionRow({ fileId: 'a', model: 'gpt', cwd: '/app' }),
  sessionRow({ fileId: 'b', model: 'gpt', cwd: '/lib', archived: true }),
  sessionRow({ fileId: 'c', model: null, cwd: '/app', name: 'Named' }),
  sessionRow({ fileId: 'd', model: 'null', cwd: null }),
]

function indexOf(all: readonly SessionSummary[]) {
  const index = createSessionIndex()
  index.append(all)
  return index
}

function shown(facets: FacetSelection): string {
  return [...indexOf(rows).view({ ...everything, facets })].map((row) => rows[row]?.fileId).join('')
}

function counted(facets: FacetSelection, part: Partial<SessionView> = {}): string {
  const counts = indexOf(rows).facetCounts({ ...everything, facets, ...part })
  return (counts.get('model') ?? []).map(({ value, count }) => `${String(count)} ${value ?? '-'}`).join(', ')
}

describe('facets', () => {
  // SPEC list/facets
  it('lets one of the values of a facet do, and asks for all facets', () => {
    expect(shown(toggleFacet(noFacets, 'model', 'gpt'))).toBe('ab')
    expect(shown(chooseFacet(noFacets, 'model', ['gpt', 'null']))).toBe('abd')
    expect(shown(toggleFacet(toggleFacet(noFacets, 'model', 'gpt'), 'cwd', '/app'))).toBe('a')
    expect(shown(toggleFacet(noFacets, 'model', 'no such model'))).toBe('')
  })

  it('keeps what is not recorded apart from any text', () => {
    expect(shown(toggleFacet(noFacets, 'model', null))).toBe('c')
    expect(shown(toggleFacet(noFacets, 'model', 'null'))).toBe('d')
    expect(shown(toggleFacet(noFacets, 'cwd', null))).toBe('d')
  })

  it('has values for what is either true or not', () => {
    expect(shown(toggleFacet(noFacets, 'archived', 'no'))).toBe('acd')
    expect(shown(toggleFacet(noFacets, 'named', 'yes'))).toBe('c')
  })

  it('gives a value up when it is chosen again, and the facet with its last value', () => {
    const one = toggleFacet(noFacets, 'era', 'bare')
    expect([isOnly(one, 'era', 'bare'), hasFilters({ ...everything, facets: one })]).toEqual([true, true])
    expect(toggleFacet(one, 'era', 'bare').size).toBe(0)
    expect(isOnly(toggleFacet(one, 'era', 'turns'), 'era', 'bare')).toBe(false)
  })

  // SPEC list/facets
  it('counts what choosing a value would show, whatever else is chosen of the same facet', () => {
    expect(counted(noFacets)).toBe('2 gpt, 1 null, 1 -')
    expect(counted(toggleFacet(noFacets, 'model', 'gpt'))).toBe('2 gpt, 1 null, 1 -')
    expect(counted(toggleFacet(noFacets, 'cwd', '/app'))).toBe('1 gpt, 1 -, 0 null')
    expect(counted(noFacets, { query: 'named' })).toBe('1 -, 0 gpt, 0 null')
    expect(counted(toggleFacet(noFacets, 'model', 'gone'))).toBe('2 gpt, 1 null, 1 -, 0 gone')
  })

  it('agrees with the slow way, for any rows and any choice', () => {
    const value = fc.constantFrom(null, '', 'null', 'a', 'b')
    const row = fc.record({
      model: value,
      cwd: value,
      source: value,
      name: value,
      archived: fc.boolean(),
      era: fc.constantFrom('bare' as const, 'turns' as const),
    })
    const selection = fc.dictionary(
      fc.constantFrom('model', 'cwd', 'source', 'named', 'archived', 'era'),
      fc.array(fc.constantFrom(null, '', 'a', 'yes', 'no', 'bare'), { minLength: 1, maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), selection, (parts, chosen) => {
        const all = parts.map((part, number) => sessionRow({ ...part, fileId: String(number) }))
        const facets: FacetSelection = new Map(
          facetIds.flatMap((id) => {
            const values = chosen[id]
            return values === undefined ? [] : [[id, new Set(values)] as const]
          }),
        )
        const passes = (session: SessionSummary, wanted: FacetSelection): boolean =>
          [...wanted].every(([id, values]) => values.has(facetValueOf[id](session, false)))
        const index = indexOf(all)
        const view = { ...everything, facets }
        expect([...index.view(view)].toSorted((a, b) => a - b)).toEqual(
          all.flatMap((session, number) => (passes(session, facets) ? [number] : [])),
        )
        for (const [id, counts] of index.facetCounts(view)) {
          for (const { value: wanted, count } of counts) {
            const others = chooseFacet(facets, id, [wanted])
            expect(count).toBe(all.filter((session) => passes(session, others)).length)
          }
        }
      }),
      { seed: 31, numRuns: 200 },
    )
  })
})
