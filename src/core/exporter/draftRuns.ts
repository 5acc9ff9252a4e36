/** Draft runs: runs what builds drafts, in the host's thread, and takes away what a worker that died has left. */
import { join } from 'node:path'
import type { Emit, EventPayload } from '../../shared/contract/events'
import type { Result } from '../../shared/result'
import type { CancelFlag, Task, TaskRunner } from '../jobs/task'
import type { ExportTarget } from './draftFolder'
import { removeDraftTask } from './draftName'

export interface DraftRunsOptions {
  readonly runner: TaskRunner
  readonly emit: Emit
}

/** What a draft is built for, under which name. */
interface DraftRequest {
  readonly target: ExportTarget
  readonly draftName: string
}

/** How far a draft has come, in whatever its job counts. */
interface DraftProgress {
  readonly done: number
  readonly total: number
}

/** The job as which a draft is built. */
export interface DraftJob extends Pick<EventPayload<'job:progressed'>, 'jobId' | 'what' | 'unit'> {
  readonly cancel: CancelFlag
}

export class DraftRuns {
  readonly #options: DraftRunsOptions
  /** Names of drafts that are built in this process. */
  readonly #names = new Set<string>()
  readonly #running = new Set<Promise<unknown>>()

  constructor(options: DraftRunsOptions) {
    this.#options = options
  }

  /** True for the draft of a run that goes on in this process. */
  has(draftName: string): boolean {
    return this.#names.has(draftName)
  }

  /** Runs a task that builds the draft of its request and gives it its name. */
  async run<Input extends DraftRequest, Output>(
    task: Task<Input, Output, DraftProgress>,
    input: Input,
    job: DraftJob,
  ): Promise<Result<Output>> {
    this.#names.add(input.draftName)
    const work = this.#run(task, input, job)
    this.#running.add(work)
    try {
      return await work
    } finally {
      this.#names.delete(input.draftName)
      this.#running.delete(work)
    }
  }

  /** A worker that dies takes its run with it and leaves the draft; what this process began it takes away itself. */
  async #run<Input extends DraftRequest, Output>(
    task: Task<Input, Output, DraftProgress>,
    input: Input,
    { cancel, ...job }: DraftJob,
  ): Promise<Result<Output>> {
    const { runner, emit } = this.#options
    const path = join(input.target.folder, input.draftName)
    try {
      const result = await runner.run(task, input, {
        lane: 'bulk',
        cancel,
        onProgress: ({ done, total }) => {
          emit('job:progressed', { ...job, done, total })
        },
      })
      if (!result.ok && result.error.code === 'internal') await runner.run(removeDraftTask, { path })
      return result
    } catch (bug) {
      await runner.run(removeDraftTask, { path })
      throw bug
    }
  }

  /** Waits for what was told to stop to take its draft away. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.#running)
  }
}
