/** Jobs: long work under way, how far it has come, how fast it goes, and a line about each that has ended. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EventPayload } from '../../../shared/contract/events'
import type { Client } from '../client/client'
import type { Result } from '../../../shared/result'

/** One job under way. `total` 0 means that nobody knows; `perSecond` is 0 until it can be told. */
export interface Job {
  readonly jobId: string
  readonly what: string
  readonly done: number
  readonly total: number
  readonly unit: 'bytes' | 'files'
  readonly startedAt: number
  readonly perSecond: number
}

/** How a job ended. */
export interface FinishedJob {
  readonly what: string
  readonly outcome: 'done' | 'cancelled' | 'failed'
  readonly done: number
  readonly unit: 'bytes' | 'files'
  readonly tookMs: number
  readonly message: string | null
}

/** The jobs under way, in the order in which they began, and the last one that ended. */
export interface JobsState {
  readonly jobs: readonly Job[]
  readonly last: FinishedJob | null
  /** Runs work under a fresh job id and keeps the books on it. */
  readonly run: <T>(what: string, work: (jobId: string) => Promise<Result<T>>) => Promise<Result<T>>
  /** A job that runs in the page itself, such as handing over dropped files. */
  readonly progress: (report: EventPayload<'job:progressed'>) => void
  readonly cancel: (jobId: string) => void
  /** Registers what cancelling a job of the page itself does. */
  readonly onCancel: (jobId: string, stop: () => void) => void
}

/** Jobs as a store. Listens to the host's progress events for as long as the window lives. */
export function createJobsStore(client: Client, now: () => number = Date.now): StoreApi<JobsState> {
  const stops = new Map<string, () => void>()
  const store = createStore<JobsState>()((set, get) => ({
    jobs: [],
    last: null,
    async run(what, work) {
      const jobId = newJobId()
      const job: Job = { jobId, what, done: 0, total: 0, unit: 'bytes', startedAt: now(), perSecond: 0 }
      set({ jobs: [...get().jobs, job] })
      const result = await work(jobId)
      const ended = get().jobs.find((known) => known.jobId === jobId) ?? job
      stops.delete(jobId)
      set({
        jobs: get().jobs.filter((known) => known.jobId !== jobId),
        last: finished(ended, result, now()),
      })
      return result
    },
    progress(report) {
      set({
        jobs: get().jobs.map((job) => (job.jobId === report.jobId ? advanced(job, report, now()) : job)),
      })
    },
    cancel(jobId) {
      stops.get(jobId)?.()
      void client.invoke('job:cancel', { jobId })
    },
    onCancel(jobId, stop) {
      stops.set(jobId, stop)
    },
  }))
  client.on('job:progressed', (report) => {
    store.getState().progress(report)
  })
  return store
}

/** An id that no other job of this or another window has. */
function newJobId(): string {
  return crypto.randomUUID()
}

function advanced(job: Job, report: EventPayload<'job:progressed'>, at: number): Job {
  const seconds = (at - job.startedAt) / 1000
  return {
    ...job,
    what: report.what === '' ? job.what : report.what,
    done: report.done,
    total: report.total,
    unit: report.unit,
    perSecond: seconds > 0.3 ? report.done / seconds : 0,
  }
}

function finished(job: Job, result: Result<unknown>, at: number): FinishedJob {
  const tookMs = at - job.startedAt
  const { what, unit } = job
  if (result.ok) {
    const done = job.total > 0 ? job.total : job.done
    return { what, unit, tookMs, done, outcome: 'done', message: null }
  }
  const outcome = result.error.code === 'cancelled' ? 'cancelled' : 'failed'
  return { what, unit, tookMs, done: job.done, outcome, message: result.error.message }
}
