/**
 * Report export: the report of many files as one new file, whole or not at all. It is written as a draft beside its place,
 * and gets its name when the disk has all of it: never that of something that is there. Runs in a worker, report by report.
 */
import { join } from 'node:path'
import { err, ok, type Result } from '../../shared/result'
import type { HomeReport } from '../../shared/validation/homeReport'
import type { ReportFormat } from '../../shared/validation/reportFormat'
import type { WrittenReport } from '../../shared/validation/run'
import type { Task, TaskContext } from '../jobs/task'
import { emptySummary, summarise, summariseHome, type FileEntry, type ReportTool } from '../report/report'
import { reportTable } from '../report/reportTable'
import type { HeldEntry } from '../validator/runs/heldRun'
import { SpoolReader } from '../validator/runs/reportSpool'
import { checkTarget, type TargetRequest } from './checkTarget'
import { requireFree, type ExportTarget } from './draftFolder'
import { nodeExportDisk, type ExportDisk } from './exportDisk'
import { OutputFile, type WrittenFile } from './outputFile'
import { cancelled } from './sessionWork'
import { attemptWrite } from './writing'

/** What is written, in plain data. `entries` are in the order of the report. */
export interface ReportRequest extends TargetRequest {
  readonly draftName: string
  readonly format: ReportFormat
  readonly tool: ReportTool
  readonly entries: readonly HeldEntry[]
  readonly homes: readonly HomeReport[]
  readonly spoolFolder: string
}

/** How far it has come, in files. */
export interface ReportProgress {
  readonly done: number
  readonly total: number
}

export type ReportTask = Task<ReportRequest, WrittenReport, ReportProgress>

/** The export of a report as a task. Tests pass a disk that fails. */
export function createReportTask(disk: ExportDisk): ReportTask {
  return {
    name: 'exporter.report',
    run: async (request, context) => {
      const target = checkTarget(context.fileSystem, request)
      if (!target.ok) return target
      const draft = join(target.value.folder, request.draftName)
      const created = OutputFile.create(disk, draft, target.value.name)
      if (!created.ok) return created
      const result = await fill(created.value, request, context)
      const named = result.ok ? giveName({ disk, context }, draft, target.value) : result
      const removed = attemptWrite(target.value.name, () => {
        disk.removeDraft(draft)
      })
      if (!named.ok) return removed.ok ? named : err({ ...named.error, hint: leftBehind(draft) })
      if (!result.ok) return result
      const { folder, name } = target.value
      return ok({ label: join(folder, name), bytes: result.value.bytes, sha256: result.value.sha256 })
    },
  }
}

export const reportTask = createReportTask(nodeExportDisk)

const progressEvery = 100

async function fill(
  file: OutputFile,
  request: ReportRequest,
  context: TaskContext<ReportProgress>,
): Promise<Result<WrittenFile>> {
  const spool = new SpoolReader(context.fileSystem, request.spoolFolder)
  try {
    const written = await write(file, request, { spool, context })
    if (!written.ok) return written
    return file.finish()
  } finally {
    spool.close()
    file.discard()
  }
}

async function write(
  file: OutputFile,
  { format, tool, entries, homes }: ReportRequest,
  { spool, context }: { readonly spool: SpoolReader; readonly context: TaskContext<ReportProgress> },
): Promise<Result<null>> {
  const writer = reportTable[format](tool, (text) => {
    file.writeText(text)
    return Promise.resolve()
  })
  let summary = emptySummary
  await writer.begin()
  for (const [index, held] of entries.entries()) {
    if (context.isCancelled()) return err(cancelled)
    // A file that failed keeps its own error, which comes to light when it is finished.
    if (!file.isFine) return ok(null)
    const entry = toEntry(held, spool)
    if (!entry.ok) return entry
    summary = summarise(summary, entry.value)
    await writer.file(entry.value)
    if (index % progressEvery === 0) context.report({ done: index, total: entries.length })
  }
  for (const home of homes) {
    summary = summariseHome(summary, home)
    await writer.home(home)
  }
  await writer.end(summary)
  return ok(null)
}

function toEntry(held: HeldEntry, spool: SpoolReader): Result<FileEntry> {
  if ('error' in held) return ok({ ...held, isFile: true })
  const report = spool.read(held.kept)
  return report.ok ? ok({ path: held.path, report: report.value }) : report
}

/** Gives the draft its name, and takes the name away again when the disk may forget it. */
function giveName(
  { disk, context }: { readonly disk: ExportDisk; readonly context: TaskContext<ReportProgress> },
  draft: string,
  target: ExportTarget,
): Result<null> {
  const { folder, name } = target
  const place = join(folder, name)
  const linked = attemptWrite(name, () => {
    disk.link(draft, place)
  })
  if (!linked.ok) {
    // A second name is never that of something else. A disk without second names is asked first whether it is free.
    const free = requireFree(context.fileSystem, target)
    if (!free.ok) return free
    const renamed = attemptWrite(name, () => {
      disk.rename(draft, place)
    })
    if (!renamed.ok) return renamed
  }
  const synced = attemptWrite(name, () => {
    disk.syncFolder(folder)
  })
  if (synced.ok) return ok(null)
  attemptWrite(name, () => {
    disk.removeDraft(place)
  })
  return synced
}

function leftBehind(draft: string): string {
  return `What was begun could not be removed: ${draft}.`
}
