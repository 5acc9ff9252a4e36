/** Omitted findings: those that a report counts and does not list, by rule. Pure. */
import { formatCount, plural } from '../formatText'
import type { ValidationReport } from './report'

/** Returns how many findings each rule has that are not listed; only rules that have any, in the order of the report. */
export function omittedByRule({
  findings,
  byRule,
}: Pick<ValidationReport, 'findings' | 'byRule'>): ValidationReport['byRule'] {
  const listed = new Map<string, number>()
  for (const { rule } of findings) listed.set(rule, (listed.get(rule) ?? 0) + 1)
  return byRule.flatMap(({ rule, count }) => {
    const omitted = count - (listed.get(rule) ?? 0)
    return omitted > 0 ? [{ rule, count: omitted }] : []
  })
}

/** Says which findings a report does not list, and of which rules: `12 more findings are counted and not listed: …`. */
export function omittedText(report: ValidationReport): string {
  const rules = omittedByRule(report).map(({ rule, count }) => `${formatCount(count)} of ${rule}`)
  const which = rules.length === 0 ? '' : `: ${rules.join(', ')}`
  const count = report.omittedFindings
  return `${plural(count, 'more finding')} ${count === 1 ? 'is' : 'are'} counted and not listed${which}`
}
