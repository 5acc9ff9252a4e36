import { describe, expect, it } from 'vitest'
import { hash53, SeenIds } from '../../../src/core/validator/seenIds'

describe('ids that went by', () => {
  it('are known again, and no others', () => {
    const ids = new SeenIds()
    const names = Array.from({ length: 5_000 }, (_, index) => `call_${String(index)}`)
    expect(names.filter((name) => ids.add(name))).toEqual([])
    expect(names.filter((name) => !ids.has(name))).toEqual([])
    expect([ids.has('call_5000'), ids.isFull]).toEqual([false, false])
  })

  // SPEC fuzz/stable
  it('that were made to stand in one place are not all remembered, and that is said', () => {
    const ids = new SeenIds()
    const alike: string[] = []
    for (let index = 0; alike.length < 1_100; index += 1) {
      const name = index.toString(36)
      if (hash53(name) % 4096 === 7) alike.push(name)
    }
    for (const name of alike) ids.add(name)
    expect(alike.filter((name) => ids.has(name)).length).toBeGreaterThan(1_000)
    expect(ids.isFull).toBe(true)
  })
})
