import type { ReactNode } from 'react'
import { X } from 'lucide-react'
import { assertNever } from '../../../../shared/assertNever'
import type { FinishedJob, Job } from '../../state/jobsStore'
import { useJobs, useStores } from '../../state/stores'
import { formatBytes, formatCount, formatDuration, formatNumberOf, formatShare } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'

export interface JobStatusProps {
  /** What is told while nothing is under way. */
  readonly last: ReactNode
}

/** Long work under way, at most two at a time. */
export function JobStatus({ last }: JobStatusProps) {
  const jobs = useJobs((state) => state.jobs)
  if (jobs.length === 0) return last
  return (
    <>
      {jobs.slice(0, 2).map((job) => (
        <RunningJob key={job.jobId} job={job} />
      ))}
      {jobs.length > 2 && <span>and {jobs.length - 2} more</span>}
    </>
  )
}

/** One line about the last job that ended. */
export function LastJob() {
  const last = useJobs((state) => state.last)
  return last === null ? null : (
    <span className="status-job clip" title={finishedLine(last)}>
      {finishedLine(last)}
    </span>
  )
}

function RunningJob({ job }: { readonly job: Job }) {
  const { jobs } = useStores()
  const isKnown = job.total > 0
  const share = isKnown ? Math.min(1, job.done / job.total) : 0
  return (
    <span className="status-job late">
      <span className="clip">
        {visibleText(job.what)}
        {isKnown ? ` ${formatShare(job.done, job.total)}` : ''}
      </span>
      <span
        className="progress"
        role="progressbar"
        aria-label={visibleText(job.what)}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(isKnown ? { 'aria-valuenow': Math.round(share * 100) } : {})}
        data-unknown={!isKnown}
      >
        <span style={isKnown ? { transform: `scaleX(${String(share)})` } : {}} />
      </span>
      <span className="quiet">{amount(job)}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={`Cancel: ${visibleText(job.what)}`}
        title="Cancel"
        onClick={() => {
          jobs.getState().cancel(job.jobId)
        }}
      >
        <X size={13} aria-hidden />
      </button>
    </span>
  )
}

function amount({ done, total, unit, perSecond }: Job): string {
  if (done === 0) return ''
  if (unit === 'files') return `${formatCount(done)}${total > 0 ? ` of ${formatCount(total)}` : ''}`
  const speed = perSecond > 0 ? `, ${formatBytes(perSecond)}/s` : ''
  return `${formatBytes(done)}${total > 0 ? ` of ${formatBytes(total)}` : ''}${speed}`
}

function finishedLine({ what, outcome, done, unit, tookMs, message }: FinishedJob): string {
  const size = unit === 'files' ? formatNumberOf(done, 'file') : formatBytes(done)
  switch (outcome) {
    case 'done':
      return `${visibleText(what)}: done${done > 0 ? `, ${size}` : ''} in ${formatDuration(tookMs)}`
    case 'cancelled':
      return `${visibleText(what)}: cancelled${done > 0 ? ` after ${size}` : ''}`
    case 'failed':
      return `${visibleText(what)}: ${message ?? 'failed'}`
    default:
      return assertNever(outcome)
  }
}
