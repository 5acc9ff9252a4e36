// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { countText } from '../../../src/renderer/src/features/inspector/find/FindBar'
import { findRanges, mostFound } from '../../../src/renderer/src/features/inspector/find/findRanges'
import { stepped, withCount } from '../../../src/renderer/src/features/inspector/find/useFind'

/** A page of elements: `text` of each run, of which the parts between bars stand in elements of their own. */
function page(...runs: readonly string[]): HTMLElement {
  const host = document.createElement('div')
  for (const run of runs) {
    const element = document.createElement('p')
    if (!run.startsWith('!')) element.dataset['find'] = 'run'
    for (const part of run.replace('!', '').split('|')) {
      const span = document.createElement('span')
      span.textContent = part
      element.append(span)
    }
    host.append(element)
  }
  return host
}

function check(host: HTMLElement, query: string, expected: readonly string[]): void {
  expect(findRanges(host, query).map((range) => range.toString())).toEqual(expected)
}

describe('findRanges', () => {
  // SPEC inspector/find
  it('finds text literally, whatever its case, and across pieces of one value', () => {
    check(page('one TWO two'), 'two', ['TWO', 'two'])
    check(page('a.b', 'axb'), 'a.b', ['a.b'])
    check(page('re|d te|xt'), 'red text', ['red text'])
    check(page('[x](y) \\ {1}'), '](y) \\ {1', ['](y) \\ {1'])
    check(page('anything'), '', [])
  })

  it('finds nothing across values, and nothing in buttons', () => {
    check(page('call', 'call_1'), 'callcall', [])
    check(page('!al|so'), 'also', [])
    const host = page('text')
    host.append(Object.assign(document.createElement('button'), { textContent: 'text' }))
    check(host, 'text', ['text'])
  })

  it('stops at a number of places that anybody could look at', () => {
    expect(findRanges(page('a'.repeat(mostFound + 9)), 'a')).toHaveLength(mostFound)
  })
})

describe('a search', () => {
  const find = { query: 'x', at: 0, count: 3 }

  it('goes round, and stays in range when the number of places changes', () => {
    expect(stepped(find, -1).at).toBe(2)
    expect(stepped({ ...find, at: 2 }, 1).at).toBe(0)
    expect(stepped({ ...find, count: 0 }, 1).at).toBe(0)
    expect(withCount({ ...find, at: 2 }, 2)).toEqual({ ...find, at: 0, count: 2 })
  })

  it('says where it is', () => {
    expect(countText({ ...find, at: 2, count: 17 })).toBe('3 of 17')
    expect(countText({ ...find, count: 0 })).toBe('not found')
    expect(countText({ ...find, count: mostFound })).toBe('1 of the first 5,000')
    expect(countText({ ...find, query: '' })).toBe('')
  })
})
