/** A small share of `npm run fuzz:validate`, always the same one. */
import { expect, it } from 'vitest'
import { mutatorKinds } from './mutators/mutators'
import { runCase } from './oneCase'
import { Tally } from './tally'

const count = 1_000

// SPEC fuzz/named, fuzz/stable
it('names what was done to 1,000 rollouts, counts all their bytes, and says the same twice', async () => {
  const tally = new Tally()
  const kinds = new Set<string>()
  for (let number = 0; number < count; number += 1) {
    const result = await runCase(1, number)
    kinds.add(result.kind)
    tally.add(result)
  }
  expect(tally.failures).toEqual([])
  expect([...kinds].sort()).toEqual([...mutatorKinds].sort())
}, 300_000)
