import { describe, expect, it } from 'vitest'
import { windowStart } from '../../../src/renderer/src/state/detailSlice'
import { fromWholeCharacter } from '../../../src/renderer/src/state/detailWindow'
import { lineRow } from '../support/fakeClient'

function detail(windowFrom: number, text: string, hasInvalidUtf8: boolean) {
  return {
    row: lineRow(1),
    spans: [],
    windowFrom,
    windowLength: 100,
    text,
    hasInvalidUtf8,
    json: null,
    readable: null,
    shape: null,
  }
}

describe('windows of a long line', () => {
  it('begin just before the byte that was asked for, and with the line where it is short', () => {
    expect(windowStart(1_900_000, 3_000_000)).toBe(1_899_997)
    expect(windowStart(1_900_000, null)).toBe(1_899_997)
    expect(windowStart(500, 1_000)).toBe(0)
    expect(windowStart(null, 3_000_000)).toBe(0)
  })

  it('leave out the end of a character that begins before them', () => {
    expect(fromWholeCharacter(detail(50, '\\x9f\\x98rest', true))).toMatchObject({
      windowFrom: 52,
      windowLength: 98,
      text: 'rest',
    })
    expect(fromWholeCharacter(detail(0, '\\x9frest', true)).windowFrom).toBe(0)
    expect(fromWholeCharacter(detail(50, '\\x9frest', false)).windowFrom).toBe(50)
  })
})
