/** Bases: healthy rollouts of every generation, written here, with what they go on from. */
import type { Base } from './base'
import { bareBase, singlePolicyBase, turnsBase } from './early'
import { compactedBase, forkBase, legacyBase, migratedBase, paginatedBase } from './modern'

/** Every base: the same bytes each time. */
export const bases: readonly Base[] = [
  bareBase(),
  singlePolicyBase(),
  turnsBase(),
  legacyBase(),
  compactedBase(),
  paginatedBase(),
  migratedBase(),
  forkBase(),
]
