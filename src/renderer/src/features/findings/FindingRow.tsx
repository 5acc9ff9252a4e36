import type { Finding } from '../../../../shared/validation/finding'
import { Badge } from '../../ui/Badge'
import { SeverityIcon, severityWords } from '../../ui/SeverityIcon'
import { formatCount } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'

export interface FindingRowProps {
  readonly finding: Finding
  readonly position: number
  readonly total: number
  readonly top: number
  readonly isSelected: boolean
  readonly onSelect: () => void
  readonly onShowLine: () => void
}

type Outcome = NonNullable<Finding['codex']>['outcome']

const outcomeWords: Readonly<Record<Outcome, string>> = {
  reads: 'Codex 0.169 reads it',
  skips: 'Codex 0.169 skips it',
  misreads: 'Codex 0.169 misreads it',
  refuses: 'Codex 0.169 refuses the session',
}
const outcomeTones = { reads: 'plain', skips: 'warning', misreads: 'warning', refuses: 'damage' } as const

/** One finding: severity, rule, place, what is wrong, and what Codex makes of it where that was measured. */
export function FindingRow(props: FindingRowProps) {
  const { finding, position, total, top, isSelected, onSelect, onShowLine } = props
  const { severity, rule, lineNumber, byteOffset, byteLength, message, codex } = finding
  return (
    <div
      role="listitem"
      aria-setsize={total}
      aria-posinset={position}
      className="finding"
      data-selected={isSelected}
      style={{ transform: `translateY(${String(top)}px)` }}
      onClick={onSelect}
    >
      <div className="finding-top">
        <SeverityIcon severity={severity} />
        <span className="finding-severity">{severityWords[severity]}</span>
        <span className="mono finding-rule">{rule}</span>
        <span className="finding-place">
          {lineNumber === null ? (
            <span className="quiet">whole file</span>
          ) : (
            <button
              type="button"
              className="link"
              onClick={(event) => {
                event.stopPropagation()
                onShowLine()
              }}
            >
              line {formatCount(lineNumber)}
            </button>
          )}
          <span className="quiet">
            byte {formatCount(byteOffset)}, {formatCount(byteLength)} long
          </span>
        </span>
      </div>
      <div className="finding-message clip" title={visibleText(message)}>
        {visibleText(message)}
      </div>
      <div className="finding-codex">
        {codex === null ? (
          <Badge tone="absent">What Codex does was not measured</Badge>
        ) : (
          <>
            <Badge tone={outcomeTones[codex.outcome]}>{outcomeWords[codex.outcome]}</Badge>
            <span className="quiet clip" title={codex.note}>
              {codex.note}
            </span>
          </>
        )}
      </div>
    </div>
  )
}
