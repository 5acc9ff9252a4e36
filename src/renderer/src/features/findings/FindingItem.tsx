import type { Finding } from '../../../../shared/validation/finding'
import { SeverityIcon, severityWords } from '../../ui/SeverityIcon'
import { formatCount } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'
import { bytesWords, hasBytes } from './findingWords'

export interface FindingItemProps {
  readonly finding: Finding
  /** Whether the row names its rule: in a group the head does. */
  readonly hasRule: boolean
  readonly onShowLine: () => void
}

/** One finding on one line: where it is, and what is wrong. The panel beside the list has the rest. */
export function FindingItem({ finding, hasRule, onShowLine }: FindingItemProps) {
  const { severity, rule, lineNumber, message } = finding
  return (
    <>
      {hasRule && (
        <span className="finding-severity" title={severityWords[severity]}>
          <SeverityIcon severity={severity} />
          <span className="sr-only">{severityWords[severity]}</span>
        </span>
      )}
      <span className="finding-line num">
        {lineNumber === null ? (
          <span className="quiet">whole file</span>
        ) : (
          <button
            type="button"
            className="link"
            tabIndex={-1}
            title="Show the line (Enter)"
            onClick={(event) => {
              event.stopPropagation()
              onShowLine()
            }}
          >
            line {formatCount(lineNumber)}
          </button>
        )}
      </span>
      <span className="finding-message clip">{visibleText(message)}</span>
      {hasRule && <span className="rule-id mono clip">{rule}</span>}
      <span className="finding-bytes quiet num">{hasBytes(finding) && bytesWords(finding)}</span>
    </>
  )
}
