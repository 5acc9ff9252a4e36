/** Mutators: every way in which a rollout is damaged here. */
import type { Random } from '../random'
import { byteMutators } from './bytes'
import { jsonMutators } from './json'
import { lineMutators } from './lines'
import type { Mutator } from './mutator'

const single: readonly Mutator[] = [...byteMutators, ...lineMutators, ...jsonMutators]

/** Two to four of the others, one after the other. */
const several: Mutator = {
  kind: 'several at once',
  apply: (bytes, random, other) => {
    let all = bytes
    for (let count = random.between(2, 4); count > 0; count -= 1) {
      all = random.pick(single)?.apply(all, random, other) ?? all
    }
    return all
  },
}

const all: readonly Mutator[] = [...single, several, several, several, several]

/** Picks one at random; several at once as often as a handful of the others. */
export function pickMutator(random: Random): Mutator {
  return random.pick(all) ?? several
}

/** The kinds that there are. */
export const mutatorKinds: readonly string[] = [...new Set(all.map(({ kind }) => kind))]
