/**
 * Worker pool: runs tasks in worker threads, so that a bad or huge file never blocks a host.
 *
 * One worker is kept free of bulk work, so that a person who scrolls never waits behind a whole-file read.
 * A worker that dies takes only its own task with it: that task answers an error and the worker is replaced. Workers that
 * die again and again before they are ready are not: then every task answers an error instead of waiting.
 */
import { err, type AppError, type Result } from '../../shared/result'
import { CancelFlag, type Lane, type TaskRunner } from './task'
import type { RunMessage, WorkerMessage } from './wire'
import type { SpawnWorker, WorkerPort } from './workerPort'

interface QueuedRun {
  readonly message: RunMessage
  readonly lane: Lane
  readonly onProgress: (progress: unknown) => void
  readonly settle: (result: Result<unknown>) => void
  readonly fail: (bug: Error) => void
}

interface Worker {
  readonly port: WorkerPort
  running: QueuedRun | null
  /** True once it has said that it is there. What ends it then is a task, and a new one is as good as it was. */
  isReady: boolean
}

/** Most workers that may end one after the other before any of them was ready. */
const mostDeadOnArrival = 8

const endedEarly = err<AppError>({
  code: 'internal',
  message: 'The worker that read this file ended early.',
  hint: 'Try again. If it happens again, this copy of Rollscope may be incomplete.',
})

/** How workers are started, and how many. */
export interface WorkerPoolOptions {
  readonly spawnWorker: SpawnWorker
  /** At least 2: one of them is kept for interactive work. */
  readonly size: number
}

/** Starts the workers at once, so that the first request does not wait for a thread to start. */
export function createWorkerPool({ spawnWorker, size }: WorkerPoolOptions): TaskRunner {
  const queue: QueuedRun[] = []
  const workers: Worker[] = []
  let nextRunId = 1
  let disposed = false
  /** Workers that ended in a row before they were ready. */
  let deadOnArrival = 0

  function addWorker(): void {
    const worker: Worker = { port: spawnWorker(), running: null, isReady: false }
    worker.port.on('message', (message) => {
      receive(worker, message as WorkerMessage)
    })
    worker.port.on('error', (error) => {
      const run = worker.running
      worker.running = null
      run?.fail(error)
    })
    worker.port.on('exit', () => {
      workers.splice(workers.indexOf(worker), 1)
      worker.running?.settle(endedEarly)
      worker.running = null
      if (disposed) return
      if (!worker.isReady) deadOnArrival += 1
      if (deadOnArrival <= mostDeadOnArrival) addWorker()
      assign()
    })
    workers.push(worker)
  }

  function receive(worker: Worker, message: WorkerMessage): void {
    if (message.kind === 'ready') {
      worker.isReady = true
      deadOnArrival = 0
      return
    }
    const run = worker.running
    if (run?.message.runId !== message.runId) return
    if (message.kind === 'progress') {
      for (const step of message.steps) run.onProgress(step)
      return
    }
    worker.running = null
    if (message.kind === 'done') run.settle(message.result)
    else run.fail(new Error(message.message))
    assign()
  }

  function assign(): void {
    if (workers.length === 0) for (const run of queue.splice(0)) run.settle(endedEarly)
    for (;;) {
      const idle = workers.filter((worker) => worker.running === null)
      const next = queue.findIndex((run) => run.lane === 'interactive' || idle.length > 1 || workers.length === 1)
      const worker = idle[0]
      const run = queue[next]
      if (worker === undefined || run === undefined) return
      queue.splice(next, 1)
      worker.running = run
      worker.port.postMessage(run.message)
    }
  }

  for (let count = 0; count < Math.max(2, size); count += 1) addWorker()

  return {
    run<Input, Output, Progress>(
      task: { readonly name: string },
      input: Input,
      options: {
        readonly lane?: Lane
        readonly cancel?: CancelFlag
        readonly onProgress?: (progress: Progress) => void
      } = {},
    ): Promise<Result<Output>> {
      const { lane = 'interactive', cancel = new CancelFlag(), onProgress } = options
      if (disposed) return Promise.resolve(err({ code: 'cancelled', message: 'Rollscope is closing.' }))
      return new Promise((resolve, reject) => {
        const run: QueuedRun = {
          message: { kind: 'run', runId: nextRunId, task: task.name, input, cancel: cancel.buffer },
          lane,
          onProgress: (progress) => onProgress?.(progress as Progress),
          settle: (result) => {
            forget()
            resolve(result as Result<Output>)
          },
          fail: (bug) => {
            forget()
            reject(bug)
          },
        }
        nextRunId += 1
        queue.push(run)
        // What waits in the queue ends at once; what runs sees the flag itself.
        const forget = cancel.onCancel(() => {
          const at = queue.indexOf(run)
          if (at < 0) return
          queue.splice(at, 1)
          resolve(err({ code: 'cancelled', message: 'It was cancelled before it began.' }))
        })
        assign()
      })
    },
    async dispose() {
      disposed = true
      for (const run of queue.splice(0)) {
        run.settle(err({ code: 'cancelled', message: 'Rollscope is closing.' }))
      }
      for (const worker of workers) {
        worker.running?.settle(err({ code: 'cancelled', message: 'Rollscope is closing.' }))
        worker.running = null
      }
      await Promise.all([...workers].map((worker) => worker.port.terminate()))
    },
  }
}
