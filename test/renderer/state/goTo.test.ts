import { describe, expect, it } from 'vitest'
import { checkTarget, type Extent } from '../../../src/renderer/src/features/go-to/checkTarget'
import { parseTarget } from '../../../src/renderer/src/state/goTo'

const hash = 'a'.repeat(64)
const extent: Extent = { lineCount: 14, isComplete: true, totalBytes: 40_000, sha256: hash }

function go(text: string, part: Partial<Extent> = {}) {
  const answer = checkTarget(parseTarget(text), { ...extent, ...part })
  return answer.ok ? answer.target : answer.why
}

describe('parseTarget', () => {
  it.each([
    ['1234', { kind: 'line', lineNumber: 1234 }],
    [' L1,234 ', { kind: 'line', lineNumber: 1234 }],
    ['#L12', { kind: 'line', lineNumber: 12 }],
    ['5000000000', { kind: 'line', lineNumber: 5_000_000_000 }],
    ['@123456', { kind: 'byte', byteOffset: 123_456 }],
    ['0x1f', { kind: 'byte', byteOffset: 31 }],
    ['@0', { kind: 'byte', byteOffset: 0 }],
    [`a b.jsonl@${hash}#L7`, { kind: 'citation', name: 'a b.jsonl', sha256: hash, lineNumber: 7 }],
    ['-3', null],
    ['12a', null],
    ['', null],
    ['99999999999999999999', null],
  ])('reads %j', (text, target) => {
    expect(parseTarget(text)).toEqual(target)
  })
})

describe('checkTarget', () => {
  it('goes to what there is', () => {
    expect(go('14')).toEqual({ kind: 'line', lineNumber: 14 })
    expect(go('@39999')).toEqual({ kind: 'byte', byteOffset: 39_999 })
  })

  it('says how much there is instead of going to the last of it', () => {
    expect(go('15')).toBe('There are 14 lines.')
    expect(go('15', { isComplete: false })).toBe('14 lines are counted so far.')
    expect(go('@40000')).toBe('The content has 40,000 bytes, counted from 0.')
    expect(go('0')).toBe('Lines count from 1.')
  })

  it('follows a citation of this file, or while its hash is not known, and of no other', () => {
    expect(go(`x.jsonl@${hash}#L3`)).toEqual({ kind: 'line', lineNumber: 3 })
    expect(go(`x.jsonl@${'b'.repeat(64)}#L3`, { sha256: null })).toEqual({ kind: 'line', lineNumber: 3 })
    expect(go(`x.jsonl@${'b'.repeat(64)}#L3`)).toContain('cites another file: x.jsonl')
  })
})
