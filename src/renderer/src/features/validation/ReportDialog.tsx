import { assertNever } from '../../../../shared/assertNever'
import { useReport, useStores } from '../../state/stores'
import { Modal } from '../../ui/Modal'
import { SeverityIcon } from '../../ui/SeverityIcon'
import { visibleText } from '../../ui/visibleText'
import { ReportChoices } from './ReportChoices'
import { ReportDone } from './ReportDone'

/** Writes the report of the validation: as what, where to, and what came of it. Closing it stops nothing. */
export function ReportDialog() {
  const { window } = useStores()
  return (
    <Modal
      title="Export the report"
      description={null}
      size="wide"
      isTitleShown
      onClose={() => {
        window.getState().openDialog(null)
      }}
    >
      <Stage />
    </Modal>
  )
}

function Stage() {
  const { reports } = useStores()
  const writing = useReport((state) => state.writing)
  switch (writing.status) {
    case 'idle':
      return <ReportChoices />
    case 'running':
      return (
        <div className="export">
          <div className="export-body">
            <p role="status">
              {writing.isCancelled
                ? 'Stopping, and removing what was begun…'
                : 'Writing. The file gets its name when it is complete.'}
            </p>
          </div>
          <div className="export-foot">
            <button
              type="button"
              className="button"
              disabled={writing.isCancelled}
              onClick={() => {
                reports.getState().cancel()
              }}
            >
              Cancel
            </button>
          </div>
        </div>
      )
    case 'done':
      return <ReportDone written={writing.written} />
    case 'failed':
      return (
        <div className="export">
          <div className="export-body" role="alert">
            <p className="export-verdict">
              {writing.error.code !== 'cancelled' && <SeverityIcon severity="error" />}
              <b>No report was written</b>
            </p>
            <p>{visibleText(writing.error.message)}</p>
            {writing.error.hint !== undefined && <p className="quiet">{visibleText(writing.error.hint)}</p>}
          </div>
          <div className="export-foot">
            <button
              type="button"
              className="button button-primary"
              autoFocus
              onClick={() => void reports.getState().back()}
            >
              Back to the choices
            </button>
          </div>
        </div>
      )
    default:
      return assertNever(writing)
  }
}
