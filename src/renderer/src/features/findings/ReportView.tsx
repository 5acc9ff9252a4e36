import { useState } from 'react'
import { severities, type Severity } from '../../../../shared/validation/severity'
import type { ValidationReport } from '../../../../shared/validation/report'
import { SeverityIcon } from '../../ui/SeverityIcon'
import { formatCount, formatNumberOf } from '../../ui/format'
import { FindingList } from './FindingList'
import { LedgerPanel } from './LedgerPanel'
import { verdictWords } from './verdict'

export interface ReportViewProps {
  readonly report: ValidationReport
}

const plural: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
}

/** One report: verdict, findings with toggles by severity, ledger. */
export function ReportView({ report }: ReportViewProps) {
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set())
  const words = verdictWords(report)
  const total = report.counts.error + report.counts.warning + report.counts.info

  function toggle(severity: Severity): void {
    const next = new Set(hidden)
    if (!next.delete(severity)) next.add(severity)
    setHidden(next)
  }

  return (
    <div className="report">
      <div className="verdict" data-tone={words.tone}>
        <strong>{words.title}</strong> <span>{words.sentence}</span>
      </div>
      <div className="report-columns">
        <div className="report-findings">
          <div className="severity-bar" role="group" aria-label="Severities on show">
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
                    toggle(severity)
                  }}
                >
                  <SeverityIcon severity={severity} />
                  {formatCount(count)} {plural[severity][count === 1 ? 0 : 1]}
                </button>
              )
            })}
          </div>
          {total === 0 ? (
            <p className="report-none">
              No finding in {report.verdict === 'unreadable' ? 'what was read, ' : ''}
              {formatNumberOf(report.lineCount, 'line')}.
            </p>
          ) : (
            <FindingList findings={report.findings} hidden={hidden} />
          )}
          {report.omittedFindings > 0 && (
            <p className="lines-note">
              {formatCount(report.omittedFindings)} more findings are counted but not listed.
            </p>
          )}
        </div>
        <LedgerPanel report={report} />
      </div>
    </div>
  )
}
