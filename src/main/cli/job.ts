/** Job: ids, progress and stopping for the long calls of a command. */
import { randomUUID } from 'node:crypto'
import type { Explorer } from '../../core/explorer'
import type { EventPayload } from '../../shared/contract/events'
import { err, type Result } from '../../shared/result'
import { escapeText } from '../../shared/escapeText'
import { formatBytes, formatCount } from '../../shared/formatText'
import type { InterruptStatus, Terminal } from './terminal'

/** The long calls of one command. Ctrl-C, SIGTERM and a closed stdout stop all of them. */
export interface Jobs {
  /**
   * Runs one call under a new job id; `label` says what for in the progress line. Answers `cancelled` at once when
   * the command is stopped, whatever the call still does: disposing of the explorer ends that.
   */
  run<T>(label: string, call: (jobId: string) => Promise<Result<T>>): Promise<Result<T>>
  /** True once the command was stopped: nothing new should be begun. */
  isStopped(): boolean
  /** Calls the listener once the command is stopped; at once when it was. */
  onStop(listener: () => void): void
  /** Draws a line of progress over the one before, where a person sees it. */
  show(line: string): void
  /** The exit status of a command that a signal stopped, else null. */
  interruptStatus(): InterruptStatus | null
  /** Clears the progress line and stops listening. */
  dispose(): void
}

/**
 * Watches over the calls of one command. Progress goes to stderr, and only where a person sees it. An interrupted command
 * that has to tidy up says how long it may take.
 */
export function createJobs(explorer: Explorer, terminal: Terminal, endWithinMs?: number): Jobs {
  const running = new Map<string, string>()
  const stop = new AbortController()
  let interruptStatus: InterruptStatus | null = null
  let drawn = false
  const show = (line: string): void => {
    if (!terminal.showsProgress) return
    drawn = true
    terminal.error(`\r\x1b[K${line}`)
  }
  const stopAll = (): void => {
    for (const jobId of running.keys()) void explorer.handlers['job:cancel']({ jobId })
    stop.abort()
  }
  const endings = [
    terminal.onClosed(stopAll),
    terminal.onInterrupt((status) => {
      interruptStatus = status
      stopAll()
    }, endWithinMs),
  ]
  if (terminal.showsProgress) {
    const stopProgress = explorer.on('job:progressed', (progress) => {
      const label = running.get(progress.jobId)
      if (label === undefined) return
      show(progressText(label, progress))
    })
    endings.push(stopProgress)
  }
  return {
    async run(label, call) {
      if (stop.signal.aborted) return stopped
      const jobId = randomUUID()
      running.set(jobId, label)
      try {
        return await unlessStopped(call(jobId), stop.signal)
      } finally {
        running.delete(jobId)
      }
    },
    isStopped: () => stop.signal.aborted,
    onStop(listener) {
      if (stop.signal.aborted) listener()
      else stop.signal.addEventListener('abort', listener, { once: true })
    },
    show,
    interruptStatus: () => interruptStatus,
    dispose() {
      for (const end of endings.splice(0)) end()
      if (drawn) terminal.error('\r\x1b[K')
      drawn = false
    },
  }
}

const stopped = err({ code: 'cancelled' as const, message: 'Stopped before it was read to its end.' })

function unlessStopped<T>(call: Promise<Result<T>>, signal: AbortSignal): Promise<Result<T>> {
  return new Promise((resolve, reject) => {
    const onStop = (): void => {
      resolve(stopped)
    }
    // The call may have stopped everything before it returned.
    if (signal.aborted) onStop()
    signal.addEventListener('abort', onStop, { once: true })
    call.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', onStop)
    })
  })
}

function progressText(label: string, { done, total, unit }: EventPayload<'job:progressed'>): string {
  const format = unit === 'bytes' ? formatBytes : formatCount
  const of = total > 0 ? ` of ${format(total)}` : ''
  const share = total > 0 ? ` (${String(Math.floor((done / total) * 100))} %)` : ''
  return `${escapeText(label).slice(-60)}  ${format(done)}${of}${share}`
}
