/**
 * Command `history`: what Codex loads when it resumes a session, out of one file or of several that belong together.
 *
 * Exit status 3 when there is no such file, when nothing can be loaded, and when records of the history are not there or
 * cannot be read: the document says which. What Codex itself would skip is a problem in it and no failure.
 */
import type { Command } from 'commander'
import type { Explorer } from '../../core/explorer'
import { err, ok, type AppError, type Result } from '../../shared/result'
import {
  newHistory,
  type HistoryPage,
  type HistoryPlace,
  type HistoryProblem,
} from '../../shared/rollout/history'
import { historyAsJson, historyAsText, type HistoryPrinter } from './historyPrinters'
import { createJobs, type Jobs } from './job'
import { openOneFile } from './openFiles'
import { describeError, interruptedText } from './options'
import type { CommandContext, ExitStatus } from './terminal'

/** Adds the command. */
export function addHistoryCommand(program: Command, context: CommandContext): void {
  const { terminal } = context
  program
    .command('history')
    .description('Show what Codex loads when it resumes a session: its records, and what it leaves out.')
    .argument('<file>', 'a rollout file: .jsonl or .jsonl.zst')
    .option('--json', 'print one JSON document')
    .action(async (file: string, { json }: { readonly json?: boolean }) => {
      const print = json === true ? historyAsJson(terminal.out) : historyAsText(terminal.out)
      context.finish(await history(file, print, context))
    })
}

async function history(
  file: string,
  print: HistoryPrinter,
  { createExplorer, terminal }: CommandContext,
): Promise<ExitStatus> {
  const explorer = createExplorer({})
  const jobs = createJobs(explorer, terminal)
  try {
    const printed = await printHistory({ explorer, jobs, file, print })
    jobs.dispose()
    const interruptStatus = jobs.interruptStatus()
    if (interruptStatus !== null) {
      terminal.error(interruptedText)
      return interruptStatus
    }
    if (printed.ok) return printed.value ? 0 : 3
    // A reader that had enough (`| head`) got what it asked for.
    if (jobs.isStopped()) return 0
    terminal.error(describeError(printed.error))
    return 3
  } finally {
    jobs.dispose()
    await explorer.dispose()
  }
}

interface Wish {
  readonly explorer: Explorer
  readonly jobs: Jobs
  readonly file: string
  readonly print: HistoryPrinter
}

/** Problems that are kept until the items are printed; when there are more, they are read again. */
const problemsHeld = 10_000

/** Prints page after page, items first, then problems. True when all of the history could be read. */
async function printHistory(wish: Wish): Promise<Result<boolean>> {
  const { explorer, jobs, file, print } = wish
  const found = await findFile(wish)
  if (!found.ok) return found
  const fileId = found.value
  if (fileId === null) return ok(await printNew(file, print))
  const readPage = (from: HistoryPlace | null): Promise<Result<HistoryPage>> =>
    jobs.run(file, (jobId) => explorer.handlers['rollout:history']({ fileId, jobId, from }))

  const held: HistoryProblem[] = []
  let total = 0
  let isWhole = true
  const items = await eachPage(readPage, async (page, isFirst) => {
    if (isFirst) await print.begin(file, page)
    await print.items(page.items)
    total += page.problems.length
    isWhole &&= !page.problems.some(({ severity }) => severity === 'error')
    if (total <= problemsHeld) held.push(...page.problems)
  })
  if (!items.ok) return items
  await print.beginProblems(total)
  if (total <= problemsHeld) await print.problems(held)
  else {
    const again = await eachPage(readPage, (page) => print.problems(page.problems))
    if (!again.ok) return again
  }
  await print.end()
  return ok(isWhole)
}

async function printNew(file: string, print: HistoryPrinter): Promise<boolean> {
  await print.begin(file, newHistory)
  await print.beginProblems(0)
  await print.end()
  return false
}

/** Grants the file, or its compressed form where only that is there. Null when neither is. */
async function findFile({ explorer, jobs, file }: Wish): Promise<Result<string | null>> {
  const names = file.endsWith('.jsonl') ? [file, `${file}.zst`] : [file]
  for (const name of names) {
    const entry = await openOneFile(explorer, jobs, name)
    if (entry.ok) return ok(entry.value.fileId)
    if (entry.error.code !== 'not-found') return err<AppError>(entry.error)
  }
  return ok(null)
}

async function eachPage(
  readPage: (from: HistoryPlace | null) => Promise<Result<HistoryPage>>,
  use: (page: HistoryPage, isFirst: boolean) => Promise<void>,
): Promise<Result<null>> {
  let from: HistoryPlace | null = null
  do {
    const page: Result<HistoryPage> = await readPage(from)
    if (!page.ok) return page
    await use(page.value, from === null)
    from = page.value.next
  } while (from !== null)
  return ok(null)
}
