/** Job: ids, progress and cancelling for the long calls of a command. */
import { randomUUID } from 'node:crypto'
import type { Explorer } from '../../core/explorer'
import type { EventPayload } from '../../shared/contract/events'
import { escapeText } from './escapeText'
import { formatBytes, formatCount } from './format'
import type { Terminal } from './terminal'

/** The long calls of one command. Ctrl-C cancels all of them. */
export interface Jobs {
  /** Runs one call under a new job id; `label` says what for in the progress line. */
  run<T>(label: string, call: (jobId: string) => Promise<T>): Promise<T>
  /** True once the person pressed Ctrl-C: nothing new should be begun. */
  isCancelled(): boolean
  /** Clears the progress line and stops listening. */
  dispose(): void
}

/** Watches over the calls of one command. Progress goes to stderr, and only where a person sees it. */
export function createJobs(explorer: Explorer, terminal: Terminal): Jobs {
  const running = new Map<string, string>()
  let cancelled = false
  let drawn = false
  const stopListening = terminal.onInterrupt(() => {
    cancelled = true
    for (const jobId of running.keys()) void explorer.handlers['job:cancel']({ jobId })
  })
  const stopProgress = terminal.showsProgress
    ? explorer.on('job:progressed', (progress) => {
        const label = running.get(progress.jobId)
        if (label === undefined) return
        drawn = true
        terminal.error(`\r\x1b[K${progressText(label, progress)}`)
      })
    : () => undefined
  return {
    async run(label, call) {
      const jobId = randomUUID()
      running.set(jobId, label)
      try {
        return await call(jobId)
      } finally {
        running.delete(jobId)
      }
    },
    isCancelled: () => cancelled,
    dispose() {
      stopListening()
      stopProgress()
      if (drawn) terminal.error('\r\x1b[K')
    },
  }
}

function progressText(label: string, { done, total, unit }: EventPayload<'job:progressed'>): string {
  const format = unit === 'bytes' ? formatBytes : formatCount
  const of = total > 0 ? ` of ${format(total)}` : ''
  const share = total > 0 ? ` (${String(Math.floor((done / total) * 100))} %)` : ''
  return `${escapeText(label).slice(-60)}  ${format(done)}${of}${share}`
}
