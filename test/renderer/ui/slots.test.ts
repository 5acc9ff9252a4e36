import { describe, expect, it } from 'vitest'
import { isDrawn, slotsOf } from '../../../src/renderer/src/ui/useScaledScroll'

describe('slotsOf', () => {
  it('draws every row of the window once, and row i always in slot i modulo the size', () => {
    const slots = slotsOf({ first: 7, count: 5, shiftPx: 0 }, 6)
    expect(slots).toEqual([null, 7, 8, 9, 10, 11].map((row) => row))
    expect(slotsOf({ first: 8, count: 5, shiftPx: 0 }, 6)).toEqual([12, null, 8, 9, 10, 11])
    expect(slotsOf({ first: 0, count: 0, shiftPx: 0 }, 0)).toEqual([])
  })

  it('knows which rows are drawn', () => {
    const rows = { first: 7, count: 5, shiftPx: 0 }
    expect([6, 7, 11, 12].map((row) => isDrawn(rows, row))).toEqual([false, true, true, false])
  })
})
