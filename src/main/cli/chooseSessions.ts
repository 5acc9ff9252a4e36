/** Chooses sessions for an export: the query of a root, or the files that arguments name. */
import type { Explorer } from '../../core/explorer'
import type { LeftOut } from '../../shared/export/exportPlan'
import type { ExportSelection } from '../../shared/export/exportSelection'
import { escapeText } from '../../shared/escapeText'
import { toQuery, type FilterOptions } from './filterOptions'
import type { Jobs } from './job'
import { openArguments } from './openFiles'
import { describeError } from './options'
import type { Terminal } from './terminal'

/** The options by which a command chooses sessions. */
export interface ChoosingOptions extends FilterOptions {
  readonly root?: string
  readonly limit?: number
  readonly leaveOutUnreadable: boolean
}

interface Tools {
  readonly explorer: Explorer
  readonly jobs: Jobs
  readonly terminal: Terminal
}

/** Returns the selection, or null when something named cannot be had; that was said then. */
export async function chooseSessions(
  paths: readonly string[],
  options: ChoosingOptions,
  tools: Tools,
): Promise<ExportSelection | null> {
  if (paths.length > 0) return chooseNamed(paths, options, tools)
  const roots = await tools.explorer.handlers['root:list']({})
  if (!roots.ok) {
    tools.terminal.error(describeError(roots.error))
    return null
  }
  const [root] = roots.value.roots
  if (root === undefined) return null
  return { kind: 'query', rootId: root.rootId, query: toQuery(options), limit: options.limit ?? null }
}

async function chooseNamed(
  paths: readonly string[],
  { leaveOutUnreadable }: ChoosingOptions,
  { explorer, jobs, terminal }: Tools,
): Promise<ExportSelection | null> {
  const { files, notes } = await openArguments(explorer, jobs, paths)
  const fileIds: string[] = []
  const unreadable: string[] = []
  const passedOver: string[] = []
  for (const { message } of notes) terminal.error(`rollscope: note: ${escapeText(message)}\n`)
  for (const file of files) {
    if ('entry' in file) fileIds.push(file.entry.fileId)
    else {
      terminal.error(`rollscope: ${escapeText(file.problem.message)}\n`)
      const { isError, path } = file.problem
      if (isError) unreadable.push(path)
      else passedOver.push(path)
    }
  }
  if (unreadable.length === 0 || leaveOutUnreadable) {
    const leftOut = [...leftOutAs('unreadable', unreadable), ...leftOutAs('passed-over', passedOver)]
    return { kind: 'files', fileIds, chosenBy: 'arguments', filterText: null, listed: null, leftOut }
  }
  terminal.error('  Nothing was exported. --leave-out-unreadable goes on without it.\n')
  return null
}

/** So many are named; all are counted. */
const mostNamed = 100

function leftOutAs(reason: LeftOut['reason'], paths: readonly string[]): readonly LeftOut[] {
  return paths.length === 0 ? [] : [{ reason, count: paths.length, paths: paths.slice(0, mostNamed) }]
}
