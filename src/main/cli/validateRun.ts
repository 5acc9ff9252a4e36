/** Validate run: checks what the arguments name, in their order, and hands it to the writer of a report. */
import type { Explorer } from '../../core/explorer'
import { CancelFlag } from '../../core/jobs/task'
import {
  emptySummary,
  missingVerdict,
  summarise,
  summariseHome,
  type FileEntry,
} from '../../core/report/report'
import type { ReportHead, ReportSummary } from '../../shared/validation/reportParts'
import type { ReportWriter } from '../../core/report/reportWriter'
import { createJobs, type Jobs } from './job'
import { openArgument, type NamedArgument, type NamedFile } from './openFiles'
import { runProgress } from './runProgress'
import type { CommandContext, InterruptStatus } from './terminal'

/**
 * What is checked, the time that times are compared with, in milliseconds since 1970 (null for none), and the version of
 * Codex that is asked about.
 */
export interface ValidateRequest {
  readonly paths: readonly string[]
  readonly nowMs: number | null
  readonly codex: string
}

/** What came of a run. `hasUnread` is true when something that was named should have been read and was not. */
export interface Outcome {
  readonly summary: ReportSummary
  readonly hasUnread: boolean
  readonly interruptStatus: InterruptStatus | null
}

/** Makes the writer of a report, of whose head the caller knows the rest. */
export type WriterFor = (about: Pick<ReportHead, 'examined' | 'notes'>) => ReportWriter

/** Checks what is named and writes the report of it: all files, then all homes, then the summary. */
export async function validateInto(
  writerFor: WriterFor,
  { paths, ...how }: ValidateRequest,
  context: CommandContext,
): Promise<Outcome> {
  const explorer = context.createExplorer({})
  const jobs = createJobs(explorer, context.terminal)
  const cancel = new CancelFlag()
  jobs.onStop(() => {
    cancel.cancel()
  })
  try {
    const named: NamedArgument[] = []
    for (const path of paths) named.push(inPathOrder(await openArgument(explorer, jobs, path)))
    const writer = writerFor({ examined: paths, notes: named.flatMap(({ notes }) => notes) })
    const run = new Run({ explorer, jobs, cancel, writer, how })
    await writer.begin()
    await run.checkFiles(named)
    await run.checkHomes(named)
    jobs.dispose()
    await writer.end({ cancelled: jobs.isStopped(), summary: run.summary })
    return { summary: run.summary, hasUnread: run.hasUnread, interruptStatus: jobs.interruptStatus() }
  } finally {
    jobs.dispose()
    await explorer.dispose()
  }
}

/** Files of a folder in the order of their paths, byte by byte: the same on every machine and in every language. */
function inPathOrder({ files, ...rest }: NamedArgument): NamedArgument {
  const keyed = files.map((file) => ({
    file,
    key: 'entry' in file ? Buffer.from(file.entry.displayPath) : null,
  }))
  const entries = keyed.flatMap(({ file, key }) => (key === null ? [] : [{ file, key }]))
  const problems = keyed.flatMap(({ file, key }) => (key === null ? [file] : []))
  entries.sort((a, b) => Buffer.compare(a.key, b.key))
  return { files: [...entries.map(({ file }) => file), ...problems], ...rest }
}

interface RunParts {
  readonly explorer: Explorer
  readonly jobs: Jobs
  readonly cancel: CancelFlag
  readonly writer: ReportWriter
  readonly how: Omit<ValidateRequest, 'paths'>
}

class Run {
  readonly #parts: RunParts
  summary: ReportSummary = emptySummary
  hasUnread = false

  constructor(parts: RunParts) {
    this.#parts = parts
  }

  async checkFiles(named: readonly NamedArgument[]): Promise<void> {
    const { explorer, jobs, cancel, how } = this.#parts
    const fileIds = named.flatMap(({ files }) =>
      files.flatMap((file) => ('entry' in file ? [file.entry.fileId] : [])),
    )
    const checks = explorer.fileChecks.check({ ...how, fileIds, cancel, onProgress: runProgress(jobs) })
    for (const { files } of named) for (const file of files) await this.#write(file, checks)
    // The end of the checks is waited for, so that nothing reads any more.
    await checks.next()
  }

  async #write(file: NamedFile, checks: ReturnType<Explorer['fileChecks']['check']>): Promise<void> {
    if ('problem' in file) {
      const { path, code, message, isError, isFile } = file.problem
      this.hasUnread ||= isError
      const verdict = isFile ? 'unreadable' : code === 'cancelled' ? 'not-checked' : null
      await this.#entry({ path, error: { code, message }, verdict })
      return
    }
    const next = await checks.next()
    if (next.done === true) throw new Error('every file that is asked for is answered')
    const checked = next.value
    const path = file.entry.displayPath
    this.hasUnread ||= !checked.ok
    await this.#entry(
      checked.ok
        ? { path, report: checked.value }
        : { path, error: checked.error, verdict: missingVerdict(checked.error.code) },
    )
  }

  async #entry(entry: FileEntry): Promise<void> {
    this.summary = summarise(this.summary, entry)
    await this.#parts.writer.file(entry)
  }

  /** A home is looked at as a whole after its files; one that could not be looked at says so in the report. */
  async checkHomes(named: readonly NamedArgument[]): Promise<void> {
    const { explorer, cancel, writer } = this.#parts
    for (const { displayPath: label, path } of named.flatMap(({ homes }) => homes)) {
      const checked = await explorer.fileChecks.checkHome({ path, label }, cancel)
      this.hasUnread ||= !checked.ok
      const home = checked.ok
        ? checked.value
        : { path: label, findings: [], notChecked: [`the home as a whole: ${checked.error.message}`] }
      this.summary = summariseHome(this.summary, home)
      await writer.home(home)
    }
  }
}
