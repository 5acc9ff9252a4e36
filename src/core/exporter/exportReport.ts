/**
 * Report export: the report of many files as one new file, whole or not at all. It is written as a draft beside its place,
 * and gets its name when the disk has all of it: never that of something that is there. Runs in a worker, report by report.
 */
import { join } from 'node:path'
import { err, ok, type Result } from '../../shared/result'
import type { HomeReport } from '../../shared/validation/homeReport'
import type { ReportFormat } from '../../shared/validation/reportFormat'
import type { ReportHead } from '../../shared/validation/reportParts'
import type { WrittenReport } from '../../shared/validation/run'
import type { Task, TaskContext } from '../jobs/task'
import { emptySummary, missingVerdict, summarise, summariseHome, type FileEntry } from '../report/report'
import { reportTable } from '../report/reportTable'
import type { HeldEntry } from '../validator/runs/heldRun'
import { SpoolReader } from '../validator/runs/reportSpool'
import { checkTarget, type TargetRequest } from './checkTarget'
import { fillOrAbandon } from './draft'
import { DraftFile } from './draftFile'
import { nodeExportDisk, type ExportDisk } from './exportDisk'
import type { OutputFile, WrittenFile } from './outputFile'
import { cancelled } from './sessionWork'

/**
 * What is written, in plain data. `entries` are in the order of the report; `cancelled` is true where the run did not come to
 * all of them.
 */
export interface ReportRequest extends TargetRequest {
  readonly draftName: string
  readonly format: ReportFormat
  readonly head: ReportHead
  readonly entries: readonly HeldEntry[]
  readonly homes: readonly HomeReport[]
  readonly cancelled: boolean
  readonly spoolFolder: string
}

/** How far it has come, in files. */
export interface ReportProgress {
  readonly done: number
  readonly total: number
}

/** The work of writing one report, with its progress in files. */
export type ReportTask = Task<ReportRequest, WrittenReport, ReportProgress>

/** The export of a report as a task. Tests pass a disk that fails. */
export function createReportTask(disk: ExportDisk): ReportTask {
  return {
    name: 'exporter.report',
    run: async (request, context) => {
      const target = checkTarget(context.fileSystem, request)
      if (!target.ok) return target
      const { fileSystem } = context
      const created = DraftFile.create({ disk, fileSystem }, target.value, request.draftName)
      if (!created.ok) return created
      const draft = created.value
      const result = await fillOrAbandon(draft, () => fill(draft, request, context))
      if (!result.ok) return result
      const { folder, name } = target.value
      const { bytes, sha256 } = result.value
      return ok({ label: join(folder, name), bytes, sha256 })
    },
  }
}

/** Writes a report to the disk of this machine. */
export const reportTask = createReportTask(nodeExportDisk)

const progressEvery = 100

async function fill(
  draft: DraftFile,
  request: ReportRequest,
  context: TaskContext<ReportProgress>,
): Promise<Result<WrittenFile>> {
  const spool = new SpoolReader(context.fileSystem, request.spoolFolder)
  try {
    const written = await write(draft.file, request, { spool, context })
    return written.ok ? draft.complete() : written
  } finally {
    spool.close()
  }
}

async function write(
  file: OutputFile,
  { format, head, entries, homes, cancelled: wasCancelled }: ReportRequest,
  { spool, context }: { readonly spool: SpoolReader; readonly context: TaskContext<ReportProgress> },
): Promise<Result<null>> {
  const writer = reportTable[format](head, (text) => {
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
  await writer.end({ cancelled: wasCancelled, summary })
  return ok(null)
}

function toEntry(held: HeldEntry, spool: SpoolReader): Result<FileEntry> {
  if ('error' in held) return ok({ ...held, verdict: held.isFile ? missingVerdict(held.error.code) : null })
  const report = spool.read(held.kept)
  return report.ok ? ok({ path: held.path, report: report.value }) : report
}
