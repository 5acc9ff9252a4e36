/** Exports: checks where they go and runs what was planned, for clients, in the host's thread. */
import { join } from 'node:path'
import type { Request, Response } from '../../shared/contract/contract'
import type { ExportPlan, ExportResult, LeftOut } from '../../shared/export/exportPlan'
import { err, ok, type AppError, type Result } from '../../shared/result'
import type { CancelFlag } from '../jobs/task'
import { Destinations } from './destinations'
import { checkTargetTask, type ProtectedFolder } from './checkTarget'
import { draftNameFor } from './draftName'
import type { ExportTarget } from './draftFolder'
import type { DraftRuns } from './draftRuns'
import { HeldPlans, type HeldPlansOptions } from './heldPlans'
import { leftOutAsUnreadable, type HeldPlan } from './planExport'
import { protectedFoldersOf } from './protectedFolders'
import { exportTask, type ExportRequest, type ExportTask } from './runExport'

export interface ExportsOptions extends HeldPlansOptions {
  readonly drafts: DraftRuns
  /** Rollscope's own folder: compressed files are decompressed into it, and nothing is exported there. */
  readonly dataFolder: string
  /** The folder for exports that a host without a dialog was started with. */
  readonly startFolder: string | null
  /** A CODEX_HOME that may be nobody's root. */
  readonly codexHomes: readonly string[]
  readonly version: string
  readonly nowMs: () => number
  readonly task?: ExportTask
}

export class Exports {
  readonly #options: ExportsOptions
  /** Where exports can go. */
  readonly destinations: Destinations
  readonly #plans: HeldPlans

  constructor(options: ExportsOptions) {
    this.#options = options
    this.destinations = new Destinations(options.startFolder)
    this.#plans = new HeldPlans(options)
  }

  /** Says what an export would hold, and keeps that for `run`. */
  plan(request: Request<'export:plan'>, cancel: CancelFlag): Promise<Result<ExportPlan>> {
    return this.#plans.plan(request, cancel)
  }

  /** Checks whether a folder of that name can be made at a destination. */
  async checkTarget({
    destinationId,
    folderName,
  }: Request<'export:checkTarget'>): Promise<Result<Response<'export:checkTarget'>>> {
    const target = this.destinations.target(destinationId, folderName)
    if (!target.ok) return target
    const checked = await this.#options.runner.run(checkTargetTask, {
      target: target.value,
      protectedFolders: this.#protected(),
    })
    if (!checked.ok) return checked
    const { folder, name, drafts } = checked.value
    return ok({
      label: join(folder, name),
      unfinished: drafts.filter((draft) => !this.#options.drafts.has(draft)),
    })
  }

  /** Exports what was planned. */
  async run(request: Request<'export:run'>, cancel: CancelFlag): Promise<Result<ExportResult>> {
    const held = this.#plans.get(request.planId)
    if (held === undefined) {
      return err({
        code: 'not-granted',
        message: 'This preview is no longer held.',
        hint: 'Look at the preview again, then export.',
      })
    }
    const refusal = refusalOf(held, request)
    if (refusal !== null) return err(refusal)
    const target = this.destinations.target(request.destinationId, request.folderName)
    if (!target.ok) return target
    const { drafts, task = exportTask } = this.#options
    const job = { jobId: request.jobId, what: 'Exporting', unit: 'bytes', cancel } as const
    return drafts.run(task, this.#toRequest(held, request, target.value), job)
  }

  #toRequest(
    held: HeldPlan,
    { format, leaveOutUnreadable }: Request<'export:run'>,
    target: ExportTarget,
  ): ExportRequest {
    const { selected, items, unreadable } = held
    const { dataFolder, version, nowMs } = this.#options
    const isTable = format === 'csv'
    const leftOut = [...selected.leftOut, ...(leaveOutUnreadable ? leftOutAsUnreadable(held, isTable) : [])]
    return {
      target,
      draftName: draftNameFor(target.name),
      protectedFolders: this.#protected(),
      items: isTable ? [...items, ...unreadable] : items,
      format,
      cacheFolder: join(dataFolder, 'zst-cache'),
      head: {
        kind: 'rollscope-export',
        schemaVersion: 1,
        tool: { name: 'rollscope', version },
        createdAt: new Date(nowMs()).toISOString(),
        format,
        selection: selected.selection,
        leftOut,
        problems: [...selected.problems],
      },
      counts: {
        ...selected.counts,
        leftOutAsUnreadable: countOf(leftOut, 'unreadable'),
        withoutBase: held.plan.withoutBase.count,
      },
    }
  }

  #protected(): readonly ProtectedFolder[] {
    const { dataFolder, codexHomes, roots } = this.#options
    return protectedFoldersOf(roots.all, { dataFolder, codexHomes })
  }

  /** Waits for exports that were told to stop to take their drafts away. */
  async dispose(): Promise<void> {
    await this.#options.drafts.settle()
    this.#plans.clear()
  }
}

function countOf(leftOut: readonly LeftOut[], wanted: LeftOut['reason']): number {
  return leftOut.reduce((sum, { reason, count }) => (reason === wanted ? sum + count : sum), 0)
}

/** Nothing to export, or something that somebody has to say to go on without. */
function refusalOf(
  { plan, items, unreadable }: HeldPlan,
  { format, leaveOutUnreadable }: Request<'export:run'>,
): AppError | null {
  const isTable = format === 'csv'
  const count = isTable ? plan.blockerCount.place : plan.blockerCount.place + plan.blockerCount.file
  const first = plan.blockers.find(({ what }) => !isTable || what === 'place')
  if (count > 0 && !leaveOutUnreadable) {
    return {
      code: 'permission-denied',
      message: `${first?.message ?? ''} ${count > 1 ? `So it is with ${String(count - 1)} more. ` : ''}Nothing was exported.`,
      file: first?.path,
      hint: 'Say that what cannot be read is to be left out; the export then records that.',
    }
  }
  if (items.length + (isTable ? unreadable.length : 0) > 0) return null
  return { code: 'not-found', message: 'There is nothing to export: the selection holds no session.' }
}
