/** Command `export`: sessions into one new folder, with hashes that `sha256sum -c` checks. */
import path from 'node:path'
import type { Command } from 'commander'
import type { Explorer } from '../../core/explorer'
import { exportFormats, type ExportFormat } from '../../shared/export/exportFormat'
import type { ExportPlan, ExportResult } from '../../shared/export/exportPlan'
import type { AppError, Result } from '../../shared/result'
import { chooseSessions, type ChoosingOptions } from './chooseSessions'
import {
  exportAsJson,
  exportAsText,
  planAsJson,
  planAsText,
  unfinishedText,
  withoutBaseText,
} from './exportReport'
import { addFilterOptions } from './filterOptions'
import { createJobs, type Jobs } from './job'
import { describeProblem } from './list'
import { describeError, interruptedText, oneOf, wholeNumber } from './options'
import type { CommandContext, ExitStatus } from './terminal'

interface ExportOptions extends ChoosingOptions {
  readonly to: string
  readonly format: ExportFormat
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** How long an interrupted export may take to remove what it began. */
const tidyWithinMs = 30_000

/** Adds the command. Exit status 2 when nothing may be written there, 3 when something could not be read or written. */
export function addExportCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('export')
    .description('Export sessions into one new folder: all that the filters find, or the named files.')
    .argument('[path...]', 'rollout files, and folders with rollouts, instead of the sessions of a root')
    .requiredOption('--to <path>', 'the new folder; it must not exist, and nothing is replaced')
    .requiredOption('--format <format>', 'original, jsonl, markdown or csv', oneOf(exportFormats))
    .option('--dry-run', 'print what would be exported, and write nothing')
    .option('--leave-out-unreadable', 'go on without what cannot be read, and record that', false)
    .option('--root <dir>', 'the CODEX_HOME to read (default: $CODEX_HOME, else ~/.codex)')
  addFilterOptions(command)
    .option('--json', 'print one JSON document')
    .option(
      '--limit <n>',
      'only the first n in the order (default: all)',
      wholeNumber(1, Number.MAX_SAFE_INTEGER),
    )
    .action(async (paths: readonly string[], options: ExportOptions) => {
      if (paths.length > 0) refuseFilters(command)
      context.finish(await exportSessions(paths, options, context))
    })
}

/** Filters choose among the sessions of a root: with named files they would mean nothing, and must not seem to. */
function refuseFilters(command: Command): void {
  const own = new Set(['to', 'format', 'dryRun', 'leaveOutUnreadable', 'json'])
  const given = command.options.find(
    (option) =>
      !own.has(option.attributeName()) && command.getOptionValueSource(option.attributeName()) === 'cli',
  )
  if (given !== undefined) command.error(`${given.long ?? ''} and named files contradict each other`)
}

/** One run of the command: what it works with. */
interface Run {
  readonly explorer: Explorer
  readonly jobs: Jobs
  readonly context: CommandContext
  readonly options: ExportOptions
}

async function exportSessions(
  paths: readonly string[],
  options: ExportOptions,
  context: CommandContext,
): Promise<ExitStatus> {
  const { terminal } = context
  const explorer = context.createExplorer({ root: options.root })
  const jobs = createJobs(explorer, terminal, tidyWithinMs)
  try {
    const status = await planAndRun(paths, { explorer, jobs, context, options })
    jobs.dispose()
    const interruptStatus = jobs.interruptStatus()
    if (interruptStatus === null) return status
    terminal.error(`${interruptedText}  Nothing was exported.\n`)
    return interruptStatus
  } finally {
    jobs.dispose()
    await explorer.dispose()
  }
}

async function planAndRun(paths: readonly string[], run: Run): Promise<ExitStatus> {
  const { explorer, jobs, options, context } = run
  const target = path.resolve(options.to)
  const folderName = path.basename(target)
  const { destinationId } = explorer.addExportDestination(path.dirname(target))
  const chosen = await chooseSessions(paths, options, { explorer, jobs, terminal: context.terminal })
  if (chosen === null) return 3
  // After opening: what was named on the command line is evidence, too.
  const free = await explorer.handlers['export:checkTarget']({ destinationId, folderName })
  if (!free.ok) return fail(run, free.error, [2, 3])
  context.terminal.error(unfinishedText(free.value.unfinished))
  const plan = await jobs.run('looking at the sessions', (jobId) =>
    explorer.handlers['export:plan']({ selection: chosen, jobId }),
  )
  if (!plan.ok) return fail(run, plan.error, [3, 3])
  for (const problem of plan.value.problems) context.terminal.error(describeProblem(problem))
  if (options.dryRun === true) return printPlan(run, plan.value, free.value.label)
  context.terminal.error(withoutBaseText(plan.value.withoutBase))
  const result = await jobs.run('exporting', (jobId) =>
    explorer.handlers['export:run']({
      planId: plan.value.planId,
      format: options.format,
      destinationId,
      folderName,
      leaveOutUnreadable: options.leaveOutUnreadable,
      jobId,
    }),
  )
  return printResult(run, result)
}

async function printPlan(run: Run, plan: ExportPlan, label: string): Promise<ExitStatus> {
  const { options, context } = run
  const wish = { label, format: options.format }
  await context.terminal.out(options.json === true ? planAsJson(plan, wish) : planAsText(plan, wish))
  const { file, place } = plan.blockerCount
  const isBlocked = place + (options.format === 'csv' ? 0 : file) > 0
  return plan.counts.selected === 0 || (isBlocked && !options.leaveOutUnreadable) ? 3 : 0
}

async function printResult(run: Run, result: Result<ExportResult>): Promise<ExitStatus> {
  if (!result.ok) return fail(run, result.error, [2, 3])
  const { options, context } = run
  run.jobs.dispose()
  await context.terminal.out(
    options.json === true ? exportAsJson(result.value) : exportAsText(result.value, options.format),
  )
  return 0
}

/** Says what went wrong, unless it is that the person stopped it. Answers the first status for wrong usage. */
function fail(
  { jobs, context }: Run,
  error: AppError,
  [usage, other]: readonly [ExitStatus, ExitStatus],
): ExitStatus {
  jobs.dispose()
  if (jobs.interruptStatus() === null) context.terminal.error(describeError(error))
  return ['bad-request', 'exists', 'forbidden'].includes(error.code) ? usage : other
}
