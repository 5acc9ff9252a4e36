/** Mark words: which findings a mark on the strip stands for. Pure. */
import type { KnownFinding } from '../../../../shared/validation/finding'
import { compareSeverity } from '../../../../shared/validation/severity'

/** The worst of some findings, by its index: the first one of the highest severity. Null without any. */
export function worstOf(indexes: readonly number[], findings: readonly KnownFinding[]): number | null {
  const severityOf = (index: number): KnownFinding['severity'] => findings[index]?.severity ?? 'info'
  return indexes.reduce<number | null>(
    (worst, index) =>
      worst === null || compareSeverity(severityOf(index), severityOf(worst)) < 0 ? index : worst,
    null,
  )
}

/** A rule, and how often it was found. */
export interface RuleCount {
  readonly rule: string
  readonly severity: KnownFinding['severity']
  readonly count: number
}

/** The rules of some findings with their counts, the more serious first. */
export function rulesOf(indexes: readonly number[], findings: readonly KnownFinding[]): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>()
  for (const index of indexes) {
    const finding = findings[index]
    if (finding === undefined) continue
    const { rule, severity } = finding
    counts.set(rule, { rule, severity, count: (counts.get(rule)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => compareSeverity(a.severity, b.severity))
}
