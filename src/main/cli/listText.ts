/** List text: a page of sessions as a table for people. */
import { groupByThread, plantThreads } from '../../shared/session/groupedRows'
import type { HidingFilter, SessionPage } from '../../shared/session/page'
import type { SessionSummary } from '../../shared/session/session'
import { threadRole } from '../../shared/session/threadRole'
import { linkThreads } from '../../shared/session/threads'
import { escapeText } from '../../shared/escapeText'
import { cut, formatBytes, formatCount, formatTable, plural } from '../../shared/formatText'

/** A table, and below it what is not in it and how to go on. `threads` puts rows under those they belong to. */
export function pageAsText(page: SessionPage, threads = false): string {
  if (page.sessions.length === 0) {
    if (page.scannedFiles === 0) {
      return 'There are no rollout files under this root: none in "sessions", none in "archived_sessions".\n'
    }
    const looked = plural(page.hidden.filtered, 'rollout file')
    return `No sessions match. ${looked} looked at${leftOut(page)}.\n${filteredOut(page)}`
  }
  const rows = threads ? threadRows(page.sessions) : page.sessions.map((session) => ({ session, prefix: '' }))
  const table = formatTable(
    [
      { title: 'CREATED (UTC)' },
      { title: 'SIZE', right: true },
      { title: 'ID' },
      { title: 'CODEX' },
      { title: 'FOLDER' },
      { title: 'NAME OR FIRST PROMPT' },
    ],
    rows.map(({ session, prefix }) => cellsOf(session, prefix)),
  )
  const next = page.nextCursor === null ? '' : `More: --cursor ${escapeText(page.nextCursor)}\n`
  const count = `${formatCount(page.sessions.length)} of ${plural(page.matchedFiles, 'rollout file')}`
  return `${table}${count}${leftOut(page)}\n${filteredOut(page)}${next}`
}

function cellsOf(session: SessionSummary, prefix: string): readonly string[] {
  return [
    escapeText(session.createdAt?.slice(0, 19) ?? 'not recorded'),
    session.sizeBytes === null ? 'not known' : formatBytes(session.sizeBytes),
    cut(escapeText(session.id ?? 'no id'), 36),
    cut(escapeText(session.cliVersion ?? '-'), 16),
    cut(escapeText(session.cwd ?? 'not recorded'), 40),
    prefix + cut(escapeText(session.name ?? session.preview ?? session.problems[0]?.message ?? '-'), 60),
  ]
}

interface ThreadRow {
  readonly session: SessionSummary
  readonly prefix: string
}

/** Rows deeper than this are printed no further in. */
const deepestIndent = 4

/** The rows of a page with what belongs to each below it. What belongs to a row of another page stays where it is. */
function threadRows(sessions: readonly SessionSummary[]): readonly ThreadRow[] {
  const { parents, orphans } = linkThreads(sessions)
  const forest = plantThreads(parents, Uint32Array.from(sessions.keys()))
  const { rows, depths } = groupByThread(forest, new Uint8Array(sessions.length).fill(1), new Set())
  return [...rows].flatMap((number, place) => {
    const session = sessions[number]
    if (session === undefined) return []
    const depth = depths[place] ?? 0
    const indent = '  '.repeat(Math.max(0, Math.min(depth, deepestIndent) - 1))
    if (depth > 0) return [{ session, prefix: `${indent}└ ${threadRole(session)}: ` }]
    return [
      { session, prefix: orphans[number] === 1 ? `(${threadRole(session)} of one not on this page) ` : '' },
    ]
  })
}

/** What the archived filter left out is no part of the count before it, and must not pass unnoticed. */
function leftOut({ hidden }: SessionPage): string {
  const { archived } = hidden
  return archived === 0 ? '' : `; ${formatCount(archived)} left out by --archived (include shows all)`
}

const optionNames: Readonly<Partial<Record<HidingFilter, string>>> = { version: 'codex-version' }

/** What the other filters left out of what this page looked at, the strictest filter first. */
function filteredOut({ sessions, hidden }: SessionPage): string {
  if (hidden.filtered === 0) return ''
  const looked = plural(sessions.length + hidden.filtered, 'file')
  const filters = (Object.entries(hidden.byFilter) as readonly [HidingFilter, number][])
    .toSorted(([, a], [, b]) => b - a)
    .map(([filter, count]) => `--${optionNames[filter] ?? filter} ${formatCount(count)}`)
  return `${formatCount(hidden.filtered)} of ${looked} looked at for this page left out: ${filters.join(', ')}\n`
}
