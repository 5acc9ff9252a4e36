/** Rollout work: what reads an open file from its beginning to its end as it is now: counting its lines, and checking it. */
import type { Request, Response } from '../../shared/contract/contract'
import type { IndexState } from '../../shared/contract/openRollout'
import type { Emit } from '../../shared/contract/events'
import { ok, type Result } from '../../shared/result'
import { lastMeasuredVersion } from '../../shared/rollout/codexEyes'
import type { CancelFlag, TaskRunner } from '../jobs/task'
import { compareContent } from '../source/content'
import type { Grants } from '../source/grants'
import { checkTask } from '../validator/checkRollout'
import { indexTask } from './indexTasks'
import type { OpenRollout } from './openRollout'
import type { OpenRollouts } from './openRollouts'

/** What whole files are read with, and the files that are open. */
export interface RolloutWorkOptions {
  readonly runner: TaskRunner
  readonly grants: Grants
  readonly cacheFolder: string
  readonly emit: Emit
  readonly rollouts: OpenRollouts
}

export class RolloutWork {
  readonly #options: RolloutWorkOptions

  constructor(options: RolloutWorkOptions) {
    this.#options = options
  }

  /** Brings the line index to the end of the file as it is now. Whoever asks meanwhile waits for the work that goes on. */
  async buildIndex(fileId: string, jobId: string, cancel: CancelFlag): Promise<Result<IndexState>> {
    const { rollouts } = this.#options
    let found = rollouts.get(fileId)
    while (found.ok && found.value.indexing !== null) {
      await found.value.indexing
      found = rollouts.get(fileId)
    }
    if (!found.ok) return found
    const rollout = found.value
    const work = rollouts.use({ fileId, jobId }, cancel, () => this.#extendIndex(rollout, jobId, cancel))
    rollout.indexing = work
    try {
      return await work
    } finally {
      rollout.indexing = null
    }
  }

  async #extendIndex(rollout: OpenRollout, jobId: string, cancel: CancelFlag): Promise<Result<IndexState>> {
    const { content, index } = rollout
    if (rollout.indexState.complete) return ok(rollout.indexState)
    const tell = (): void => {
      this.#options.rollouts.tell(rollout, 'rollout:indexed', rollout.indexState)
    }
    const built = await this.#options.runner.run(
      indexTask,
      { content, resume: index.resume },
      {
        lane: 'bulk',
        cancel,
        onProgress: (chunk) => {
          index.add(chunk)
          tell()
          this.#progress(jobId, 'Counting lines', chunk.indexedBytes, content.contentBytes)
        },
      },
    )
    if (!built.ok) return built
    index.add(built.value)
    tell()
    return ok(rollout.indexState)
  }

  /** Checks the whole file as it is now, with the eyes of a version of Codex. */
  async check(
    { fileId, jobId, codex }: Request<'rollout:check'>,
    cancel: CancelFlag,
  ): Promise<Result<Response<'rollout:check'>>> {
    const { rollouts, runner, grants, cacheFolder } = this.#options
    const before = rollouts.get(fileId)
    const knownBytes = before.ok ? before.value.content.contentBytes : 0
    return rollouts.use({ fileId, jobId }, cancel, (rollout) => {
      // Who asks for a check of what has not grown meanwhile takes the file as it stands: an open end is its end.
      rollout.isGrowing = rollout.content.contentBytes > knownBytes
      const { content, isGrowing } = rollout
      const granted = grants.get(fileId)
      const looksAround = granted.ok && granted.value.origin === 'file'
      return runner.run(
        checkTask,
        {
          content,
          look: { cacheFolder, looksAround },
          nowMs: null,
          codex: codex ?? lastMeasuredVersion,
          isGrowing,
        },
        {
          lane: 'bulk',
          cancel,
          onProgress: ({ done, total, strip, found }) => {
            this.#progress(jobId, 'Checking every byte', done, total)
            rollouts.tell(rollout, 'rollout:surveyed', { fileId, jobId, strip, found: [...found] })
          },
        },
      )
    })
  }

  /** Compares the file on disk with what is open. */
  async stat(fileId: string): Promise<Result<Response<'rollout:stat'>>> {
    const { rollouts, runner } = this.#options
    const found = rollouts.get(fileId)
    if (!found.ok) return found
    const compared = await runner.run(compareContent, { content: found.value.content })
    if (compared.ok && compared.value.state === 'grown') found.value.isGrowing = true
    return compared
  }

  #progress(jobId: string, what: string, done: number, total: number): void {
    this.#options.emit('job:progressed', { jobId, what, done, total, unit: 'bytes' })
  }
}
