/** Rule outcome: what the rules have found when the last line was seen, put together in the order of the file. */
import type { CodexVerdict, Finding } from '../../shared/validation/finding'
import { compareSeverity } from '../../shared/validation/severity'
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

/** Ends all rules. `refusal` is why Codex refuses the session as a whole, null where it does not. */
export function ruleOutcome(
  entries: readonly RuleEntry[],
  facts: FileFacts,
  refusal: string | null,
): RuleOutcome {
  const counts = { error: 0, warning: 0, info: 0 }
  let omitted = 0
  const byRule: { rule: string; count: number }[] = []
  const findings: Finding[] = []
  for (const { rule, run, drafts, total } of entries) {
    const end = facts.unread === null ? run.onEnd : run.onPart
    const last = end?.(facts) ?? nothing
    const count = total + last.length
    if (count === 0) continue
    const { id, severity } = rule.info
    counts[severity] += count
    omitted += total - drafts.length
    byRule.push({ rule: id, count })
    for (const draft of [...drafts, ...last]) {
      const codex = withRefusal(draft.codex ?? rule.codex(draft, facts), refusal)
      findings.push({ rule: id, severity, ...draft, codex })
    }
  }
  findings.sort((a, b) => a.byteOffset - b.byteOffset || compareSeverity(a.severity, b.severity))
  return { findings, omitted, counts, byRule }
}

/** Takes what a rule said of a line. */
export function take(entry: RuleEntry, drafts: readonly Draft[]): void {
  entry.total += drafts.length
  for (const draft of drafts) if (entry.drafts.length < keptPerRule) entry.drafts.push(draft)
}

/** What Codex does with a line says nothing where it refuses the session for another reason. */
function withRefusal(verdict: CodexVerdict | null, refusal: string | null): CodexVerdict | null {
  if (verdict === null || refusal === null || verdict.outcome === 'refuses') return verdict
  return { outcome: 'refuses', note: `Refuses the whole session: ${refusal}.` }
}
