import { describe, expect, it } from 'vitest'
import {
  byteAt,
  cellAt,
  findingsNear,
  fractionOf,
  kindOfCell,
  markOfCell,
  stretched,
} from '../../../src/renderer/src/features/strip/stripModel'

const strip = { totalBytes: 1_000, kinds: [0, 10, 12], marks: [0, 1, 3] }

describe('strip model', () => {
  it('names kinds and marks of cells', () => {
    expect([0, 1, 2, 9].map((cell) => kindOfCell(strip, cell))).toEqual([
      'user',
      'damage',
      'unread',
      'unread',
    ])
    expect([0, 1, 2].map((cell) => markOfCell(strip, cell))).toEqual([null, 'error', 'info'])
  })

  it('maps the width to bytes and cells and never leaves the file', () => {
    expect([-1, 0, 0.5, 1, 2].map((at) => byteAt(strip, at))).toEqual([0, 0, 500, 999, 999])
    expect([0, 0.5, 1].map((at) => cellAt(strip, at))).toEqual([0, 1, 2])
    expect([fractionOf(500, 1_000), fractionOf(1, 0), byteAt({ totalBytes: 0 }, 0.5)]).toEqual([0.5, 0, 0])
  })

  // SPEC strip/findings
  it('finds the findings that are pointed at: those of the nearest cell that has any', () => {
    const whole = { totalBytes: 1_000_000_000, kinds: Array<number>(1_000).fill(0), marks: [] }
    const findings = [5, 500_000_000, 500_000_001, 502_100_000].map((byteOffset) => ({
      lineNumber: 1,
      byteOffset,
    }))
    expect(findingsNear(whole, 0.5, 4, findings)).toEqual([1, 2])
    expect(findingsNear(whole, 0.4975, 4, findings)).toEqual([1, 2])
    expect(findingsNear(whole, 0.502, 0, findings)).toEqual([3])
    expect(findingsNear(whole, 0.25, 4, findings)).toEqual([])
    expect(findingsNear(whole, 0, 4, findings)).toEqual([0])
    // What is about the whole file stands nowhere in it.
    expect(findingsNear(strip, 0, 0, [{ lineNumber: null, byteOffset: 0 }])).toEqual([])
  })

  it('leaves what a file has grown by unread, and loses no mark', () => {
    const before = { totalBytes: 100, kinds: [0, 1, 2, 10], marks: [0, 3, 1, 1] }
    const after = stretched(before, 200)
    expect(after.kinds.map((_, cell) => kindOfCell(after, cell))).toEqual([
      kindOfCell(before, 0),
      kindOfCell(before, 2),
      'unread',
      'unread',
    ])
    expect(after.marks).toEqual([3, 1, 0, 0])
    expect(stretched(before, 100)).toBe(before)
  })
})
