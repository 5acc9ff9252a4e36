/** A small share of `npm run fuzz:validate`, always the same one. */
import { expect, it } from 'vitest'
import { mutatorKinds } from './mutators/mutators'
import { runCase } from './oneCase'
import { Tally } from './tally'

const count = 2_000

// SPEC fuzz/stable
it('checks 2,000 damaged rollouts without a throw, counts all their bytes, and says the same twice', async () => {
  const tally = new Tally()
  const kinds = new Set<string>()
  for (let number = 0; number < count; number += 1) {
    const result = await runCase(1, number)
    kinds.add(result.kind)
    tally.add(result)
  }
  expect(tally.failures.filter(({ broken }) => broken !== null)).toEqual([])
  expect([...kinds].sort()).toEqual([...mutatorKinds].sort())
}, 120_000)
