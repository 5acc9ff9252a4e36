/**
 * Export: sessions into one new folder, whole or not at all.
 *
 * It reads through the seam that cannot write and writes through one that cannot open what exists. Everything goes into
 * a draft beside the target, is hashed as it is written, and is waited for until the disk has it; only then the draft gets
 * its name, and never the name of something that is there. A source that cannot be read, or is not the same after
 * reading as before, a disk that is full, a person who cancels: each ends the export with an error that says so, and the
 * draft is removed. Memory does not grow with the files, and what was left out is counted in `selection.json`.
 */
import { join } from 'node:path'
import { recordName, type ExportFormat } from '../../shared/export/exportFormat'
import type { ExportResult } from '../../shared/export/exportPlan'
import type { ExportedSession, ExportRecord } from '../../shared/export/exportRecord'
import { err, ok, type Result } from '../../shared/result'
import type { Task, TaskContext } from '../jobs/task'
import { checkTarget, type TargetRequest } from './checkTarget'
import { fillOrAbandon } from './draft'
import { DraftFolder } from './draftFolder'
import { nodeExportDisk, type ExportDisk } from './exportDisk'
import type { ExportItem } from './exportItem'
import { exportSession } from './exportSession'
import { exportTable } from './exportTable'
import { OutputNames } from './outputNames'
import { RecordWriter, type RecordHead } from './recordWriter'
import { cancelled, type ExportTools } from './sessionWork'

/** An export in plain data. `counts` are those that are known before it begins. */
export interface ExportRequest extends TargetRequest {
  readonly draftName: string
  readonly items: readonly ExportItem[]
  readonly format: ExportFormat
  readonly head: RecordHead
  readonly counts: Omit<ExportRecord['counts'], 'exported' | 'files' | 'bytes'>
  readonly cacheFolder: string
}

/** How far an export has come, in bytes of its files. */
export interface ExportProgress {
  readonly done: number
  readonly total: number
}

export type ExportTask = Task<ExportRequest, ExportResult, ExportProgress>

/** The export as a task. Tests pass a disk that fails. */
export function createExportTask(disk: ExportDisk): ExportTask {
  return {
    name: 'exporter.run',
    run: async (request, context) => {
      const { fileSystem } = context
      const target = checkTarget(fileSystem, request)
      if (!target.ok) return target
      const created = DraftFolder.create({ disk, fileSystem }, target.value, request.draftName)
      if (!created.ok) return created
      const draft = created.value
      const result = await fillOrAbandon(draft, () => fill(draft, request, context))
      if (!result.ok) return result
      const { folder, name } = target.value
      return ok({ ...result.value, label: join(folder, name) })
    },
  }
}

export const exportTask = createExportTask(nodeExportDisk)

type Outcome = Result<Omit<ExportResult, 'label'>>

async function fill(
  draft: DraftFolder,
  request: ExportRequest,
  context: TaskContext<ExportProgress>,
): Promise<Outcome> {
  const opened = draft.create(recordName)
  if (!opened.ok) return opened
  const record = new RecordWriter(opened.value, request.head, request.counts.withoutBase)
  const exported = await exportAll(draft, request, context, (session) => record.session(session))
  if (!exported.ok) {
    opened.value.discard()
    return exported
  }
  const { sessions, bytes } = exported.value
  const files = draft.fileCount
  record.end({ ...request.counts, exported: sessions, files, bytes })
  const recorded = opened.value.finish()
  if (!recorded.ok) return recorded
  draft.list(recorded.value)
  if (context.isCancelled()) return err(cancelled)
  const completed = draft.complete()
  return completed.ok
    ? ok({ sessions, files, bytes, manifestSha256: completed.value.manifestSha256 })
    : completed
}

/** Exports every item in order. Stops at the first that fails. */
async function exportAll(
  draft: DraftFolder,
  request: ExportRequest,
  context: TaskContext<ExportProgress>,
  onSession: (session: ExportedSession) => void,
): Promise<Result<{ readonly sessions: number; readonly bytes: number }>> {
  const { items, format, cacheFolder } = request
  const progress = new Progress(items, context)
  const tools: ExportTools = {
    fileSystem: context.fileSystem,
    draft,
    names: new OutputNames(),
    cacheFolder,
    isCancelled: () => context.isCancelled(),
    tell: (share) => {
      progress.tell(share)
    },
  }
  if (format === 'csv') {
    const table = await exportTable(items, tools, (session) => {
      onSession(session)
      progress.next()
    })
    return table.ok ? ok({ sessions: items.length, bytes: table.value }) : table
  }
  let bytes = 0
  for (const item of items) {
    if (context.isCancelled()) return err(cancelled)
    const exported = await exportSession(item, format, tools)
    if (!exported.ok) return exported
    bytes += exported.value.outputBytes ?? 0
    onSession(exported.value)
    progress.next()
  }
  return ok({ sessions: items.length, bytes })
}

/** Some ten reports a second are enough. */
const reportEveryMs = 100

class Progress {
  readonly #items: readonly ExportItem[]
  readonly #context: TaskContext<ExportProgress>
  readonly #total: number
  #at = 0
  #before = 0
  #toldMs = 0

  constructor(items: readonly ExportItem[], context: TaskContext<ExportProgress>) {
    this.#items = items
    this.#context = context
    this.#total = items.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  }

  /** Goes on to the next item. */
  next(): void {
    this.#before += this.#items[this.#at]?.sizeBytes ?? 0
    this.#at += 1
    this.tell(0)
  }

  tell(share: number): void {
    const nowMs = Date.now()
    if (nowMs - this.#toldMs < reportEveryMs) return
    this.#toldMs = nowMs
    const current = this.#items[this.#at]?.sizeBytes ?? 0
    this.#context.report({
      done: this.#before + Math.floor(current * Math.min(1, share)),
      total: this.#total,
    })
  }
}
