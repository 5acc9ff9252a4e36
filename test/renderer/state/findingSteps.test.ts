import { describe, expect, it } from 'vitest'
import { stepTarget, stepWords, type FindingStep } from '../../../src/renderer/src/state/findingSteps'
import { findingsOf } from '../support/findings'

const findings = findingsOf('e file/bom -', 'w a/b 7', 'e line/nul 7', 'i a/c 20', 'e line/torn 40')

function step(what: 'damage' | 'finding', selected: number | null, line: number | null, by: -1 | 1): string {
  const target = stepTarget(findings, what, { selected, line }, by)
  if (target === null) return 'nowhere'
  const { index, at, of, wentRound } = target
  return `${String(index)}: ${String(at)} of ${String(of)}${wentRound === 'no' ? '' : ` ${wentRound}`}`
}

describe('stepTarget', () => {
  // SPEC findings/next
  it('goes on from the selected finding, or else from the selected line, and goes round', () => {
    expect(step('damage', null, 1, 1)).toBe('0: 1 of 3')
    expect(step('damage', null, 2, 1)).toBe('2: 2 of 3')
    expect(step('damage', null, null, -1)).toBe('4: 3 of 3')
    expect(step('damage', 2, 7, 1)).toBe('4: 3 of 3')
    expect(step('damage', 4, 40, 1)).toBe('0: 1 of 3 from-start')
    expect(step('damage', 0, null, -1)).toBe('4: 3 of 3 from-end')
    expect(step('damage', 3, 20, -1)).toBe('2: 2 of 3')
    expect(step('finding', 2, 7, 1)).toBe('3: 4 of 5')
    expect(step('finding', null, 10, -1)).toBe('2: 3 of 5')
    expect(step('finding', null, 90, 1)).toBe('0: 1 of 5 from-start')
  })

  it('tells what no line shows', () => {
    const from = (selected: number) => stepTarget(findings, 'finding', { selected, line: 1 }, 1)?.isOfFile
    expect([from(4), from(0)]).toEqual([true, false])
  })

  it('leads nowhere where there is none', () => {
    expect(stepTarget(findingsOf('w a/b 1'), 'damage', { selected: 0, line: 1 }, 1)).toBeNull()
  })
})

describe('stepWords', () => {
  const at: FindingStep = { what: 'damage', at: 3, of: 7, extent: 'all', wentRound: 'no', isOfFile: false }

  it('says which one of how many, and of how much that is known', () => {
    expect(stepWords(at)).toBe('Damage 3 of 7')
    expect(stepWords({ ...at, isOfFile: true, wentRound: 'from-start' })).toBe(
      'Damage 3 of 7, about the whole file, from the start again',
    )
    expect(stepWords({ ...at, extent: 'so-far' })).toBe('Damage 3 of 7 found so far')
    expect(stepWords({ ...at, at: 1, of: 10_000, extent: 'listed', wentRound: 'from-start' })).toBe(
      'Damage 1 of 10,000 that are listed, from the start again',
    )
  })

  it('never says that there is none before all was read', () => {
    const none = { ...at, at: 0, of: 0 }
    expect(stepWords(none)).toBe('No damage in what was checked')
    expect(stepWords({ ...none, extent: 'so-far' })).toBe('No damage found so far')
    expect(stepWords({ ...none, what: 'finding', extent: 'unknown' })).toBe(
      'The file was not checked as a whole: no finding is known',
    )
  })
})
