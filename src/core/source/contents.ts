/**
 * Contents: makes files readable and keeps them fresh, in the host's thread. What was appended is taken in; a file that
 * changed in any other way is refused, because what was read of it and what stands there now do not belong together.
 */
import type { Emit } from '../../shared/contract/events'
import { err, ok, type AppError, type Result } from '../../shared/result'
import type { CancelFlag, TaskRunner } from '../jobs/task'
import {
  compareContent,
  prepareContent,
  type Content,
  type ContentState,
  type FileReference,
} from './content'

/** What files are made readable with, and who hears that a compressed one is being decompressed. */
export interface ContentsOptions {
  readonly runner: TaskRunner
  readonly cacheFolder: string
  readonly emit: Emit
}

export class Contents {
  readonly #options: ContentsOptions

  constructor(options: ContentsOptions) {
    this.#options = options
  }

  /** Makes a file readable. A compressed one is decompressed first, which the job's progress tells. */
  prepare(reference: FileReference, jobId: string, cancel: CancelFlag): Promise<Result<Content>> {
    const { runner, cacheFolder, emit } = this.#options
    return runner.run(
      prepareContent,
      { reference, cacheFolder },
      {
        lane: reference.path.endsWith('.zst') ? 'bulk' : 'interactive',
        cancel,
        onProgress: ({ done, total }) => {
          emit('job:progressed', { jobId, what: 'Decompressing', done, total, unit: 'bytes' })
        },
      },
    )
  }

  /** Returns the content as it is now, with what was appended; `changed` or `not-found` when it is another one. */
  async refresh(
    content: Content,
    jobId: string,
    cancel: CancelFlag,
  ): Promise<Result<{ readonly content: Content; readonly hasGrown: boolean }>> {
    const compared = await this.#options.runner.run(compareContent, { content }, { cancel })
    if (!compared.ok) return compared
    const { state } = compared.value
    if (state === 'same') return ok({ content, hasGrown: false })
    if (state !== 'grown') return err(changed(content.reference.label, state))
    const prepared = await this.prepare(content.reference, jobId, cancel)
    return prepared.ok ? ok({ content: prepared.value, hasGrown: true }) : prepared
  }
}

function changed(label: string, state: Exclude<ContentState, 'same' | 'grown'>): AppError {
  const what = {
    shrunk: 'became shorter',
    rewritten: 'was changed in place',
    replaced: 'was replaced by another file',
    gone: 'was moved or deleted',
  }[state]
  return {
    code: state === 'gone' ? 'not-found' : 'changed',
    message: `${label} ${what} since it was opened.`,
    file: label,
    hint: 'What was read before is still on screen. Open it again to see what is there now.',
  }
}
