/** Report exports: writes the reports of validations to places that a person chose, in the host's thread. */
import type { Request } from '../../shared/contract/contract'
import { err, type AppError, type Result } from '../../shared/result'
import { lastMeasuredVersion } from '../../shared/rollout/codexEyes'
import type { WrittenReport } from '../../shared/validation/run'
import type { CancelFlag } from '../jobs/task'
import type { Roots } from '../lister/roots'
import type { HeldRun } from '../validator/runs/heldRun'
import type { Destinations } from './destinations'
import { draftNameFor } from './draftName'
import type { DraftRuns } from './draftRuns'
import { reportTask, type ReportTask } from './exportReport'
import { protectedFoldersOf } from './protectedFolders'

/** What writing reports needs. Tests pass a task whose disk fails. */
export interface ReportExportsOptions {
  readonly drafts: DraftRuns
  readonly roots: Roots
  readonly destinations: Destinations
  /** Rollscope's own folder, in which nothing is written for a person. */
  readonly dataFolder: string
  readonly codexHomes: readonly string[]
  readonly version: string
  readonly task?: ReportTask
}

export class ReportExports {
  readonly #options: ReportExportsOptions

  constructor(options: ReportExportsOptions) {
    this.#options = options
  }

  /** Writes the report of a run that has ended. */
  async write(
    run: HeldRun,
    request: Request<'validation:export'>,
    cancel: CancelFlag,
  ): Promise<Result<WrittenReport>> {
    const refusal = refusalOf(run)
    if (refusal !== null) return err(refusal)
    const { destinations } = this.#options
    const target = destinations.target(request.destinationId, request.fileName)
    if (!target.ok) return target
    const { drafts, roots, dataFolder, codexHomes, version, task = reportTask } = this.#options
    return drafts.run(
      task,
      {
        target: target.value,
        draftName: draftNameFor(target.value.name),
        protectedFolders: protectedFoldersOf(roots.all, { dataFolder, codexHomes }),
        format: request.format,
        head: {
          tool: { name: 'rollscope', version, codex: lastMeasuredVersion, now: null },
          examined: run.scope.examined,
          notes: [],
        },
        entries: run.entries,
        homes: run.homes,
        cancelled: run.phase === 'cancelled',
        spoolFolder: run.spoolFolder,
      },
      { jobId: request.jobId, what: 'Writing the report', unit: 'files', cancel },
    )
  }

  /** Waits for what was told to stop to take its draft away. */
  async dispose(): Promise<void> {
    await this.#options.drafts.settle()
  }
}

function refusalOf(run: HeldRun): AppError | null {
  if (run.phase === 'listing' || run.phase === 'checking') {
    return {
      code: 'bad-request',
      message: 'The validation goes on. A report is written of one that has ended.',
      hint: 'Wait for its end, or cancel it: the report then says what was not checked.',
    }
  }
  if (run.state.keepsReports) return null
  return {
    code: 'no-space',
    message: "Not all reports of this validation could be kept in Rollscope's data folder.",
    hint: 'Make room there and validate again, or use "rollscope validate --output".',
  }
}
