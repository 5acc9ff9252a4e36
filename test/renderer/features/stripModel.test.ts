import { describe, expect, it } from 'vitest'
import {
  byteAt,
  cellAt,
  fractionOf,
  kindOfCell,
  markOfCell,
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
})
