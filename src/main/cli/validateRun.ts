/** Validate run: checks what the arguments name, in their order, and hands it to the writer of a report. */
import type { Explorer } from '../../core/explorer'
import { CancelFlag } from '../../core/jobs/task'
import {
  emptySummary,
  summarise,
  summariseHome,
  type FileEntry,
  type Summary,
} from '../../core/report/report'
import type { ReportWriter } from '../../core/report/reportWriter'
import { createJobs, type Jobs } from './job'
import { openArgument, type NamedArgument, type NamedFile } from './openFiles'
import { describeError } from './options'
import { runProgress } from './runProgress'
import type { CommandContext, InterruptStatus } from './terminal'

/** What is checked, and the time that times are compared with, in milliseconds since 1970; null for none. */
export interface ValidateRequest {
  readonly paths: readonly string[]
  readonly nowMs: number | null
  /** The version of Codex that is asked about. */
  readonly codex: string
}

/** What came of a run. `hasUnread` is true when something that was named should have been read and was not. */
export interface Outcome {
  readonly summary: Summary
  readonly hasUnread: boolean
  readonly interruptStatus: InterruptStatus | null
}

/** Checks what is named and writes the report of it: all files, then all homes, then the summary. */
export async function validateInto(
  writer: ReportWriter,
  { paths, nowMs, codex }: ValidateRequest,
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
    const run = new Run({ explorer, jobs, cancel, writer, nowMs, codex })
    await writer.begin()
    await run.checkFiles(named)
    await run.checkHomes(context)
    jobs.dispose()
    await writer.end(run.summary)
    return { summary: run.summary, hasUnread: run.hasUnread, interruptStatus: jobs.interruptStatus() }
  } finally {
    jobs.dispose()
    await explorer.dispose()
  }
}

/** Files of a folder in the order of their paths, byte by byte: the same on every machine and in every language. */
function inPathOrder({ files, homes }: NamedArgument): NamedArgument {
  const keyed = files.map((file) => ({
    file,
    key: 'entry' in file ? Buffer.from(file.entry.displayPath) : null,
  }))
  const entries = keyed.flatMap(({ file, key }) => (key === null ? [] : [{ file, key }]))
  const problems = keyed.flatMap(({ file, key }) => (key === null ? [file] : []))
  entries.sort((a, b) => Buffer.compare(a.key, b.key))
  return { files: [...entries.map(({ file }) => file), ...problems], homes }
}

interface RunParts {
  readonly explorer: Explorer
  readonly jobs: Jobs
  readonly cancel: CancelFlag
  readonly writer: ReportWriter
  readonly nowMs: number | null
  readonly codex: string
}

/** A home that was named. */
interface NamedHome {
  readonly label: string
  readonly path: string
}

class Run {
  readonly #parts: RunParts
  readonly #homes: NamedHome[] = []
  summary = emptySummary
  hasUnread = false

  constructor(parts: RunParts) {
    this.#parts = parts
  }

  async checkFiles(named: readonly NamedArgument[]): Promise<void> {
    const { explorer, jobs, cancel, nowMs, codex } = this.#parts
    const fileIds = named.flatMap(({ files }) =>
      files.flatMap((file) => ('entry' in file ? [file.entry.fileId] : [])),
    )
    const checks = explorer.fileChecks.check({ fileIds, nowMs, codex, cancel, onProgress: runProgress(jobs) })
    for (const { files, homes } of named) {
      this.#homes.push(...homes.map(({ displayPath, path }): NamedHome => ({ label: displayPath, path })))
      for (const file of files) await this.#write(file, checks)
    }
    // The end of the checks is waited for, so that nothing reads any more.
    await checks.next()
  }

  async #write(file: NamedFile, checks: ReturnType<Explorer['fileChecks']['check']>): Promise<void> {
    if ('problem' in file) {
      const { path, code, message, isError } = file.problem
      this.hasUnread ||= isError
      await this.#entry({ path, error: { code, message } })
      return
    }
    const next = await checks.next()
    if (next.done === true) throw new Error('every file that is asked for is answered')
    const { checked } = next.value
    const label = file.entry.displayPath
    this.hasUnread ||= !checked.ok
    await this.#entry(
      checked.ok ? { path: label, report: checked.value } : { path: label, error: checked.error },
    )
  }

  async #entry(entry: FileEntry): Promise<void> {
    this.summary = summarise(this.summary, entry)
    await this.#parts.writer.file(entry)
  }

  /** A home is judged by all its files; one that was stopped halfway is not judged at all. */
  async checkHomes({ terminal }: CommandContext): Promise<void> {
    const { explorer, cancel, writer } = this.#parts
    for (const home of this.#homes) {
      if (cancel.isCancelled) return
      const report = await explorer.fileChecks.checkHome(home, cancel)
      if (!report.ok) {
        this.hasUnread = true
        terminal.error(describeError(report.error))
        continue
      }
      this.summary = summariseHome(this.summary, report.value)
      await writer.home(report.value)
    }
  }
}
