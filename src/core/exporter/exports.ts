/**
 * Exports: plans and runs them for clients, in the host's thread. A plan is kept, so that what is exported is what was
 * shown; a destination is an id, so that no page names a path.
 */
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { Request } from '../../shared/contract/contract'
import type { Emit } from '../../shared/contract/events'
import type { ExportDestination, ExportPlan, ExportResult } from '../../shared/export/exportPlan'
import { err, ok, type AppError, type Result } from '../../shared/result'
import type { CancelFlag, TaskRunner } from '../jobs/task'
import type { Roots } from '../lister/roots'
import type { ClientPorts } from '../client'
import { checkTargetTask, type ProtectedFolder } from './checkTarget'
import { draftNameFor, removeDraftTask } from './draftName'
import type { ExportTarget } from './draftFolder'
import { leftOutAsUnreadable, toPlan, type HeldPlan, type Selected } from './planExport'
import { protectedFoldersOf } from './protectedFolders'
import { exportTask, type ExportRequest, type ExportTask } from './runExport'
import { selectByQuery, selectFiles, type Rooms } from './selectSessions'
import { surveyTask } from './survey'

export interface ExportsOptions extends Rooms {
  readonly runner: TaskRunner
  readonly roots: Roots
  readonly emit: Emit
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

/** Plans that are kept: one for each dialog that somebody may have open. */
const mostPlans = 4

export class Exports {
  readonly #options: ExportsOptions
  readonly #plans = new Map<string, HeldPlan>()
  readonly #destinations = new Map<string, string>()
  readonly #running = new Set<Promise<unknown>>()

  constructor(options: ExportsOptions) {
    this.#options = options
  }

  /** Says what an export would hold. */
  async plan({ selection, jobId }: Request<'export:plan'>, cancel: CancelFlag): Promise<Result<ExportPlan>> {
    const selected = await this.#select(selection, jobId, cancel)
    if (!selected.ok) return selected
    const references = selected.value.files.map(({ grant: { path, label, expected } }) => ({
      path,
      label,
      expected,
    }))
    const surveyed = await this.#options.runner.run(
      surveyTask,
      { references },
      {
        cancel,
        onProgress: ({ done, total }) => {
          this.#progress(jobId, 'Looking at the files', { done, total, unit: 'files' })
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
    if (root === null) return err(noLongerHere('This place is not listed any more.', 'Choose another root.'))
    const onProgress = (done: number, total: number): void => {
      this.#progress(jobId, 'Reading sessions', { done, total, unit: 'files' })
    }
    return selectByQuery(this.#options, { root, query: selection.query }, { cancel, onProgress })
  }

  /** How a client comes to a place for exports. */
  placeOf({ choosePaths }: ClientPorts): 'chosen-folder' | 'start-folder' | 'nowhere' {
    if (choosePaths !== undefined) return 'chosen-folder'
    return this.#options.startFolder === null ? 'nowhere' : 'start-folder'
  }

  /** Asks for a place, or answers the one that the host was started with. */
  async chooseDestination({
    choosePaths,
  }: ClientPorts): Promise<Result<{ readonly destination: ExportDestination | null }>> {
    const { startFolder } = this.#options
    if (choosePaths === undefined && startFolder === null) {
      return err({
        code: 'forbidden',
        message: 'This host was started without a folder for exports.',
        hint: 'Start it with --export-to DIR, or use "rollscope export".',
      })
    }
    const folder = choosePaths === undefined ? startFolder : (await choosePaths('export'))?.[0]
    return ok({ destination: typeof folder === 'string' ? this.addDestination(folder) : null })
  }

  /** Makes a folder that a person named outside the page a destination. */
  addDestination(folder: string): ExportDestination {
    const path = resolve(folder)
    const known = [...this.#destinations].find(([, held]) => held === path)
    const destinationId = known?.[0] ?? randomBytes(12).toString('base64url')
    this.#destinations.set(destinationId, path)
    return { destinationId, label: path }
  }

  /** Checks whether a folder of that name can be made at a destination. */
  async checkTarget({
    destinationId,
    folderName,
  }: Request<'export:checkTarget'>): Promise<Result<{ readonly label: string }>> {
    const target = this.#target(destinationId, folderName)
    if (!target.ok) return target
    const checked = await this.#options.runner.run(checkTargetTask, {
      target: target.value,
      protectedFolders: this.#protected(),
    })
    return checked.ok ? ok({ label: join(checked.value.folder, checked.value.name) }) : checked
  }

  /** Exports what was planned. */
  async run(request: Request<'export:run'>, cancel: CancelFlag): Promise<Result<ExportResult>> {
    const held = this.#plans.get(request.planId)
    if (held === undefined) {
      return err(noLongerHere('This preview is no longer held.', 'Look at the preview again, then export.'))
    }
    const refusal = refusalOf(held, request)
    if (refusal !== null) return err(refusal)
    const target = this.#target(request.destinationId, request.folderName)
    if (!target.ok) return target
    const work = this.#runTask(this.#toRequest(held, request, target.value), request.jobId, cancel)
    this.#running.add(work)
    try {
      return await work
    } finally {
      this.#running.delete(work)
    }
  }

  /** A worker that dies takes its export with it and leaves the draft; what this process began it takes away itself. */
  async #runTask(input: ExportRequest, jobId: string, cancel: CancelFlag): Promise<Result<ExportResult>> {
    const { runner, task = exportTask } = this.#options
    const draft = join(input.target.folder, input.draftName)
    try {
      const result = await runner.run(task, input, {
        lane: 'bulk',
        cancel,
        onProgress: ({ done, total }) => {
          this.#progress(jobId, 'Exporting', { done, total, unit: 'bytes' })
        },
      })
      if (!result.ok && result.error.code === 'internal') await runner.run(removeDraftTask, { path: draft })
      return result
    } catch (bug) {
      await runner.run(removeDraftTask, { path: draft })
      throw bug
    }
  }

  #toRequest(
    held: HeldPlan,
    { format, leaveOutUnreadable }: Request<'export:run'>,
    target: ExportTarget,
  ): ExportRequest {
    const { selected, items, unreadable } = held
    const { dataFolder, version, nowMs } = this.#options
    const isTable = format === 'csv'
    const leftOut = leaveOutUnreadable ? leftOutAsUnreadable(held, isTable) : []
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
        leftOut: [...selected.leftOut, ...leftOut],
        problems: [...selected.problems],
      },
      counts: { ...selected.counts, leftOutAsUnreadable: leftOut[0]?.count ?? 0 },
    }
  }

  #target(destinationId: string, folderName: string): Result<ExportTarget> {
    const folder = this.#destinations.get(destinationId)
    if (folder === undefined) {
      return err(noLongerHere('This place for exports is no longer known.', 'Choose the place again.'))
    }
    return ok({ folder, name: folderName })
  }

  #protected(): readonly ProtectedFolder[] {
    const { dataFolder, codexHomes, roots } = this.#options
    return protectedFoldersOf(roots.all, { dataFolder, codexHomes })
  }

  #progress(
    jobId: string,
    what: string,
    report: { readonly done: number; readonly total: number; readonly unit: 'bytes' | 'files' },
  ): void {
    this.#options.emit('job:progressed', { jobId, what, ...report })
  }

  /** Waits for exports that were told to stop to take their drafts away. */
  async dispose(): Promise<void> {
    await Promise.allSettled(this.#running)
    this.#plans.clear()
  }
}

function noLongerHere(message: string, hint: string): AppError {
  return { code: 'not-granted', message, hint }
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
