/** Command `list`: one page of the sessions under a root. */
import type { Command } from 'commander'
import type { SessionPage } from '../../shared/session/page'
import type { Problem } from '../../shared/session/session'
import { escapeText, toSafeJson } from './escapeText'
import { cut, formatBytes, formatTable, plural } from './format'
import { createJobs } from './job'
import { addFilterOptions, toQuery, type FilterOptions } from './filterOptions'
import { describeError, interruptedText, wholeNumber } from './options'
import type { CommandContext, ExitStatus } from './terminal'

interface ListOptions extends FilterOptions {
  readonly root?: string
  readonly limit: number
  readonly cursor?: string
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
    .option('--no-catalog', 'read the folder itself (this version always does)')
    .option('--json', 'print one JSON document')
    .action(async (options: ListOptions) => {
      context.finish(await list(options, context))
    })
}

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
    else if (!isRootUnread) await terminal.out(pageAsText(page.value))
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

/** A table for people, and below it how to go on. */
export function pageAsText(page: SessionPage): string {
  if (page.sessions.length === 0) {
    return page.scannedFiles === 0
      ? 'There are no rollout files under this root: none in "sessions", none in "archived_sessions".\n'
      : `No sessions match. ${plural(page.matchedFiles, 'rollout file')} looked at${leftOut(page)}.\n`
  }
  const rows = page.sessions.map((session) => [
    escapeText(session.createdAt?.slice(0, 19) ?? 'not recorded'),
    session.sizeBytes === null ? 'not known' : formatBytes(session.sizeBytes),
    cut(escapeText(session.id ?? 'no id'), 36),
    cut(escapeText(session.cliVersion ?? '-'), 16),
    cut(escapeText(session.cwd ?? 'not recorded'), 40),
    cut(escapeText(session.name ?? session.preview ?? session.problems[0]?.message ?? '-'), 60),
  ])
  const table = formatTable(
    [
      { title: 'CREATED (UTC)' },
      { title: 'SIZE', right: true },
      { title: 'ID' },
      { title: 'CODEX' },
      { title: 'FOLDER' },
      { title: 'NAME OR FIRST PROMPT' },
    ],
    rows,
  )
  const next = page.nextCursor === null ? '' : `More: --cursor ${escapeText(page.nextCursor)}\n`
  return `${table}${String(page.sessions.length)} of ${plural(page.matchedFiles, 'rollout file')}${leftOut(page)}\n${next}`
}

/** What the archived filter left out is no part of the count before it, and must not pass unnoticed. */
function leftOut({ scannedFiles, matchedFiles }: SessionPage): string {
  const count = scannedFiles - matchedFiles
  return count === 0 ? '' : `; ${String(count)} left out by --archived (include shows all)`
}

/** Returns a problem as one line for stderr. */
export function describeProblem(problem: Problem): string {
  const where = problem.path === null || problem.message.includes(problem.path) ? '' : `${problem.path}: `
  return `rollscope: ${escapeText(where + problem.message)}\n`
}
