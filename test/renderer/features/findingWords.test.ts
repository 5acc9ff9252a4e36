import { describe, expect, it } from 'vitest'
import { stickyHead } from '../../../src/renderer/src/features/findings/stickyHead'
import { rulesOf, worstOf } from '../../../src/renderer/src/features/strip/markWords'
import { growthWords } from '../../../src/renderer/src/features/status-bar/growthWords'
import {
  bytesWords,
  countWords,
  hasBytes,
  outcomeLook,
} from '../../../src/renderer/src/features/findings/findingWords'
import { findingsOf } from '../support/findings'

describe('stickyHead', () => {
  it('is the last head at or above the first row on the screen', () => {
    expect([0, 4, 5, 6, 99].map((row) => stickyHead([0, 5, 9], row))).toEqual([0, 0, 5, 5, 9])
    expect([stickyHead([], 3), stickyHead([2], 1)]).toEqual([null, null])
  })
})

describe('words of findings', () => {
  it('say where a finding lies, how many are listed, and never what nobody measured', () => {
    expect(bytesWords({ byteOffset: 1_204, byteLength: 412 })).toBe('byte 1,204, 412 long')
    expect(bytesWords({ byteOffset: 1_204, byteLength: 0 })).toBe('at byte 1,204')
    expect([countWords(7, 7), countWords(12_000, 10_000)]).toEqual(['7', '10,000 of 12,000 listed'])
    expect(outcomeLook(null)).toEqual({ tone: 'absent', words: 'What Codex does was not measured' })
  })

  it('name no bytes for what is about the whole file', () => {
    const whole = { lineNumber: null, byteOffset: 0, byteLength: 0 }
    expect(hasBytes(whole)).toBe(false)
    expect(hasBytes({ ...whole, byteLength: 3 })).toBe(true)
    expect(hasBytes({ ...whole, byteOffset: 90 })).toBe(true)
    expect(hasBytes({ ...whole, lineNumber: 1 })).toBe(true)
  })

  it('say of a mark which rules it stands for, the worst first', () => {
    const findings = findingsOf('i a/b 1', 'e c/d 2', 'e c/d 3')
    expect(rulesOf([0, 1, 2], findings).map(({ rule, count }) => `${rule} ${String(count)}`)).toEqual([
      'c/d 2',
      'a/b 1',
    ])
    expect([worstOf([0, 1, 2], findings), worstOf([], findings)]).toEqual([1, null])
  })

  it('say by how much a file grew, and whether that was checked', () => {
    expect(growthWords({ isChecked: false, lines: 3, bytes: 900 })).toBe('Grew by 3 lines; not checked yet')
    expect(growthWords({ isChecked: true, lines: 3, bytes: 900 })).toBe('Grew by 3 lines; checked again')
    expect(growthWords({ isChecked: true, lines: 0, bytes: 12 })).toBe('Grew by 12 bytes; checked again')
    expect([growthWords(null), growthWords({ isChecked: false, lines: 0, bytes: 0 })]).toEqual([null, null])
  })
})
