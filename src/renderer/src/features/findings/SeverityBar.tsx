import { severities, type Severity } from '../../../../shared/validation/severity'
import type { ValidationReport } from '../../../../shared/validation/report'
import { findingsOrders, type FindingsOrder } from '../../../../shared/settings/settings'
import { usePreferences, useStores, useViewer } from '../../state/stores'
import { SeverityIcon } from '../../ui/SeverityIcon'
import { formatCount } from '../../ui/format'

export interface SeverityBarProps {
  readonly report: ValidationReport
  /** What is to be said of the report itself; null for nothing. Its place is there in any case, so that nothing moves. */
  readonly note: string | null
}

const plural: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
}
const orderWords: Readonly<Record<FindingsOrder, string>> = { rule: 'By rule', place: 'By place' }

/** Which findings are on show, and in which order. */
export function SeverityBar({ report, note }: SeverityBarProps) {
  const { viewer, preferences } = useStores()
  const hidden = useViewer((state) => state.hiddenSeverities)
  const order = usePreferences((state) => state.findingsOrder)
  return (
    <div className="severity-bar">
      <div role="group" aria-label="Severities on show">
        {severities.map((severity) => {
          const count = report.counts[severity]
          return (
            <button
              key={severity}
              type="button"
              className="severity-toggle"
              aria-pressed={!hidden.has(severity)}
              disabled={count === 0}
              onClick={() => {
                viewer.getState().toggleSeverity(severity)
              }}
            >
              <SeverityIcon severity={severity} />
              {formatCount(count)} {plural[severity][count === 1 ? 0 : 1]}
            </button>
          )
        })}
      </div>
      <span className="report-note clip" title={note ?? undefined}>
        {note}
      </span>
      <div role="group" aria-label="Order of findings" className="findings-order">
        {findingsOrders.map((known) => (
          <button
            key={known}
            type="button"
            className="order-toggle"
            aria-pressed={known === order}
            onClick={() => {
              preferences.getState().change({ findingsOrder: known })
            }}
          >
            {orderWords[known]}
          </button>
        ))}
      </div>
    </div>
  )
}
