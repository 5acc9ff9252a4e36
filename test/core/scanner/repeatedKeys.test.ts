import { describe, expect, it } from 'vitest'
import { repeatedKeys } from '../../../src/core/scanner/repeatedKeys'

describe('repeatedKeys', () => {
  // SPEC inspector/values
  it('names members that stand twice in one object, and no others', () => {
    expect(repeatedKeys('{"a":{"b":1},"c":{"b":2},"d":["a","a"]}', 9)).toEqual([])
    expect(repeatedKeys('{"a":1,"b":"a","\\u0061" : 2,"c":{"x":1,"x":2}}', 9)).toEqual(['a', 'x'])
    expect(repeatedKeys('{"a":"\\\\","a":"\\"","":1,"":2}', 9)).toEqual(['a', ''])
    expect(repeatedKeys('{"a":1,"a":1,"b":1,"b":1}', 1)).toEqual(['a'])
    expect(repeatedKeys(`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 9)).toEqual([])
  })
})
