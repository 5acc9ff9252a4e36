import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePrefix } from '../../../src/core/scanner/prefixValue'

function check(text: string, expected: unknown): void {
  expect(parsePrefix(text)).toEqual(expected)
}

describe('parsePrefix', () => {
  // SPEC reader/prefix
  it('closes what the end cut off', () => {
    check('{"timestamp":"t","type":"event_msg","payload":{"message":"hel', {
      timestamp: 't',
      type: 'event_msg',
      payload: { message: 'hel' },
    })
    check('{"a":[1,2,{"b":"c\\', { a: [1, 2, { b: 'c' }] })
    check('{"a":"\\u00', { a: '' })
    check('{"a":"\\\\', { a: '\\' })
    check('{"a":tr', {})
    check('{"a', {})
    check('', undefined)
  })

  it('agrees with JSON.parse on whole texts', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        check(text, JSON.parse(text))
      }),
      { numRuns: 500, seed: 20261126 },
    )
  })

  it('never throws, wherever a text ends and whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.nat(200), (text, end) => {
        parsePrefix(text.slice(0, end))
      }),
      { numRuns: 500, seed: 20261127 },
    )
  })
})
