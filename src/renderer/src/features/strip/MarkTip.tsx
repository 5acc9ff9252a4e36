import type { KnownFinding } from '../../../../shared/validation/finding'
import { formatCount } from '../../ui/format'
import { severityMarks } from '../../ui/recordLook'
import { rulesOf } from './markWords'

export interface MarkTipProps {
  readonly indexes: readonly number[]
  readonly findings: readonly KnownFinding[]
}

const mostRules = 4

/** Which rules the mark under the pointer stands for, and how often each was found there. */
export function MarkTip({ indexes, findings }: MarkTipProps) {
  const rules = rulesOf(indexes, findings)
  if (rules.length === 0) return null
  return (
    <>
      {rules.slice(0, mostRules).map(({ rule, severity, count }) => (
        <div key={rule}>
          {severityMarks[severity]} {rule}
          {count > 1 && ` × ${formatCount(count)}`}
        </div>
      ))}
      {rules.length > mostRules && <div>and {formatCount(rules.length - mostRules)} rules more</div>}
      <div className="quiet">Click to go there</div>
    </>
  )
}
