/**
 * Command `validate`: reads every byte of the named rollouts and reports what is wrong with each.
 *
 * Exit status 3 when something named was not read to its last byte, otherwise 1 when any finding is an error, otherwise 0:
 * what was not read may hold more, so the findings are not all there are. They stand in the report either way.
 */
import type { Command } from 'commander'
import { reportTable } from '../../core/report/reportTable'
import { lastMeasuredVersion, measuredVersions } from '../../shared/rollout/codexEyes'
import { laterReportFormats, reportFormats, type ReportFormat } from '../../shared/validation/reportFormat'
import { ok } from '../../shared/result'
import { describeError, exactInstant, interruptedText, oneOf, versionText } from './options'
import { createReportFile, type ReportFile } from './reportFile'
import { validateInto, type Outcome, type WriterFor } from './validateRun'
import type { CommandContext, ExitStatus } from './terminal'

interface ValidateOptions {
  readonly format?: ReportFormat | (typeof laterReportFormats)[number]
  readonly json?: boolean
  readonly output?: string
  readonly codex: string
  readonly now?: string
}

/** Adds the command. */
export function addValidateCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('validate')
    .description(
      'Check rollouts byte by byte. Exit status 3 when something was not read, else 1 when a finding of severity error exists.',
    )
    .argument('<path...>', 'rollout files, and folders with rollouts')
    .option(
      '--format <format>',
      `text, json or jsonl (${laterReportFormats.join(', ')} are not built yet)`,
      oneOf([...reportFormats, ...laterReportFormats]),
    )
    .option('--json', 'short for --format json')
    .option('--output <file>', 'write the report to a new file instead of stdout')
    .option(
      '--codex <version>',
      `the Codex version whose reading of files and findings is told; measured: ${measuredVersions.join(', ')}`,
      versionText,
      lastMeasuredVersion,
    )
    .option(
      '--now <time>',
      'the time that times are compared with, like 2026-11-20T08:30:00Z (without it they are not)',
      exactInstant,
    )
  command.action((paths: readonly string[], options: ValidateOptions) =>
    run(command, paths, { ...options, format: formatOf(command, options) }, context),
  )
}

/** Returns the format that is asked for; wrong usage ends the command. */
function formatOf(command: Command, options: ValidateOptions): ReportFormat {
  const wanted = options.format ?? (options.json === true ? 'json' : 'text')
  if (options.json === true && wanted !== 'json') command.error('--json and --format contradict each other')
  const format = reportFormats.find((known) => known === wanted)
  if (format !== undefined) return format
  return command.error(
    `the format ${wanted} is not built yet; this version writes ${reportFormats.join(', ')}`,
  )
}

async function run(
  command: Command,
  paths: readonly string[],
  options: ValidateOptions & { readonly format: ReportFormat },
  context: CommandContext,
): Promise<void> {
  const { terminal } = context
  const { output } = options
  const file = output === undefined ? ok(onStdout(context)) : await createReportFile(output, paths)
  if (!file.ok) {
    if (file.error.code === 'bad-request') command.error(describeError(file.error).trimEnd())
    terminal.error(describeError(file.error))
    context.finish(3)
    return
  }
  const outcome = await validate(paths, options, { file: file.value, context }).catch(
    async (bug: unknown) => {
      await file.value.close()
      throw bug
    },
  )
  const closed = await file.value.close()
  if (outcome.interruptStatus !== null) terminal.error(interruptedText)
  if (!closed.ok) terminal.error(describeError(closed.error))
  context.finish(outcome.interruptStatus ?? (closed.ok ? exitStatus(outcome) : 3))
}

/** Stdout as a report file: what cannot be printed ends the command by itself. */
function onStdout({ terminal }: CommandContext): ReportFile {
  return { write: (text) => terminal.out(text), close: () => Promise.resolve(ok(null)) }
}

function validate(
  paths: readonly string[],
  options: ValidateOptions & { readonly format: ReportFormat },
  { file, context }: { readonly file: ReportFile; readonly context: CommandContext },
): Promise<Outcome> {
  const { codex, format } = options
  const now = options.now ?? null
  const tool = { name: 'rollscope', version: context.version, codex, now } as const
  const nowMs = now === null ? null : Date.parse(now)
  const writerFor: WriterFor = (about) => reportTable[format]({ tool, ...about }, file.write)
  return validateInto(writerFor, { paths, nowMs, codex }, context)
}

/** Judges a finished run. */
function exitStatus({ summary, hasUnread }: Outcome): ExitStatus {
  if (hasUnread || summary.verdicts.unreadable > 0) return 3
  return summary.findings.error > 0 ? 1 : 0
}
