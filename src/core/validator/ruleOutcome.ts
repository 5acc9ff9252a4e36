/** Rule outcome: what the rules have found when the last line was seen, put together in the order of the file. */
import { hasPlace, type Finding } from '../../shared/validation/finding'
import { compareSeverity } from '../../shared/validation/severity'
import { withoutConsequences, type RuleDrafts } from './consequences'
import { nothing, type Draft, type FileFacts, type Rule, type RuleRun } from './rule'

/** Most findings kept for one rule; the rest are counted. A file of nothing but damage must not fill the memory. */
const keptPerRule = 10_000

export interface RuleOutcome {
  readonly findings: readonly Finding[]
  readonly omitted: number
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number }
  /** How many findings each rule has, those that were not kept among them; only rules that have any. */
  readonly byRule: readonly { readonly rule: string; readonly count: number }[]
}

/** One rule at work. */
export interface RuleEntry {
  readonly rule: Rule
  readonly run: RuleRun
  readonly drafts: Draft[]
  total: number
  /** Drafts that were told already. */
  told: number
}

/** Ends all rules. */
export function ruleOutcome(entries: readonly RuleEntry[], facts: FileFacts): RuleOutcome {
  const counts = { error: 0, warning: 0, info: 0 }
  let omitted = 0
  const byRule: { rule: string; count: number }[] = []
  const findings: Finding[] = []
  for (const { rule, id, drafts, count } of withoutConsequences(foundBy(entries, facts))) {
    if (count === 0) continue
    const { severity } = rule.info
    counts[severity] += count
    omitted += count - drafts.length
    byRule.push({ rule: id, count })
    for (const draft of drafts) {
      findings.push({ rule: id, severity, ...draft, codex: draft.codex ?? rule.codex(draft, facts) })
    }
  }
  return { findings: findings.sort(compareFindings), omitted, counts, byRule }
}

/** Ends every rule, and returns those that have found something: of a hundred it is rarely more than two. */
function foundBy(entries: readonly RuleEntry[], facts: FileFacts): readonly FoundByRule[] {
  const found: FoundByRule[] = []
  for (const { rule, run, drafts, total } of entries) {
    const end = facts.unread === null ? run.onEnd : run.onPart
    const last = end?.(facts) ?? nothing
    const count = total + last.length
    if (count > 0) found.push({ rule, id: rule.info.id, drafts: [...drafts, ...last], count })
  }
  return found
}

interface FoundByRule extends RuleDrafts {
  readonly rule: Rule
}

/** Orders by place, and the more serious first at the same; what is only worth knowing of the file as a whole comes last. */
function compareFindings(a: Finding, b: Finding): number {
  return (
    Number(isAside(a)) - Number(isAside(b)) ||
    a.byteOffset - b.byteOffset ||
    compareSeverity(a.severity, b.severity)
  )
}

function isAside(finding: Finding): boolean {
  return finding.severity === 'info' && !hasPlace(finding)
}

/** Takes what a rule said of a line. */
export function take(entry: RuleEntry, drafts: readonly Draft[]): void {
  entry.total += drafts.length
  for (const draft of drafts) if (entry.drafts.length < keptPerRule) entry.drafts.push(draft)
}
