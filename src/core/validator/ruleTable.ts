/** Rule table: which rules look at which lines, worked out once for a list of rules. */
import type { Rule } from './rule'

/** From so many rules on that can do without some plain records it pays to find out whether a line is one. */
const enoughRules = 24

export class RuleTable {
  readonly #rules: readonly Rule[]
  readonly #ofPlain = new Map<string, readonly number[]>()
  /** Indexes of all rules. */
  readonly all: readonly number[]
  /** False where lines need not be told apart. */
  readonly asksForPlain: boolean

  constructor(rules: readonly Rule[]) {
    this.#rules = rules
    this.all = rules.map((_rule, index) => index)
    this.asksForPlain = rules.filter(({ plain }) => plain !== undefined).length >= enoughRules
  }

  /** Indexes of the rules that look at plain records of a type, named as schemas name it. There are as many as schemas. */
  ofPlain(label: string): readonly number[] {
    const known = this.#ofPlain.get(label)
    if (known !== undefined) return known
    const indexes = this.all.filter((index) => {
      const { plain } = this.#rules[index] ?? {}
      return plain === undefined || plain.some((name) => label === name || label.startsWith(`${name}/`))
    })
    this.#ofPlain.set(label, indexes)
    return indexes
  }
}

const tables = new WeakMap<readonly Rule[], RuleTable>()

/** Returns the table of a list of rules. */
export function ruleTable(rules: readonly Rule[]): RuleTable {
  const table = tables.get(rules) ?? new RuleTable(rules)
  tables.set(rules, table)
  return table
}
