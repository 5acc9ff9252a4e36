/** Command `list`: one page of the sessions under a root. */
import { Option, type Command } from 'commander'
import type { SessionPage } from '../../shared/session/page'
import type { Problem } from '../../shared/session/session'
import { escapeText } from '../../shared/escapeText'
import { toSafeJson } from '../../shared/safeJson'
import { createJobs } from './job'
import { addFilterOptions, toQuery, type FilterOptions } from './filterOptions'
import { pageAsText } from './listText'
import { describeError, interruptedText, wholeNumber } from './options'
import type { CommandContext, ExitStatus } from './terminal'

interface ListOptions extends FilterOptions {
  readonly root?: string
  readonly limit: number
  readonly cursor?: string
  readonly threads?: boolean
  readonly json?: boolean
}

/** Adds the command. Exit status 3 when the root, or a folder in it, could not be read. */
export function addListCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('list')
    .description('List the sessions under a root, newest first. One row per rollout file.')
    .option('--root <dir>', 'the CODEX_HOME to read (default: $CODEX_HOME, else ~/.codex)')
    .option('--limit <n>', 'rows per page, up to 1,000', wholeNumber(1, 1000), 50)
    .option('--cursor <c>', 'continue where a page ended: its nextCursor')
  addFilterOptions(command)
    .addOption(
      new Option(
        '--threads',
        'put forks, segments, copies, sub-agents and reviews under what they belong to on this page',
      ).conflicts('json'),
    )
    .option('--no-catalog', 'read the folder itself (this version always does)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', filterHelp)
    .action(async (options: ListOptions) => {
      context.finish(await list(options, context))
    })
}

const filterHelp = `
All filters must hold. What is not recorded in a file matches no value. Filters ask for what the beginning of each file
says, so a filtered page may read many files; how many were left out, and by which filter, stands below the page.
`

async function list(options: ListOptions, context: CommandContext): Promise<ExitStatus> {
  const { terminal } = context
  const explorer = context.createExplorer({ root: options.root })
  const jobs = createJobs(explorer, terminal)
  try {
    const roots = await explorer.handlers['root:list']({})
    if (!roots.ok) return fail(terminal, describeError(roots.error))
    const root = roots.value.roots[0]
    if (root === undefined) return fail(terminal, 'rollscope: there is no root to list\n')
    const page = await jobs.run('listing', (jobId) =>
      explorer.handlers['session:list']({
        rootId: root.rootId,
        jobId,
        query: { ...toQuery(options), limit: options.limit, cursor: options.cursor ?? null },
      }),
    )
    jobs.dispose()
    const interruptStatus = jobs.interruptStatus()
    if (interruptStatus !== null) {
      terminal.error(interruptedText)
      return interruptStatus
    }
    if (!page.ok) {
      terminal.error(describeError(page.error))
      return page.error.code === 'bad-request' ? 2 : 3
    }
    const { problems } = page.value
    const isRootUnread = !root.exists || problems.some(({ code }) => rootProblems.includes(code))
    if (options.json === true) await terminal.out(pageAsJson(page.value))
    else if (!isRootUnread) await terminal.out(pageAsText(page.value, options.threads === true))
    for (const problem of problems) terminal.error(describeProblem(problem))
    if (isRootUnread) terminal.error('  Name another with --root, or set CODEX_HOME.\n')
    return isRootUnread || problems.some(({ severity }) => severity === 'error') ? 3 : 0
  } finally {
    jobs.dispose()
    await explorer.dispose()
  }
}

/** Problems with the root itself: nothing under it was looked at. */
const rootProblems: readonly string[] = ['list/root-missing', 'list/root-not-a-folder']

function fail(terminal: CommandContext['terminal'], text: string): ExitStatus {
  terminal.error(text)
  return 3
}

/** One document, one session a line. Grant ids stay out: they are random and mean nothing outside the process. */
export function pageAsJson(page: SessionPage): string {
  const { sessions, ...facts } = page
  const rows = sessions.map((session) => `\n${toSafeJson({ ...session, fileId: undefined })}`).join(',')
  return `{"sessions":[${rows}${rows === '' ? '' : '\n'}],${toSafeJson(facts).slice(1)}\n`
}

/** Returns a problem as one line for stderr. */
export function describeProblem(problem: Problem): string {
  const where = problem.path === null || problem.message.includes(problem.path) ? '' : `${problem.path}: `
  return `rollscope: ${escapeText(where + problem.message)}\n`
}
