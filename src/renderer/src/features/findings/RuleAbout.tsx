import type { RuleInfo } from '../../../../shared/validation/report'
import { aboutRule } from './findingWords'

export interface RuleAboutProps {
  readonly rule: RuleInfo | undefined
}

/** What the catalogue says of a rule. */
export function RuleAbout({ rule }: RuleAboutProps) {
  if (rule === undefined) return <span className="quiet">The rule catalogue is not here.</span>
  return (
    <dl className="rule-about">
      {aboutRule(rule).map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={name === 'Example' ? 'mono' : undefined}>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
