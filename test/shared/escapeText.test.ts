import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText } from '../../src/shared/escapeText'
import { toSafeJson } from '../../src/shared/safeJson'

const unsafe = /[\p{Cc}\u2028-\u202e\u2066-\u2069\u200e\u200f\ufeff\p{Surrogate}]/u

describe('escapeText', () => {
  it.each([
    ['a\nb\r\tc', 'a\\nb\\r\\tc'],
    ['\u001b[31mred\u0007', '\\x1b[31mred\\x07'],
    ['abc\u202etxt.jsonl', 'abc\\u{202e}txt.jsonl'],
    ['\u009b2J', '\\x9b2J'],
    ['\ud800', '\\u{d800}'],
    ['plain, ü, 日本, 🙂 and \\n stay', 'plain, ü, 日本, 🙂 and \\n stay'],
  ])('turns %j into %j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped)
  })

  it('leaves nothing that drives a terminal or turns text around', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeText(text)).not.toMatch(unsafe)
      }),
    )
  })
})

describe('toSafeJson', () => {
  it('reads back as it was, and prints on one safe line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = toSafeJson({ [text]: text })
        expect(json).not.toMatch(unsafe)
        expect(JSON.parse(json)).toEqual({ [text]: text })
      }),
    )
  })
})
