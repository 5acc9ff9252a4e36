import { describe, expect, it } from 'vitest'
import {
  filterStatus,
  hiddenWords,
  shortCount,
  unknownCount,
  type FilterFacts,
} from '../../../src/renderer/src/features/lines/filterWords'
import { allLines, matchingLines } from '../../../src/renderer/src/features/lines/shownLines'
import { markedParts } from '../../../src/renderer/src/ui/MarkedText'
import type { FilterState } from '../../../src/shared/contract/openRollout'
import { textPattern } from '../../../src/shared/rollout/lineFilter'
import { lineRow } from '../support/fakeClient'

const state: FilterState = {
  fileId: 'f',
  filterId: 'v',
  jobId: 'j',
  matched: 340,
  scannedLines: 12_408,
  scannedBytes: 1_000,
  totalBytes: 1_000,
  complete: true,
  capped: false,
  cells: [],
}
const half = { ...state, scannedBytes: 410, scannedLines: 5_000, complete: false }
const place = { lineNumber: 7, index: 11, isMatch: true, isKnown: true }

function check(part: Partial<FilterFacts>, expected: string): void {
  expect(filterStatus({ mode: 'find', run: { status: 'done' }, matched: state, place: null, ...part })).toBe(
    expected,
  )
}

describe('what the bar says', () => {
  it('never says that nothing matches before all was searched', () => {
    check({ run: { status: 'none' }, matched: null }, '')
    check({ run: { status: 'running', jobId: 'j' }, matched: null }, 'Searching…')
    check(
      { run: { status: 'running', jobId: 'j' }, matched: { ...half, matched: 0 } },
      '0 lines, searching: 41 %',
    )
    check({ run: { status: 'cancelled' }, matched: { ...half, matched: 0 } }, '0 lines, stopped at 41 %')
    check({ matched: { ...state, matched: 0 } }, 'No line matches')
  })

  it('tells which match is selected, and how far the search has come', () => {
    check({ place }, '12 of 340')
    check({ place: { ...place, isMatch: false } }, '340 lines')
    check({ mode: 'filter', place }, '340 lines')
    check({ run: { status: 'running', jobId: 'j' }, matched: half, place }, '12 of 340, searching: 41 %')
    check(
      { matched: { ...half, capped: true, matched: 5_000_000 }, mode: 'filter' },
      '5,000,000 lines, the most that are kept; 41 % searched',
    )
    check({ run: { status: 'failed', error: { code: 'io', message: '' } } }, 'Could not be searched')
  })

  it('counts what is hidden, of what was looked at', () => {
    expect(hiddenWords(state)).toBe('12,068 of 12,408 lines hidden by the filter')
    expect(hiddenWords(half)).toBe('4,660 of the first 5,000 lines hidden by the filter')
    expect(hiddenWords({ ...state, matched: 12_408 })).toBe(null)
  })

  it('tells counts that will come from those that will not', () => {
    expect([unknownCount('running').mark, unknownCount('cancelled').mark]).toEqual(['…', '–'])
  })

  it('shortens counts without rounding them to another size', () => {
    expect([0, 999, 1_000, 8_412, 9_960, 999_499, 999_500, 12_345_678].map(shortCount)).toEqual([
      ...['0', '999', '1k', '8.4k', '10k', '999k', '1M', '12M'],
    ])
  })
})

describe('the lines that are listed', () => {
  it('are all of them, or matches with their own numbers and the gaps between them', () => {
    const all = allLines(9, (line) => lineRow(line))
    expect([all.lineAt(3), all.rowAt(3)?.lineNumber, all.hiddenAbove(3), all.indexOf(4, 0, 9)]).toEqual([
      4, 4, 0, 3,
    ])
    expect(all.indexOf(4, 4, 5)).toBe(null)
    const lines = [3, 4, 9]
    const some = matchingLines(4, (match) =>
      lines[match - 1] === undefined ? undefined : lineRow(lines[match - 1] ?? 0),
    )
    expect([0, 1, 2, 3].map((at) => [some.lineAt(at), some.hiddenAbove(at)])).toEqual([
      [3, 2],
      [4, 0],
      [9, 4],
      [null, 0],
    ])
    expect([some.indexOf(9, 0, 4), some.indexOf(5, 0, 4)]).toEqual([2, null])
  })
})

describe('markedParts', () => {
  it('marks every place, and loses nothing of a text', () => {
    const parts = (text: string, wanted: string, caseSensitive = false): readonly string[] =>
      markedParts(text, textPattern(wanted, caseSensitive, 'g')).map(({ text: part, isMarked }) =>
        isMarked ? `[${part}]` : part,
      )
    expect(parts('Error: no error', 'error')).toEqual(['[Error]', ': no ', '[error]'])
    expect(parts('Error: no error', 'error', true)).toEqual(['Error: no ', '[error]'])
    expect(parts('a.c abc', 'a.c')).toEqual(['[a.c]', ' abc'])
    expect(parts('one   two', 'one two')).toEqual(['[one   two]'])
    expect(parts('', 'x')).toEqual([''])
  })
})
