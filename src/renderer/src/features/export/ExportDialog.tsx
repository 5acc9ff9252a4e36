import { assertNever } from '../../../../shared/assertNever'
import { useExport, useStores } from '../../state/stores'
import { Modal } from '../../ui/Modal'
import { ExportChoices } from './ExportChoices'
import { ExportFailed } from './ExportFailed'
import { ExportDone } from './ExportDone'
import { ExportRunning } from './ExportRunning'

/** Exports sessions: what, as what, where to, and what came of it. Closing it stops no export: the status bar shows it. */
export function ExportDialog() {
  const { exports, window } = useStores()
  return (
    <Modal
      title="Export sessions"
      description={null}
      size="wide"
      isTitleShown
      onClose={() => {
        exports.getState().leave()
        window.getState().openDialog(null)
      }}
    >
      <Stage />
    </Modal>
  )
}

function Stage() {
  const run = useExport((state) => state.run)
  switch (run.status) {
    case 'idle':
      return <ExportChoices />
    case 'running':
      return <ExportRunning jobId={run.jobId} isCancelled={run.isCancelled} />
    case 'done':
      return <ExportDone result={run.result} format={run.format} />
    case 'failed':
      return <ExportFailed error={run.error} />
    default:
      return assertNever(run)
  }
}
