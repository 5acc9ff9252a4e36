import { describe, expect, it } from 'vitest'
import {
  headAbove,
  rowOfCursor,
  toFindingRows,
  type FindingRow,
  type FindingsWish,
} from '../../../src/renderer/src/state/findingRows'
import { findingsOf } from '../support/findings'

const findings = findingsOf('i a/note 1', 'e b/torn 2', 'w c/shape 2', 'e d/nul 3', 'e b/torn 9')
const byRule = [
  { rule: 'a/note', count: 1 },
  { rule: 'b/torn', count: 12 },
  { rule: 'c/shape', count: 1 },
  { rule: 'd/nul', count: 1 },
]
const all: FindingsWish = { order: 'rule', hidden: new Set(), folded: new Set(), explained: new Set() }

function inShort(row: FindingRow): string {
  if (row.kind === 'finding') return `${String(row.index)} (${String(row.at)} of ${String(row.of)})`
  if (row.kind === 'about') return `about ${row.rule}`
  return `${row.isOpen ? 'v' : '>'} ${row.rule} ${String(row.listed)} of ${String(row.count)}`
}

function rows(wish: Partial<FindingsWish> = {}): readonly string[] {
  return toFindingRows({ findings, byRule }, { ...all, ...wish }).map(inShort)
}

describe('toFindingRows', () => {
  // SPEC findings/groups
  it('puts findings under their rules, the serious first, and counts those that are not listed', () => {
    expect(rows()).toEqual([
      'v b/torn 2 of 12',
      '1 (1 of 2)',
      '4 (2 of 2)',
      'v d/nul 1 of 1',
      '3 (1 of 1)',
      'v c/shape 1 of 1',
      '2 (1 of 1)',
      'v a/note 1 of 1',
      '0 (1 of 1)',
    ])
  })

  it('folds and explains rules, and hides severities', () => {
    expect(
      rows({
        hidden: new Set(['info', 'warning']),
        folded: new Set(['d/nul']),
        explained: new Set(['b/torn', 'd/nul']),
      }),
    ).toEqual(['v b/torn 2 of 12', 'about b/torn', '1 (1 of 2)', '4 (2 of 2)', '> d/nul 1 of 1'])
  })

  it('lists them by their place without heads', () => {
    expect(rows({ order: 'place', hidden: new Set(['warning']), folded: new Set(['b/torn']) })).toEqual([
      '0 (1 of 4)',
      '1 (2 of 4)',
      '3 (3 of 4)',
      '4 (4 of 4)',
    ])
  })
})

describe('the cursor', () => {
  const tree = toFindingRows({ findings, byRule }, { ...all, folded: new Set(['d/nul']) })

  it('stands on the row of a rule that is there, else on the selected finding', () => {
    expect(rowOfCursor(tree, { kind: 'head', rule: 'd/nul' }, 4)).toBe(3)
    expect(rowOfCursor(tree, { kind: 'about', rule: 'd/nul' }, 4)).toBe(2)
    expect(rowOfCursor(tree, null, 3)).toBe(-1)
    expect(rowOfCursor(tree, null, null)).toBe(-1)
  })

  it('knows the rule that it is under', () => {
    expect(headAbove(tree, 2)?.rule).toBe('b/torn')
    expect(headAbove(tree, -1)).toBeNull()
  })
})
