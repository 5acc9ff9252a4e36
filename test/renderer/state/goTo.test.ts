import { describe, expect, it } from 'vitest'
import { parseTarget } from '../../../src/renderer/src/state/goTo'

describe('parseTarget', () => {
  it.each([
    ['1234', { kind: 'line', lineNumber: 1234 }],
    [' L1,234 ', { kind: 'line', lineNumber: 1234 }],
    ['5000000000', { kind: 'line', lineNumber: 5_000_000_000 }],
    ['@123456', { kind: 'byte', byteOffset: 123_456 }],
    ['0x1f', { kind: 'byte', byteOffset: 31 }],
    ['@0', { kind: 'byte', byteOffset: 0 }],
    ['0', null],
    ['-3', null],
    ['12a', null],
    ['', null],
    ['99999999999999999999', null],
  ])('reads %j', (text, target) => {
    expect(parseTarget(text)).toEqual(target)
  })
})
