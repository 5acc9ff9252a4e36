import { reportFormats, type ReportFormat } from '../../../../../shared/validation/reportFormat'
import { runIdOf } from '../../../state/validationRun'
import { useReport, useStores, useValidation } from '../../../state/stores'
import { formatNumberOf } from '../../../ui/format'
import { OutputFormat, type FormatWords } from '../output/OutputFormat'
import { OutputPlace } from '../output/OutputPlace'

const formatWords: Readonly<Record<ReportFormat, FormatWords>> = {
  text: { title: 'Text', text: 'A block for each session, to read.' },
  json: { title: 'JSON', text: 'One document, as "rollscope validate --json" prints it.' },
  jsonl: {
    title: 'JSON lines',
    text: 'One line for each session, the summary last: for reports of any size.',
  },
}

export interface ReportChoicesProps {
  readonly onClose: () => void
}

/** As what a report is written, and where to. */
export function ReportChoices({ onClose }: ReportChoicesProps) {
  const { reports } = useStores()
  const report = useReport((state) => state)
  const total = useValidation(({ run }) => (run.status === 'ended' ? run.state.totalFiles : null))
  const runId = useValidation(({ run }) => runIdOf(run))
  const canWrite = report.destination !== null && report.targetError === null && total !== null
  return (
    <form
      className="export"
      onSubmit={(event) => {
        event.preventDefault()
        if (canWrite && runId !== null) void reports.getState().write(runId)
      }}
    >
      <div className="export-body">
        <p className="quiet">
          The report of {total === null ? 'this validation' : formatNumberOf(total, 'session')}, whatever the
          table shows now, in the order of the paths.
        </p>
        <OutputFormat
          name="report-format"
          formats={reportFormats}
          words={formatWords}
          chosen={report.format}
          onChoose={(format) => void reports.getState().setFormat(format)}
        />
        <OutputPlace
          output={report}
          nameLabel="New file"
          otherwise={
            <>
              write a report with <span className="mono">rollscope validate --output</span>
            </>
          }
        />
      </div>
      <div className="export-foot">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" className="button button-primary" disabled={!canWrite}>
          Export report
        </button>
      </div>
    </form>
  )
}
