import type { Job } from '../../../state/jobsStore'
import { useJobs } from '../../../state/stores'
import { formatBytes, formatCount, formatNumberOf, formatShare } from '../../../ui/format'
import type { OutputWords } from './OutputDialog'

export interface OutputRunningProps {
  readonly words: OutputWords
  readonly jobId: string
  readonly isCancelled: boolean
  readonly onClose: () => void
  readonly onCancel: () => void
}

/** An output under way: how far, how fast, and the way to stop it. */
export function OutputRunning({ words, jobId, isCancelled, onClose, onCancel }: OutputRunningProps) {
  const job = useJobs((state) => state.jobs.find((known) => known.jobId === jobId))
  const isKnown = job !== undefined && job.total > 0
  const share = isKnown ? Math.min(1, job.done / job.total) : 0
  return (
    <div className="export">
      <div className="export-body">
        <p role="status">
          {isCancelled ? 'Stopping, and removing what was begun…' : `${words.running}. ${words.runningNote}`}
        </p>
        <div
          className="progress export-progress"
          role="progressbar"
          aria-label={words.running}
          aria-valuemin={0}
          aria-valuemax={100}
          {...(isKnown ? { 'aria-valuenow': Math.round(share * 100) } : {})}
          data-unknown={!isKnown}
        >
          <span style={isKnown ? { transform: `scaleX(${String(share)})` } : {}} />
        </div>
        <p className="quiet">{isKnown ? amountWords(job) : 'Beginning'}</p>
      </div>
      <div className="export-foot">
        <button type="button" className="button" onClick={onClose}>
          Go on in the background
        </button>
        <button type="button" className="button" disabled={isCancelled} onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </div>
  )
}

function amountWords({ done, total, unit, perSecond }: Job): string {
  const share = formatShare(done, total)
  if (unit === 'files') return `${share}, ${formatCount(done)} of ${formatNumberOf(total, 'file')}`
  const speed = perSecond > 0 ? `, ${formatBytes(perSecond)}/s` : ''
  return `${share}, ${formatBytes(done)} of ${formatBytes(total)}${speed}`
}
