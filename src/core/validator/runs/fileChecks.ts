/** File checks: what a host checks when it writes the report itself, as the command line does. In the host's thread. */
import type { Result } from '../../../shared/result'
import type { HomeReport } from '../../../shared/validation/homeReport'
import type { ValidationReport } from '../../../shared/validation/report'
import type { CancelFlag, TaskRunner } from '../../jobs/task'
import type { Grant, Grants } from '../../source/grants'
import { checkHomeTask, type HomeCheckInput } from '../../home/checkHome'
import { checkInOrder } from './checkInOrder'
import type { FileToCheck } from './checkFiles'
import type { RunProgress } from './runCounter'

/**
 * Which files are checked, and how. `nowMs` is the time that times are compared with, null for none; `codex` the version of
 * Codex that is asked about.
 */
export interface CheckRequest {
  readonly fileIds: readonly string[]
  readonly nowMs: number | null
  readonly codex: string
  readonly cancel: CancelFlag
  readonly onProgress: (progress: RunProgress) => void
}

/** What such checks find and read files with. */
export interface FileChecksOptions {
  readonly runner: TaskRunner
  readonly grants: Grants
  readonly cacheFolder: string
  /** Rollscope's data folder. */
  readonly dataFolder: string
}

export class FileChecks {
  readonly #options: FileChecksOptions

  constructor(options: FileChecksOptions) {
    this.#options = options
  }

  /** Checks granted files and yields what came of each, in the order of the request. */
  async *check({ fileIds, ...how }: CheckRequest): AsyncGenerator<Result<ValidationReport>> {
    const { grants, runner, cacheFolder } = this.#options
    const granted = fileIds.map((fileId) => grants.get(fileId))
    const files = granted.flatMap((grant) => (grant.ok ? [toFile(grant.value)] : []))
    const reports = checkInOrder({ ...how, runner, cacheFolder, files })
    try {
      for (const grant of granted) {
        if (!grant.ok) {
          yield grant
          continue
        }
        const next = await reports.next()
        if (next.done === true) return
        yield next.value
      }
      await reports.next()
    } finally {
      await reports.return(undefined)
    }
  }

  /** Checks a home as a whole. */
  checkHome(home: Pick<HomeCheckInput, 'path' | 'label'>, cancel: CancelFlag): Promise<Result<HomeReport>> {
    return this.#options.runner.run(
      checkHomeTask,
      { ...home, dataFolder: this.#options.dataFolder },
      { lane: 'bulk', cancel },
    )
  }
}

/** Returns a granted file as it is checked. */
export function toFile({ path, label, expected, origin }: Grant): FileToCheck {
  return { reference: { path, label, expected }, looksAround: origin === 'file' }
}
