/**
 * Held plans: says what exports would hold, in the host's thread, and keeps the last few, so that what is exported is what
 * was shown.
 */
import { randomBytes } from 'node:crypto'
import type { Request } from '../../shared/contract/contract'
import type { Emit } from '../../shared/contract/events'
import type { ExportPlan } from '../../shared/export/exportPlan'
import { err, ok, type Result } from '../../shared/result'
import type { CancelFlag, TaskRunner } from '../jobs/task'
import type { Roots } from '../lister/roots'
import { toPlan, type HeldPlan, type Selected } from './planExport'
import { selectByQuery, selectFiles, type Rooms } from './selectSessions'
import { surveyTask } from './survey'

/** What plans are made with, and who hears how far a survey has come. */
export interface HeldPlansOptions extends Rooms {
  readonly runner: TaskRunner
  readonly roots: Roots
  readonly emit: Emit
}

/** Plans that are kept: one for each dialog that somebody may have open. */
const mostPlans = 4

export class HeldPlans {
  readonly #options: HeldPlansOptions
  readonly #plans = new Map<string, HeldPlan>()

  constructor(options: HeldPlansOptions) {
    this.#options = options
  }

  get(planId: string): HeldPlan | undefined {
    return this.#plans.get(planId)
  }

  clear(): void {
    this.#plans.clear()
  }

  /** Says what an export would hold. */
  async plan({ selection, jobId }: Request<'export:plan'>, cancel: CancelFlag): Promise<Result<ExportPlan>> {
    const selected = await this.#select(selection, jobId, cancel)
    if (!selected.ok) return selected
    const references = selected.value.files.map(({ grant: { path, label, expected }, links }) => ({
      path,
      label,
      expected,
      links,
    }))
    const surveyed = await this.#options.runner.run(
      surveyTask,
      { references },
      {
        cancel,
        onProgress: ({ done, total }) => {
          this.#progress(jobId, 'Looking at the files', done, total)
        },
      },
    )
    if (!surveyed.ok) return surveyed
    const held = toPlan(randomBytes(12).toString('base64url'), selected.value, surveyed.value)
    this.#plans.set(held.plan.planId, held)
    for (const planId of [...this.#plans.keys()].slice(0, -mostPlans)) this.#plans.delete(planId)
    return ok(held.plan)
  }

  async #select(
    selection: Request<'export:plan'>['selection'],
    jobId: string,
    cancel: CancelFlag,
  ): Promise<Result<Selected>> {
    if (selection.kind === 'files') return selectFiles(this.#options, selection)
    const root = this.#options.roots.get(selection.rootId)
    if (root === null) return err(notListed)
    const onProgress = (done: number, total: number): void => {
      this.#progress(jobId, 'Reading sessions', done, total)
    }
    return selectByQuery(this.#options, { ...selection, root }, { cancel, onProgress })
  }

  #progress(jobId: string, what: string, done: number, total: number): void {
    this.#options.emit('job:progressed', { jobId, what, done, total, unit: 'files' })
  }
}

const notListed = {
  code: 'not-granted',
  message: 'This place is not listed any more.',
  hint: 'Choose another root.',
} as const
