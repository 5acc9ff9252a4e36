import { omittedText } from '../../../../shared/validation/omittedFindings'
import type { ValidationReport } from '../../../../shared/validation/report'
import { useViewer } from '../../state/stores'
import { formatCount, formatNumberOf } from '../../ui/format'
import { FindingPanel } from './FindingPanel'
import { FindingTree } from './FindingTree'
import { SeverityBar } from './SeverityBar'
import { verdictWords } from './verdict'

export interface ReportViewProps {
  readonly report: ValidationReport
  /** What is to be said of the report itself: that it is of the file before it grew. Null for nothing. */
  readonly note: string | null
}

/** One report: verdict, findings, and beside them the one that is selected or the ledger. */
export function ReportView({ report, note }: ReportViewProps) {
  const words = verdictWords(report)
  const total = report.counts.error + report.counts.warning + report.counts.info
  const shownRows = useViewer((state) => state.findingRows().length)
  return (
    <div className="report">
      <div className="verdict" data-tone={words.tone}>
        <strong>{words.title}</strong> <span>{words.sentence}</span>
      </div>
      <div className="report-columns">
        <div className="report-findings">
          <SeverityBar report={report} note={note} />
          {total === 0 ? (
            <p className="report-none">
              No finding in {report.verdict === 'unreadable' ? 'what was read, ' : ''}
              {formatNumberOf(report.lineCount, 'line')}.
            </p>
          ) : (
            <FindingTree report={report} />
          )}
          {total > 0 && shownRows === 0 && (
            <p className="lines-note">
              All {formatCount(total)} findings are of severities that are not on show.
            </p>
          )}
          {report.omittedFindings > 0 && <p className="lines-note">{omittedText(report)}.</p>}
        </div>
        <FindingPanel report={report} />
      </div>
    </div>
  )
}
