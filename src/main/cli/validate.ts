/**
 * Command `validate`: reads every byte of the named rollouts and reports what is wrong with each.
 *
 * Exit status 1 when any finding is an error, otherwise 3 when something named could not be read, otherwise 0:
 * a finding is the stronger statement, and what could not be read stands in the report either way.
 */
import type { Command } from 'commander'
import type { Explorer, OpenedEntry } from '../../core/explorer'
import { createJobs, type Jobs } from './job'
import { describeError, oneOf } from './options'
import { createReportFile } from './reportFile'
import { emptySummary, summarise, type FileEntry, type Summary } from './validateReport'
import { reportWriters, validateFormats, type ReportWriter } from './validateWriters'
import type { CommandContext, ExitStatus } from './terminal'

interface ValidateOptions {
  readonly format?: (typeof knownFormats)[number]
  readonly json?: boolean
  readonly output?: string
  readonly codex: string
}

/** `sarif`, `junit` and `html` are part of the command's contract and not built yet. */
const knownFormats = [...validateFormats, 'sarif', 'junit', 'html'] as const
/** Files read at the same time; reports keep the order of the arguments. */
const filesAtOnce = 4

/** Adds the command. */
export function addValidateCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('validate')
    .description('Check rollouts byte by byte. Exit status 1 when a finding of severity error exists.')
    .argument('<path...>', 'rollout files, and folders with rollouts')
    .option(
      '--format <format>',
      'text, json or jsonl (sarif, junit and html are not built yet)',
      oneOf(knownFormats),
    )
    .option('--json', 'short for --format json')
    .option('--output <file>', 'write the report to a new file instead of stdout')
    .option(
      '--codex <version>',
      'the Codex version whose reading is told beside a finding',
      oneOf(['0.169']),
      '0.169',
    )
  command.action(async (paths: readonly string[], options: ValidateOptions) => {
    const format = options.format ?? (options.json === true ? 'json' : 'text')
    if (options.json === true && format !== 'json') command.error('--json and --format contradict each other')
    const builder = reportWriters[format as (typeof validateFormats)[number]] as
      (typeof reportWriters)[keyof typeof reportWriters] | undefined
    if (builder === undefined) {
      command.error(
        `the format ${format} is not built yet; this version writes ${validateFormats.join(', ')}`,
      )
      return
    }
    const file = options.output === undefined ? null : await createReportFile(options.output, paths)
    if (file !== null && !file.ok) {
      if (file.error.code === 'bad-request') command.error(describeError(file.error).trimEnd())
      context.terminal.error(describeError(file.error))
      context.finish(3)
      return
    }
    const out = file === null ? context.terminal.out : file.value.write
    const writer = builder({ name: 'rollscope', version: context.version, codex: options.codex }, out)
    const summary = await validate(paths, writer, context).finally(() => file?.value.close())
    context.finish(exitStatus(summary))
  })
}

/** Judges a finished run. */
export function exitStatus(summary: Summary): ExitStatus {
  if (summary.findings.error > 0) return 1
  return summary.unreadable > 0 ? 3 : 0
}

async function validate(
  paths: readonly string[],
  writer: ReportWriter,
  context: CommandContext,
): Promise<Summary> {
  const explorer = context.createExplorer({})
  const jobs = createJobs(explorer, context.terminal)
  let summary = emptySummary
  const report = async (entry: FileEntry): Promise<void> => {
    summary = summarise(summary, entry)
    await writer.file(entry)
  }
  try {
    const { opened, entries } = await explorer.openPaths(paths)
    await writer.begin()
    for await (const entry of checkInOrder(explorer, jobs, entries)) await report(entry)
    for (const { code, message, path } of opened.problems) {
      await report({ path: path ?? '', error: { code, message } })
    }
    jobs.dispose()
    await writer.end(summary)
    return summary
  } finally {
    jobs.dispose()
    await explorer.dispose()
  }
}

/** Checks a few files at once and yields them in the order of the entries. Reports may be large: few are held. */
async function* checkInOrder(
  explorer: Explorer,
  jobs: Jobs,
  entries: readonly OpenedEntry[],
): AsyncGenerator<FileEntry> {
  const waiting = [...entries]
  const running: Promise<FileEntry>[] = []
  for (;;) {
    while (running.length < filesAtOnce) {
      const next = waiting.shift()
      if (next === undefined) break
      running.push(checkFile(explorer, jobs, next))
    }
    const first = running.shift()
    if (first === undefined) return
    yield await first
  }
}

async function checkFile(explorer: Explorer, jobs: Jobs, entry: OpenedEntry): Promise<FileEntry> {
  const { fileId, displayPath: path } = entry
  if (jobs.isCancelled())
    return { path, error: { code: 'cancelled', message: 'Cancelled before it was read.' } }
  const header = await jobs.run(path, (jobId) => explorer.handlers['rollout:open']({ fileId, jobId }))
  if (!header.ok) return { path, error: header.error }
  const checked = await jobs.run(path, (jobId) => explorer.handlers['rollout:check']({ fileId, jobId }))
  await explorer.handlers['rollout:close']({ fileId })
  return checked.ok ? { path, report: checked.value.report } : { path, error: checked.error }
}
