/**
 * Validation runs: starts validations of many files for clients, holds what they find as small rows, and ends them. Each
 * belongs to the client that started it. In the host's thread; the workers read, and keep the reports.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Request } from '../../../shared/contract/contract'
import type { Emit } from '../../../shared/contract/events'
import { err, ok, type Result } from '../../../shared/result'
import type { HomeReport } from '../../../shared/validation/homeReport'
import type { RunRows, RunState } from '../../../shared/validation/run'
import type { CancelFlag } from '../../jobs/task'
import { lastMeasuredVersion } from '../../../shared/rollout/codexEyes'
import { processFolderName, removeLeftBehind } from '../../platform/leftBehind'
import { checkHomeTask } from '../../home/checkHome'
import { checkMany, type SizedFile } from './checkMany'
import { toFile } from './fileChecks'
import { HeldRun } from './heldRun'
import { measureFilesTask } from './measureFiles'
import { removeSpool } from './reportSpool'
import { resolveScope, type ResolvedScope, type ScopeTools } from './runScope'
import { spoolFilesTask } from './spoolFiles'

/** What runs find and read files with, and where the names of sessions come from. */
export interface ValidationRunsOptions extends ScopeTools {
  readonly cacheFolder: string
  readonly nameOf: (fileId: string) => string | null
  readonly nowMs: () => number
}

/** Who started a run and hears of it. */
export interface RunOwner {
  readonly hear: Emit
}

/** Runs that are held for one client: the one on show and a few to come back to. */
const mostRuns = 4
/** Some ten messages a second are enough. */
const tellEveryMs = 100

export class ValidationRuns {
  readonly #options: ValidationRunsOptions
  readonly #folder: string
  readonly #byOwner = new Map<RunOwner, Map<string, HeldRun>>()

  constructor(options: ValidationRunsOptions) {
    this.#options = options
    this.#folder = join(options.ownFolder, 'runs', processFolderName())
    removeLeftBehind(join(options.ownFolder, 'runs'))
  }

  /** Checks the files of a scope. Resolves at the end of the run, whichever it is; fails only when nothing can be listed. */
  async run(
    request: Request<'validation:run'>,
    cancel: CancelFlag,
    owner: RunOwner,
  ): Promise<Result<RunState>> {
    const { runId, jobId, scope } = request
    const { nowMs, nameOf } = this.#options
    const spoolFolder = join(this.#folder, randomBytes(12).toString('hex'))
    const run = new HeldRun({ runId, jobId, cancel, spoolFolder, nowMs, nameOf })
    this.#hold(owner, runId, run)
    const resolved = await resolveScope(this.#options, scope, cancel)
    if (!resolved.ok) {
      this.drop({ runId }, owner)
      return resolved
    }
    await this.#check(run, resolved.value, cancel, owner)
    const homes = await this.#checkHomes(run, cancel)
    run.end(cancel.isCancelled ? 'cancelled' : 'done', homes)
    // Dropped meanwhile: what its workers wrote until they stopped is nobody's.
    if (this.#held(runId, owner) !== run) removeSpool(spoolFolder)
    return ok(run.state)
  }

  async #check(run: HeldRun, scope: ResolvedScope, cancel: CancelFlag, owner: RunOwner): Promise<void> {
    const { runner, cacheFolder, nowMs } = this.#options
    const paths = scope.files.map(({ grant }) => grant.path)
    const measured = await runner.run(measureFilesTask, { paths }, { cancel })
    const files = scope.files.map(({ grant }, index): SizedFile => ({
      ...toFile(grant),
      sizeBytes: measured.ok ? (measured.value[index] ?? 0) : 0,
    }))
    let toldMs = 0
    const tell = (): void => {
      if (nowMs() - toldMs < tellEveryMs) return
      toldMs = nowMs()
      owner.hear('validation:progressed', run.state)
    }
    run.begin(scope, files, tell)
    tell()
    const { spoolFolder } = run
    await checkMany({
      runner,
      task: spoolFilesTask,
      toInput: (batch, first) => ({
        files: batch,
        first,
        spoolFolder,
        cacheFolder,
        nowMs: null,
        codex: lastMeasuredVersion,
      }),
      files,
      cancel,
      onEnded: (index, checked) => {
        run.ended(index, checked)
      },
      onReading: (index, doneBytes) => {
        run.reading(index, doneBytes)
      },
    })
  }

  async #checkHomes(run: HeldRun, cancel: CancelFlag): Promise<readonly HomeReport[]> {
    const { runner, ownFolder } = this.#options
    const reports: HomeReport[] = []
    for (const { path, label } of run.scope.homes) {
      if (cancel.isCancelled) {
        reports.push(unchecked(label, 'the validation was cancelled before'))
        continue
      }
      const input = { path, label, dataFolder: ownFolder }
      const checked = await runner.run(checkHomeTask, input, { lane: 'bulk', cancel })
      reports.push(checked.ok ? checked.value : unchecked(label, checked.error.message))
    }
    return reports
  }

  /** Reads rows of a run. */
  rows(request: Request<'validation:rows'>, owner: RunOwner): Result<RunRows> {
    const run = this.get(request.runId, owner)
    return run.ok ? run.value.rows(request) : run
  }

  /** The run that a client holds under an id; `not-granted` when there is none. */
  get(runId: string, owner: RunOwner): Result<HeldRun> {
    const run = this.#held(runId, owner)
    return run === undefined
      ? err({
          code: 'not-granted',
          message: 'This validation is not held any more.',
          hint: 'Validate the sessions again.',
        })
      : ok(run)
  }

  #held(runId: string, owner: RunOwner): HeldRun | undefined {
    return this.#byOwner.get(owner)?.get(runId)
  }

  #hold(owner: RunOwner, runId: string, run: HeldRun): void {
    this.drop({ runId }, owner)
    const runs = this.#byOwner.get(owner) ?? new Map<string, HeldRun>()
    this.#byOwner.set(owner, runs.set(runId, run))
    for (const old of [...runs.keys()].slice(0, -mostRuns)) this.drop({ runId: old }, owner)
  }

  /** Ends a run, and forgets it and its reports. */
  drop({ runId }: { readonly runId: string }, owner: RunOwner): void {
    const run = this.#held(runId, owner)
    if (run === undefined) return
    run.cancel()
    this.#byOwner.get(owner)?.delete(runId)
    removeSpool(run.spoolFolder)
  }

  /** Forgets what a client holds. */
  leave(owner: RunOwner): void {
    for (const runId of [...(this.#byOwner.get(owner)?.keys() ?? [])]) this.drop({ runId }, owner)
    this.#byOwner.delete(owner)
  }

  /** Forgets all runs. Called when nothing reads any more. */
  dispose(): void {
    this.#byOwner.clear()
    removeSpool(this.#folder)
  }
}

function unchecked(path: string, why: string): HomeReport {
  return { path, findings: [], notChecked: [`the home as a whole: ${why}`] }
}
