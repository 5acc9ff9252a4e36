import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ExplorerClient } from '../../../src/core/client'
import { absenceMs, createTabs } from '../../../src/main/web/tabs'
import { createFakeExplorer } from '../../support/fakeExplorer'

function created() {
  const explorer = createFakeExplorer()
  const left: number[] = []
  let count = 0
  const tabs = createTabs({
    connect(): ExplorerClient {
      const mine = (count += 1)
      return { ...explorer, leave: () => void left.push(mine) }
    },
  })
  return { tabs, left, connected: () => count }
}

// SPEC host/windows
describe('createTabs', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('keeps one client for each tab by its name, and refuses what is no name', () => {
    const { tabs, connected } = created()
    expect(tabs.get('a')).toBe(tabs.get('a'))
    expect(tabs.get('a')).not.toBe(tabs.get('b'))
    expect(tabs.get(undefined)).toBe(tabs.get(undefined))
    expect(connected()).toBe(3)
    for (const name of ['', 'a b', '../x', 'x'.repeat(65), 7, ['a', 'b']]) expect(tabs.get(name)).toBeNull()
  })

  it('lets a tab go when its stream has been away for long, and not before', () => {
    const { tabs, left } = created()
    tabs.get('a')
    const endFirst = tabs.listen('a')
    vi.advanceTimersByTime(absenceMs * 3)
    endFirst()
    vi.advanceTimersByTime(absenceMs - 1)
    const endSecond = tabs.listen('a')
    vi.advanceTimersByTime(absenceMs * 3)
    expect(left).toEqual([])
    endSecond()
    vi.advanceTimersByTime(absenceMs)
    expect(left).toEqual([1])
  })

  it('lets a tab go that never listened, the longest silent one when there are too many, and all at the end', () => {
    const { tabs, left, connected } = created()
    tabs.get('silent')
    vi.advanceTimersByTime(absenceMs)
    expect(left).toEqual([1])
    for (let number = 0; number < 70; number += 1) tabs.get(`t${String(number)}`)
    expect(left.slice(1)).toEqual([2, 3, 4, 5, 6, 7])
    tabs.dispose()
    expect(left.length).toBe(connected())
  })
})
