import { describe, expect, it } from 'vitest'
import { bases } from './bases/bases'
import { checkInMemory } from './memoryHome'

/** What is true of a healthy file and worth knowing: one line, because of what the bare form of 2025 lacks. */
const known: Readonly<Record<string, readonly string[]>> = { bare: ['format/bare'] }

describe('the rollouts that are mutated', () => {
  for (const { name, path, bytes, beside } of bases) {
    it(`${name} is healthy before anything is done to it`, async () => {
      const report = await checkInMemory({ ...beside, [path]: bytes }, path)
      expect(report.findings.map(({ rule }) => rule)).toEqual(known[name] ?? [])
      expect(report.verdict).toBe('clean')
      expect(report.contentBytes).toBeLessThan(20_000)
    })
  }
})
