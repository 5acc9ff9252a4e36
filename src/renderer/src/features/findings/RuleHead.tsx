import { ChevronDown, ChevronRight } from 'lucide-react'
import type { RuleInfo } from '../../../../shared/validation/report'
import type { FindingRow } from '../../state/findingRows'
import { SeverityIcon } from '../../ui/SeverityIcon'
import { countWords } from './findingWords'

export interface RuleHeadProps {
  readonly row: Extract<FindingRow, { kind: 'head' }>
  /** Undefined until the catalogue is here: the id stands for the title. */
  readonly rule: RuleInfo | undefined
  readonly onExplain: () => void
}

/** Head of a rule: severity, title, id and how often it was found. */
export function RuleHead({ row, rule, onExplain }: RuleHeadProps) {
  const Fold = row.isOpen ? ChevronDown : ChevronRight
  return (
    <>
      <Fold className="rule-fold" size={14} strokeWidth={1.75} aria-hidden />
      <SeverityIcon severity={row.severity} />
      <span className="rule-title clip">{rule?.title ?? row.rule}</span>
      <span className="rule-id mono clip">{row.rule}</span>
      <button
        type="button"
        className="link rule-explain"
        tabIndex={-1}
        aria-pressed={row.isOpen && row.isExplained}
        title="What the rule means and what can be done (e)"
        onClick={(event) => {
          event.stopPropagation()
          onExplain()
        }}
      >
        Explain
      </button>
      <span className="rule-count num">{countWords(row.count, row.listed)}</span>
    </>
  )
}
