import { describe, expect, it } from 'vitest'
import {
  createdWords,
  facetChipWords,
  facetValueWords,
} from '../../../src/renderer/src/features/sessions/facetWords'
import { hiddenWords, markWords } from '../../../src/renderer/src/features/sessions/hiddenWords'
import { belowWords, roleChip } from '../../../src/renderer/src/features/sessions/threadWords'
import { sessionRow } from '../support/sessionRow'

describe('words of the list', () => {
  // SPEC list/hidden
  it('says what filters hide, and of what while rows are still read', () => {
    const facts = { all: 9_688, archived: 40, context: 0, isComplete: true }
    expect(hiddenWords(facts)).toBe('9,688 hidden by filters, 40 of them archived')
    expect(hiddenWords({ ...facts, isComplete: false, archived: 0 })).toBe(
      '9,688 of those read hidden by filters',
    )
    expect(hiddenWords({ ...facts, archived: 9_688 })).toBe('9,688 hidden by filters, all archived')
    expect(hiddenWords({ ...facts, context: 1, archived: 0 })).toBe(
      '9,688 hidden by filters, 1 parent shown dimmed',
    )
    expect(hiddenWords({ ...facts, all: 0 })).toBeNull()
  })

  it('says how many are marked and where the others are', () => {
    expect(markWords({ all: 0, hidden: 0, unlisted: 0 })).toBeNull()
    expect(markWords({ all: 3, hidden: 0, unlisted: 0 })).toEqual({ main: '3 marked', rest: '' })
    expect(markWords({ all: 3, hidden: 2, unlisted: 1 })?.rest).toBe(
      '2 hidden by filters, 1 not in this list',
    )
  })

  // SPEC list/facets
  it('tells what is not recorded from any text, and shows what a text hides', () => {
    expect(facetValueWords('model', null)).toBe('not recorded')
    expect(facetValueWords('model', 'Not recorded')).toBe('“Not recorded”')
    expect(facetValueWords('model', ' ')).toBe('“ ”')
    expect(facetValueWords('cwd', 'a\u202eb\n')).toBe('a<U+202E>b␊')
    expect(facetValueWords('cwd', 'a'.repeat(40_000))).toHaveLength(301)
    expect(facetValueWords('archived', 'no')).toBe('Not archived')
    expect(facetValueWords('era', 'bare')).toBe('Bare lines')
    expect(facetValueWords('model', 'constructor')).toBe('constructor')
    expect(facetValueWords('source', 'yes')).toBe('yes')
  })

  it('names a filter in a chip', () => {
    expect(facetChipWords('model', ['a', null])).toBe('Model: a or not recorded')
    expect(facetChipWords('model', ['a', 'b', 'c'])).toBe('Model: 3 values')
    expect(facetChipWords('cwd', ['/srv/app'])).toBe('Folder: app')
    expect(facetChipWords('damaged', ['yes'])).toBe('Damaged')
    expect(createdWords({ kind: 'any' })).toBeNull()
    expect(createdWords({ kind: 'days', from: '2026-03-01', to: '2026-03-01' })).toBe('2026-03-01')
    expect(createdWords({ kind: 'days', from: '2026-03-01', to: null })).toBe('since 2026-03-01')
    expect(createdWords({ kind: 'days', from: null, to: '2026-03-02' })).toBe('until 2026-03-02')
    expect(createdWords({ kind: 'days', from: '2026-03-01', to: '2026-03-02' })).toBe(
      '2026-03-01 to 2026-03-02',
    )
  })

  // SPEC list/threads
  it('says what a row is to its thread and what is below it', () => {
    const noLinks = sessionRow({}).links
    const chip = (links: Partial<typeof noLinks>, depth = 1): string | null =>
      roleChip({ id: 'a', links: { ...noLinks, ...links } }, depth, false)
    expect([chip({}, 0), chip({}), chip({ threadRootId: 'r' }), chip({ role: 'review' }, 0)]).toEqual([
      null,
      'same session',
      'same thread',
      'review',
    ])
    expect([
      chip({ forkedFromId: 'b' }),
      chip({ copiedFromId: 'b' }),
      chip({ parentThreadId: 'b', threadRootId: 'r' }),
      roleChip({ id: 'a', links: { ...noLinks, forkedFromId: 'gone' } }, 0, true),
    ]).toEqual(['fork', 'copy', 'child', 'fork'])
    expect(belowWords(0, 0)).toBeNull()
    expect(belowWords(1, 1)).toEqual({ short: '+1', full: '1 file belongs under it' })
    expect(belowWords(1_000, 2)).toEqual({
      short: '+2 of 1,000',
      full: '1,000 files belong under it, 2 of them match',
    })
  })
})
