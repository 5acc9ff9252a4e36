/** Command `show`: the lines of one rollout, whatever is wrong with them. */
import type { Command } from 'commander'
import type { Explorer } from '../../core/explorer'
import type { LineWindow, Request } from '../../shared/contract/contract'
import type { AppError, Result } from '../../shared/result'
import { createJobs, type Jobs } from './job'
import { jsonLinePrinter, textLinePrinter, type LinePrinter } from './linePrinter'
import { openOneFile } from './openFiles'
import { describeError, interruptedText, wholeNumber } from './options'
import type { CommandContext, ExitStatus } from './terminal'

interface ShowOptions {
  readonly from: number
  readonly limit: number
  readonly maxText: number
  readonly json?: boolean
}

/** The contract's largest window; `show` reads as many windows as the limit takes. */
const windowLines = 500

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
    .option('--json', 'print one JSON document')
    .action(async (file: string, options: ShowOptions) => {
      const print =
        options.json === true ? jsonLinePrinter(terminal.out) : textLinePrinter(terminal.out, options.from)
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

  const request = { fileId, maxTextBytes: options.maxText, whole: true }
  let from: number | null = options.from
  let left = options.limit
  let begun = false
  while (from !== null && left > 0) {
    const window = await readWindow(explorer, jobs, { ...request, from, limit: Math.min(left, windowLines) })
    if (!window.ok) return window.error
    if (!begun) await print.begin(file, header.value)
    begun = true
    const { lines, nextLine }: LineWindow = window.value
    await print.lines(lines)
    left -= lines.length
    from = lines.length === 0 ? null : nextLine
  }
  await print.end(from)
  return null
}

/** Reads a window; builds the index first where the window reaches beyond what is indexed. */
async function readWindow(
  explorer: Explorer,
  jobs: Jobs,
  request: Request<'rollout:readLines'>,
): Promise<Result<LineWindow>> {
  const { fileId } = request
  const read = (): Promise<Result<LineWindow>> =>
    jobs.run('reading lines', () => explorer.handlers['rollout:readLines'](request))
  const early = await read()
  if (early.ok && (early.value.lines.length === request.limit || early.value.index.complete)) return early
  const index = await jobs.run('counting lines', (jobId) =>
    explorer.handlers['rollout:index']({ fileId, jobId }),
  )
  return index.ok ? read() : index
}
