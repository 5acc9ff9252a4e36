/**
 * Command `validate`: reads every byte of the named rollouts and reports what is wrong with each.
 *
 * Exit status 1 when any finding is an error, otherwise 3 when something named was not read to its last byte, otherwise
 * 0: a finding is the stronger statement, and what was not read stands in the report either way.
 */
import type { Command } from 'commander'
import type { OpenedEntry } from '../../core/client'
import type { Explorer } from '../../core/explorer'
import { ok, type Result } from '../../shared/result'
import { lastMeasuredVersion, measuredVersions } from '../../shared/rollout/codexEyes'
import type { ValidationReport } from '../../shared/validation/report'
import { createJobs, type Jobs } from './job'
import { openArguments, type NamedFile } from './openFiles'
import { describeError, interruptedText, oneOf, shortText } from './options'
import { createReportFile } from './reportFile'
import { emptySummary, summarise, type FileEntry, type Summary } from './validateReport'
import { reportWriters, validateFormats, type ReportWriter } from './validateWriters'
import type { CommandContext, ExitStatus, InterruptStatus } from './terminal'

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
      `the Codex version whose reading of files and findings is told; measured: ${measuredVersions.join(', ')}`,
      shortText(100),
      lastMeasuredVersion,
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
    const outcome = await validate(paths, { writer, codex: options.codex }, context).finally(() =>
      file?.value.close(),
    )
    if (outcome.interruptStatus !== null) context.terminal.error(interruptedText)
    context.finish(outcome.interruptStatus ?? exitStatus(outcome))
  })
}

/** Judges a finished run. */
function exitStatus({ summary, hasUnread }: Outcome): ExitStatus {
  if (summary.findings.error > 0) return 1
  return hasUnread || summary.verdicts.unreadable > 0 ? 3 : 0
}

/** `hasUnread` is true when something that was named should have been read and was not. */
interface Outcome {
  readonly summary: Summary
  readonly hasUnread: boolean
  readonly interruptStatus: InterruptStatus | null
}

/** Where the report goes, and whose eyes it tells of. */
interface Report {
  readonly writer: ReportWriter
  readonly codex: string
}

async function validate(
  paths: readonly string[],
  { writer, codex }: Report,
  context: CommandContext,
): Promise<Outcome> {
  const explorer = context.createExplorer({})
  const jobs = createJobs(explorer, context.terminal)
  const checker: Checker = { explorer, jobs, codex }
  let summary = emptySummary
  let hasUnread = false
  try {
    const files = await openArguments(explorer, jobs, paths)
    await writer.begin()
    for await (const { entry, isUnread } of checkInOrder(checker, files)) {
      summary = summarise(summary, entry)
      hasUnread ||= isUnread
      await writer.file(entry)
    }
    jobs.dispose()
    await writer.end(summary)
    return { summary, hasUnread, interruptStatus: jobs.interruptStatus() }
  } finally {
    jobs.dispose()
    await explorer.dispose()
  }
}

/** What checks files: with whose eyes, and in which explorer. */
interface Checker {
  readonly explorer: Explorer
  readonly jobs: Jobs
  readonly codex: string
}

interface Checked {
  readonly entry: FileEntry
  readonly isUnread: boolean
}

/** Checks a few files at once and yields them in the order of the entries. Reports may be large: few are held. */
async function* checkInOrder(checker: Checker, files: readonly NamedFile[]): AsyncGenerator<Checked> {
  const waiting = [...files]
  const running: Promise<Checked>[] = []
  for (;;) {
    while (running.length < filesAtOnce) {
      const next = waiting.shift()
      if (next === undefined) break
      running.push(checkFile(checker, next))
    }
    const first = running.shift()
    if (first === undefined) return
    yield await first
  }
}

async function checkFile(checker: Checker, file: NamedFile): Promise<Checked> {
  if ('problem' in file) {
    const { path, code, message, isError } = file.problem
    return { entry: { path, error: { code, message } }, isUnread: isError }
  }
  const report = await checkOne(checker, file.entry)
  const { displayPath: path } = file.entry
  return report.ok
    ? { entry: { path, report: report.value }, isUnread: false }
    : { entry: { path, error: report.error }, isUnread: true }
}

async function checkOne(
  { explorer, jobs, codex }: Checker,
  { fileId, displayPath }: OpenedEntry,
): Promise<Result<ValidationReport>> {
  const header = await jobs.run(displayPath, (jobId) =>
    explorer.handlers['rollout:open']({ fileId, jobId, acceptReplaced: false }),
  )
  if (!header.ok) return header
  const checked = await jobs.run(displayPath, (jobId) =>
    explorer.handlers['rollout:check']({ fileId, jobId, codex }),
  )
  await explorer.handlers['rollout:close']({ fileId })
  return checked.ok ? ok(checked.value.report) : checked
}
