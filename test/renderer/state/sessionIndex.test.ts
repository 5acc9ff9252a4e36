import { describe, expect, it } from 'vitest'
import { noFacets } from '../../../src/renderer/src/state/facets'
import { createSessionIndex } from '../../../src/renderer/src/state/sessionIndex'
import { everything, type SessionView } from '../../../src/renderer/src/state/sessionView'
import { sessionRow } from '../support/sessionRow'

const rows = [
  sessionRow({ fileId: 'a', name: 'Fix Billing', createdAt: '2026-03-01T00:00:00Z', sizeBytes: 30 }),
  sessionRow({
    fileId: 'b',
    cwd: '/srv/Ledger',
    createdAt: '2026-03-03T00:00:00Z',
    archived: true,
    sizeBytes: 10,
  }),
  sessionRow({
    fileId: 'c',
    preview: 'billing in ledger',
    createdAt: null,
    sizeBytes: 20,
    problems: [{ code: 'line/torn', severity: 'error', message: '', path: null }],
  }),
  sessionRow({
    fileId: 'd',
    createdAt: '2026-03-02T00:00:00Z',
    sizeBytes: 40,
    problems: [{ code: 'name/mismatch', severity: 'warning', message: '', path: null }],
  }),
]

function shown(view: Partial<SessionView>): string {
  const index = createSessionIndex()
  index.append(rows)
  return [...index.view({ ...everything, ...view })].map((row) => rows[row]?.fileId).join('')
}

describe('session index', () => {
  it('sorts by each key in both directions, rows without a time as the oldest', () => {
    expect(shown({})).toBe('bdac')
    expect(shown({ ascending: true })).toBe('cadb')
    expect(shown({ sort: 'size' })).toBe('dacb')
    expect(shown({ sort: 'size', ascending: true })).toBe('bcad')
  })

  it('puts rows of unknown size or time of change last in either direction', () => {
    const index = createSessionIndex()
    const known = [null, 20, null, 10, 30]
    index.append(
      known.map((sizeBytes, row) =>
        sessionRow({
          fileId: String(row),
          sizeBytes,
          updatedAt: sizeBytes === null ? null : `2026-03-${String(sizeBytes)}T00:00:00Z`,
        }),
      ),
    )
    for (const sort of ['size', 'updated'] as const) {
      expect([...index.view({ ...everything, sort })]).toEqual([4, 1, 3, 0, 2])
      expect([...index.view({ ...everything, sort, ascending: true })]).toEqual([3, 1, 4, 0, 2])
    }
  })

  it('finds rows that hold all words in any field and any case', () => {
    expect(shown({ query: 'BILLING' })).toBe('ac')
    expect(shown({ query: ' ledger  billing' })).toBe('c')
    expect(shown({ query: 'nowhere' })).toBe('')
  })

  it('counts as damaged what has an error, not what has a warning', () => {
    expect(shown({ facets: new Map([['damaged', new Set(['yes'])]]) })).toBe('c')
    expect(shown({ facets: new Map([['archived', new Set(['yes'])]]) })).toBe('b')
    const index = createSessionIndex()
    index.append(rows)
    expect(index.counts()).toEqual({ all: 4, archived: 1, damaged: 1 })
  })

  it('lets days of the shown zone through, and rows without a time only when asked', () => {
    expect(shown({ created: { kind: 'days', from: '2026-03-02', to: '2026-03-03' } })).toBe('bd')
    expect(shown({ created: { kind: 'days', from: null, to: '2026-03-01' } })).toBe('a')
    expect(shown({ created: { kind: 'not-recorded' } })).toBe('c')
  })

  it('finds a row by its file, and damage that was found later', () => {
    const index = createSessionIndex()
    index.append(rows)
    expect([index.numberOf('c'), index.numberOf('z')]).toEqual([2, undefined])
    expect([index.noteDamage('a'), index.noteDamage('a'), index.noteDamage('c')]).toEqual([
      true,
      false,
      false,
    ])
    const counts = index.facetCounts({ ...everything, facets: noFacets }).get('damaged')
    expect(counts).toEqual([
      { value: 'no', count: 2 },
      { value: 'yes', count: 2 },
    ])
  })

  it('sees rows that were appended after it was sorted', () => {
    const index = createSessionIndex()
    index.append(rows.slice(0, 1))
    expect(index.view(everything)).toHaveLength(1)
    index.append(rows.slice(1))
    expect(index.view(everything)).toHaveLength(4)
  })

  it('finds the few among 100,000 rows', () => {
    const index = createSessionIndex()
    index.append(
      Array.from({ length: 100_000 }, (_, row) =>
        sessionRow({ fileId: String(row), preview: `fix the failing migration test number ${String(row)}` }),
      ),
    )
    expect(index.view(everything)).toHaveLength(100_000)
    expect(index.view({ ...everything, query: 'Migration test number 99999' })).toHaveLength(1)
    expect(index.view({ ...everything, query: 'no such thing' })).toHaveLength(0)
  })
})
