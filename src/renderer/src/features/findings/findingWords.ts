/** Finding words: places, sizes and verdicts of findings in words. Pure. */
import { hasPlace, type Finding } from '../../../../shared/validation/finding'
import type { RuleInfo } from '../../../../shared/validation/report'
import { formatCount, formatNumberOf } from '../../ui/format'

type Outcome = NonNullable<Finding['codex']>['outcome']

const outcomeWords: Readonly<Record<Outcome, string>> = {
  reads: 'Codex 0.169 reads it',
  skips: 'Codex 0.169 skips it',
  misreads: 'Codex 0.169 misreads it',
  refuses: 'Codex 0.169 refuses the session',
}
const outcomeTones = { reads: 'plain', skips: 'warning', misreads: 'warning', refuses: 'damage' } as const

/** What Codex does with a finding, and how serious that looks. */
export interface OutcomeLook {
  readonly tone: 'plain' | 'warning' | 'damage' | 'absent'
  readonly words: string
}

/** What Codex does with a finding; where nobody measured it, that is said. */
export function outcomeLook(codex: Finding['codex']): OutcomeLook {
  if (codex === null) return { tone: 'absent', words: 'What Codex does was not measured' }
  return { tone: outcomeTones[codex.outcome], words: outcomeWords[codex.outcome] }
}

/** True for a finding that has bytes or a place between bytes. One about the whole file may have neither. */
export function hasBytes(finding: Pick<Finding, 'lineNumber' | 'byteOffset' | 'byteLength'>): boolean {
  return hasPlace(finding) || finding.byteLength > 0
}

/** Where a finding with bytes lies: `byte 1,204, 16 long`, or between which bytes for one that has no length. */
export function bytesWords({ byteOffset, byteLength }: Pick<Finding, 'byteOffset' | 'byteLength'>): string {
  return byteLength === 0
    ? `at byte ${formatCount(byteOffset)}`
    : `byte ${formatCount(byteOffset)}, ${formatCount(byteLength)} long`
}

/** How many findings a rule has; how many of them are listed where that is fewer. */
export function countWords(count: number, listed: number): string {
  return listed < count ? `${formatCount(listed)} of ${formatCount(count)} listed` : formatCount(count)
}

/** What a screen reader hears of the head of a rule. */
export function headLabel(title: string, severity: string, count: number): string {
  return `${severity}: ${title}, ${formatNumberOf(count, 'finding')}`
}

/** What the catalogue says of a rule, in the order in which it is read. */
export function aboutRule(rule: RuleInfo): readonly { readonly name: string; readonly text: string }[] {
  return [
    { name: 'What it means', text: rule.explanation },
    { name: 'What to do', text: rule.remedy },
    { name: 'Codex 0.169', text: rule.codex ?? 'What it does was not measured.' },
    { name: 'Known from', text: rule.source },
    { name: 'Example', text: rule.example },
  ].filter(({ text }) => text !== '')
}
