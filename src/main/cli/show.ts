/** Command `show`: the lines of one rollout, whatever is wrong with them, or those of them that match. */
import type { Command } from 'commander'
import type { Explorer } from '../../core/explorer'
import type { AppError } from '../../shared/result'
import { LineFilterSchema, longestFilterText, type LineFilter } from '../../shared/rollout/lineFilter'
import { lineGroups, type LineGroup } from '../../shared/rollout/strip'
import { createJobs, type Jobs } from './job'
import { jsonLinePrinter, textLinePrinter, type LinePrinter } from './linePrinter'
import { allLines, findMatches, matchingLines, windowLines } from './lineReader'
import { openOneFile } from './openFiles'
import { describeError, interruptedText, oneOf, severalOf, shortText, wholeNumber } from './options'
import type { CommandContext, ExitStatus } from './terminal'

interface ShowOptions {
  readonly from: number
  readonly limit: number
  readonly maxText: number
  readonly kind?: readonly LineGroup[]
  readonly type?: readonly string[]
  readonly grep?: string
  readonly caseSensitive?: boolean
  readonly json?: boolean
}

/** Adds the command. Exit status 3 when the file cannot be read; damage in it is shown, not failed on. */
export function addShowCommand(program: Command, context: CommandContext): void {
  const { terminal } = context
  program
    .command('show')
    .description('Show the lines of one rollout: number, place, status, type and text.')
    .argument('<file>', 'a rollout file: .jsonl or .jsonl.zst')
    .option('--from <n>', 'first line', wholeNumber(1, Number.MAX_SAFE_INTEGER), 1)
    .option('--limit <n>', 'number of lines, any', wholeNumber(1, Number.MAX_SAFE_INTEGER), 100)
    .option('--max-text <bytes>', 'text per line, 16 to 1,048,576 bytes', wholeNumber(16, 1_048_576), 400)
    .option(
      '--kind <kind>',
      `only lines of this kind, several times for several: ${lineGroups.join(', ')}`,
      severalOf(oneOf(lineGroups)),
    )
    .option(
      '--type <type>',
      'only lines of this type, as it is printed: turn_context, event_msg/token_count',
      severalOf((text) => text),
    )
    .option(
      '--grep <text>',
      'only lines with this text, as it stands or decoded',
      shortText(longestFilterText),
    )
    .option('--case-sensitive', 'upper and lower case of that text count')
    .option('--json', 'print one JSON document')
    .action(async (file: string, options: ShowOptions) => {
      const print =
        options.json === true
          ? jsonLinePrinter(terminal.out)
          : textLinePrinter(terminal.out, { from: options.from, note: terminal.error })
      context.finish(await show(file, options, print, context))
    })
}

async function show(
  file: string,
  options: ShowOptions,
  print: LinePrinter,
  { createExplorer, terminal }: CommandContext,
): Promise<ExitStatus> {
  const explorer = createExplorer({})
  const jobs = createJobs(explorer, terminal)
  try {
    const failure = await printFile(explorer, jobs, { file, options, print })
    jobs.dispose()
    const interruptStatus = jobs.interruptStatus()
    if (interruptStatus !== null) {
      terminal.error(interruptedText)
      return interruptStatus
    }
    // A reader that had enough (`| head`) got what it asked for.
    if (failure === null || jobs.isStopped()) return 0
    terminal.error(describeError(failure))
    return 3
  } finally {
    jobs.dispose()
    await explorer.dispose()
  }
}

interface Wish {
  readonly file: string
  readonly options: ShowOptions
  readonly print: LinePrinter
}

/**
 * Prints window after window, so that memory does not grow with the limit. Returns what went wrong, or null.
 * Nothing is printed before the first window is there: a file that cannot be read gives a message, no half document.
 */
async function printFile(
  explorer: Explorer,
  jobs: Jobs,
  { file, options, print }: Wish,
): Promise<AppError | null> {
  const entry = await openOneFile(explorer, jobs, file)
  if (!entry.ok) return entry.error
  const { fileId } = entry.value
  const header = await jobs.run(file, (jobId) =>
    explorer.handlers['rollout:open']({ fileId, jobId, acceptReplaced: false }),
  )
  if (!header.ok) return header.error

  const source = { fileId, maxTextBytes: options.maxText }
  const filter = toFilter(options)
  const found = filter === null ? null : await findMatches(explorer, jobs, fileId, filter)
  if (found?.ok === false) return found.error
  const read = filter === null ? allLines(explorer, jobs, source) : matchingLines(explorer, jobs, source)
  let from: number | null = options.from
  let left = options.limit
  let begun = false
  while (from !== null && left > 0) {
    const window = await read(from, Math.min(left, windowLines))
    if (!window.ok) return window.error
    if (!begun) await print.begin(file, header.value)
    begun = true
    const { lines, nextLine } = window.value
    await print.lines(lines)
    left -= lines.length
    from = lines.length === 0 ? null : nextLine
  }
  await print.end(from, found?.value ?? null)
  return null
}

/** The filter of the options, or null when none of them asks for one. */
function toFilter({ kind, type, grep, caseSensitive }: ShowOptions): LineFilter | null {
  if (kind === undefined && type === undefined && grep === undefined) return null
  return LineFilterSchema.parse({ kinds: kind, types: type, text: grep, caseSensitive })
}
