import { useJobs, useStores } from '../../state/stores'
import { formatBytes, formatShare } from '../../ui/format'

export interface ExportRunningProps {
  readonly jobId: string
  readonly isCancelled: boolean
}

/** An export under way: how far, how fast, and the way to stop it. */
export function ExportRunning({ jobId, isCancelled }: ExportRunningProps) {
  const { exports, window } = useStores()
  const job = useJobs((state) => state.jobs.find((known) => known.jobId === jobId))
  const done = job?.done ?? 0
  const total = job?.total ?? 0
  const share = total > 0 ? Math.min(1, done / total) : 0
  const speed = job !== undefined && job.perSecond > 0 ? `, ${formatBytes(job.perSecond)}/s` : ''
  return (
    <div className="export">
      <div className="export-body">
        <p role="status">
          {isCancelled
            ? 'Stopping, and removing what was begun…'
            : 'Exporting. The folder gets its name when it is complete.'}
        </p>
        <div
          className="progress export-progress"
          role="progressbar"
          aria-label="Exporting"
          aria-valuemin={0}
          aria-valuemax={100}
          {...(total > 0 ? { 'aria-valuenow': Math.round(share * 100) } : {})}
          data-unknown={total === 0}
        >
          <span style={total > 0 ? { transform: `scaleX(${String(share)})` } : {}} />
        </div>
        <p className="quiet">
          {total > 0
            ? `${formatShare(done, total)}, ${formatBytes(done)} of ${formatBytes(total)}${speed}`
            : 'Beginning'}
        </p>
      </div>
      <div className="export-foot">
        <button
          type="button"
          className="button"
          onClick={() => {
            window.getState().openDialog(null)
          }}
        >
          Go on in the background
        </button>
        <button
          type="button"
          className="button"
          disabled={isCancelled}
          onClick={() => {
            exports.getState().cancel()
          }}
        >
          Cancel the export
        </button>
      </div>
    </div>
  )
}
