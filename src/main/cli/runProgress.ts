/** Run progress: one line that says how far a run over many files has come, and how fast. */
import type { RunProgress } from '../../core/validator/runs/runCounter'
import { formatBytes, formatCount } from '../../shared/formatText'
import type { Jobs } from './job'

/** Some ten lines a second are enough. */
const drawEveryMs = 100

/** Returns a listener that draws. The speed is that of the whole run until now. */
export function runProgress(jobs: Pick<Jobs, 'show'>): (progress: RunProgress) => void {
  const beganMs = performance.now()
  let drawnMs = 0
  return (progress) => {
    const nowMs = performance.now()
    const isLast = progress.doneFiles === progress.totalFiles
    if (nowMs - drawnMs < drawEveryMs && !isLast) return
    drawnMs = nowMs
    jobs.show(progressLine(progress, (nowMs - beganMs) / 1000))
  }
}

function progressLine(
  { doneFiles, totalFiles, doneBytes, totalBytes }: RunProgress,
  seconds: number,
): string {
  const share = totalBytes > 0 ? ` (${String(Math.floor((doneBytes / totalBytes) * 100))} %)` : ''
  const speed = seconds < 1 ? '' : `  ${formatCount(Math.round(doneFiles / seconds))} files/s`
  return (
    `${formatCount(doneFiles)} of ${formatCount(totalFiles)} files  ` +
    `${formatBytes(doneBytes)} of ${formatBytes(totalBytes)}${share}${speed}`
  )
}
