/** Census fold: counts the lines of a file by group and by type while they go by. */
import type { Census } from '../../shared/rollout/census'
import { lineGroups, type LineGroup } from '../../shared/rollout/strip'
import type { LineIdentity } from '../reader/lineIdentity'

/** Most types that are counted by name, and the longest name: both stand in the file, and only bound memory. */
const mostTypes = 1_000
const longestName = 200

export class CensusFold {
  readonly #groups = new Map<LineGroup, number>()
  readonly #types = new Map<string, number>()
  #otherTypes = 0

  add({ group, typeName }: LineIdentity): void {
    this.#groups.set(group, (this.#groups.get(group) ?? 0) + 1)
    const known = this.#types.get(typeName)
    if (known === undefined && (this.#types.size >= mostTypes || typeName.length > longestName)) {
      this.#otherTypes += 1
    } else this.#types.set(typeName, (known ?? 0) + 1)
  }

  result(): Census {
    const types = [...this.#types].map(([name, count]) => ({ name, count }))
    types.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    const counts = lineGroups.map((group) => [group, this.#groups.get(group) ?? 0] as const)
    return {
      groups: Object.fromEntries(counts) as Record<LineGroup, number>,
      types,
      otherTypes: this.#otherTypes,
    }
  }
}
