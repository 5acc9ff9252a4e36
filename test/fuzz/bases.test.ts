import { describe, expect, it } from 'vitest'
import { bases } from './bases/bases'
import { checkInMemory } from './memoryHome'

describe('the rollouts that are mutated', () => {
  for (const { name, path, bytes, beside } of bases) {
    it(`${name} is healthy before anything is done to it`, async () => {
      const report = await checkInMemory({ ...beside, [path]: bytes }, path)
      expect(report.findings).toEqual([])
      expect(report.verdict).toBe('clean')
      expect(report.contentBytes).toBeLessThan(20_000)
    })
  }
})
