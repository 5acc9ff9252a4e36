import type { Census } from '../../src/shared/rollout/census'
import { lineGroups, type LineGroup } from '../../src/shared/rollout/strip'

/** A census of the given groups and types; what is not given is not there. */
export function censusOf(
  groups: Partial<Record<LineGroup, number>> = {},
  types: Readonly<Record<string, number>> = {},
): Census {
  const all = lineGroups.map((group) => [group, groups[group] ?? 0])
  return {
    groups: Object.fromEntries(all) as Record<LineGroup, number>,
    types: Object.entries(types).map(([name, count]) => ({ name, count })),
    otherTypes: 0,
  }
}
