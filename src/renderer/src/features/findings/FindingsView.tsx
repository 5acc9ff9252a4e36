import { ScanSearch } from 'lucide-react'
import { assertNever } from '../../../../shared/assertNever'
import type { KnownFinding } from '../../../../shared/validation/finding'
import { isStale } from '../../state/checkState'
import { useJobs, useStores, useViewer } from '../../state/stores'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { formatBytes, formatNumberOf, formatShare } from '../../ui/format'
import { ReportView } from './ReportView'

/** What the check of the whole file found. Never says that nothing was found before all of it was read. */
export function FindingsView() {
  const { viewer, jobs } = useStores()
  const check = useViewer((state) => state.check)
  const isOld = useViewer(isStale)
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
      // The report before stays on show: of a file that grows there would be none most of the time.
      if (check.status === 'running' && check.previous !== null)
        return <ReportView report={check.previous} note="Being checked again" />
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
          {check.status === 'running' && <KnownSoFar known={check.known} />}
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
      return <ReportView report={check.report} note={isOld ? 'Has grown since: not all is checked' : null} />
    default:
      return assertNever(check)
  }
}

/** What a check that goes on has found: the keys lead there already. */
function KnownSoFar({ known }: { readonly known: readonly KnownFinding[] }) {
  if (known.length === 0) return null
  const damage = known.filter(({ severity }) => severity === 'error').length
  return (
    <p>
      Told so far: {formatNumberOf(known.length, 'finding')},{' '}
      {damage === 0 ? 'no damage' : formatNumberOf(damage, 'place of damage', 'places of damage')} among them.{' '}
      <kbd className="kbd">n</kbd> and <kbd className="kbd">d</kbd> go to the next.
    </p>
  )
}
