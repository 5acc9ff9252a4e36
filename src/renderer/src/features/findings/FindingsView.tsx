import { ScanSearch } from 'lucide-react'
import { assertNever } from '../../../../shared/assertNever'
import { useJobs, useStores, useViewer } from '../../state/stores'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { formatBytes, formatShare } from '../../ui/format'
import { ReportView } from './ReportView'

/** What the check of the whole file found. Never says that nothing was found before all of it was read. */
export function FindingsView() {
  const { viewer, jobs } = useStores()
  const check = useViewer((state) => state.check)
  const name = useViewer((state) => (state.session.status === 'ready' ? state.session.header.name : ''))
  const jobId = check.status === 'running' ? check.jobId : null
  const job = useJobs((state) => state.jobs.find((known) => known.jobId === jobId))
  const again = (
    <button type="button" className="button" onClick={() => void viewer.getState().recheck()}>
      Check the whole file
    </button>
  )
  switch (check.status) {
    case 'waiting':
    case 'running':
      return (
        <EmptyState
          icon={ScanSearch}
          title="Reading the whole file"
          role="status"
          actions={
            jobId === null ? undefined : (
              <button
                type="button"
                className="button"
                onClick={() => {
                  jobs.getState().cancel(jobId)
                }}
              >
                Cancel
              </button>
            )
          }
        >
          <p>
            {job !== undefined && job.total > 0
              ? `${formatBytes(job.done)} of ${formatBytes(job.total)} checked, ${formatShare(job.done, job.total)}. `
              : ''}
            Findings stand here when every byte has been looked at.
          </p>
        </EmptyState>
      )
    case 'cancelled':
      return (
        <EmptyState icon={ScanSearch} title="The check was cancelled" role="status" actions={again}>
          <p>Nothing can be said about this file as a whole. Its lines can be read all the same.</p>
        </EmptyState>
      )
    case 'failed':
      // For a file that has changed, the banner above offers what helps: to open it again.
      return (
        <ErrorState
          error={check.error}
          file={name}
          actions={check.error.code === 'changed' ? undefined : again}
        />
      )
    case 'done':
      return <ReportView report={check.report} />
    default:
      return assertNever(check)
  }
}
