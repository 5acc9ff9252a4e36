import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  hexRowCount,
  hexRuns,
  toCharacter,
  type ByteMark,
} from '../../../src/renderer/src/features/findings/hexRows'

function runs(text: string, offset: number, mark: ByteMark): readonly string[] {
  const bytes = Uint8Array.from(Buffer.from(text, 'latin1'))
  return hexRuns(bytes, offset, 8, mark).map(({ look, hex, text: shown }) => `${look} ${hex}|${shown}`)
}

describe('hexRuns', () => {
  // SPEC findings/bytes
  it('marks the bytes of a finding in hex and text', () => {
    expect(runs('{"a":1}\n', 16, { from: 18, length: 2 })).toEqual([
      'plain 7b 22|{"',
      'marked 61 22|a"',
      'plain 3a 31 7d 0a|:1}␊',
    ])
    expect(runs('abc', 16, { from: 0, length: 1e9 })).toEqual(['marked 61 62 63|abc'])
    expect(runs('abc', 16, { from: 19, length: 5 })).toEqual(['plain 61 62 63|abc'])
  })

  it('shows a finding without length as a place, at the end of the file too', () => {
    expect(runs('abc', 0, { from: 1, length: 0 })).toEqual(['plain 61|a', 'place 62|b', 'plain 63|c'])
    expect(runs('abc', 0, { from: 3, length: 0 })).toEqual(['plain 61 62 63|abc', 'place   | '])
    expect(runs('', 8, { from: 8, length: 0 })).toEqual(['place   | '])
    expect(runs('abcdefgh', 0, { from: 8, length: 0 })).toEqual(['plain 61 62 63 64 65 66 67 68|abcdefgh'])
  })

  it('shows every byte once, as one character that cannot act', () => {
    const anyMark = fc.record({ from: fc.nat(300), length: fc.nat(300) })
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8 }), fc.nat(200), anyMark, (bytes, offset, mark) => {
        const shown = hexRuns(bytes, offset, 8, mark).filter(({ hex }) => hex !== '  ')
        expect(shown.map(({ hex }) => hex).join(' ')).toBe(
          Buffer.from(bytes)
            .toString('hex')
            .replace(/..(?=.)/g, '$& '),
        )
        expect([...shown.map(({ text }) => text).join('')]).toHaveLength(bytes.length)
      }),
      { seed: 4, numRuns: 300 },
    )
    for (let byte = 0; byte < 256; byte += 1)
      expect(toCharacter(byte)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
  })
})

describe('hexRowCount', () => {
  it('has a row for the end of the file', () => {
    expect([hexRowCount(0, 16), hexRowCount(15, 16), hexRowCount(16, 16), hexRowCount(2 ** 33, 16)]).toEqual([
      1,
      1,
      2,
      2 ** 29 + 1,
    ])
  })
})
