/**
 * State database: the rows that Codex's `state_5.sqlite` has about sessions (ROLLOUT-FORMAT 1.1), read from a copy. What it
 * says is as hostile as a rollout: texts are cut, nothing of the database is run but its table is read, and no path is followed.
 */
import type Libsql from 'libsql'
import { err, ok, type Result } from '../../shared/result'

/** What a row says of a session. Null = not recorded. */
export interface StateRow {
  readonly id: string
  /** Whole path as it was written, of this machine or another. */
  readonly rolloutPath: string
  readonly isArchived: boolean
  readonly cwd: string | null
  readonly cliVersion: string | null
  readonly historyMode: string | null
  readonly gitBranch: string | null
  readonly gitCommit: string | null
  readonly gitRepositoryUrl: string | null
  readonly name: string | null
  /** What stands in the place of a name where there is none, and holds the name of a legacy session. */
  readonly title: string | null
}

/** The columns that are compared, under the names of Codex 0.169. */
const columns = {
  id: 'id',
  rolloutPath: 'rollout_path',
  isArchived: 'archived',
  cwd: 'cwd',
  cliVersion: 'cli_version',
  historyMode: 'history_mode',
  gitBranch: 'git_branch',
  gitCommit: 'git_sha',
  gitRepositoryUrl: 'git_origin_url',
  name: 'name',
  title: 'title',
} as const satisfies Record<keyof StateRow, string>
type Column = keyof typeof columns

/** Without these a row says nothing that could be compared. */
const needed: readonly Column[] = ['id', 'rolloutPath', 'isArchived']

/** Most characters of a text that are compared; both sides are cut alike. */
export const comparedText = 2_000

/** The rows of a database, and the columns that it lacks, under the names that Codex gives them. */
export interface StateRows {
  readonly missing: readonly string[]
  readonly count: number
}

/**
 * Hands every row to a visitor, until that answers false. Fails with words for people where the copy is no database, is
 * damaged, or has a form that is not known here.
 */
export async function readStateRows(
  path: string,
  visit: (row: StateRow) => boolean,
): Promise<Result<StateRows, string>> {
  const loaded = await loadLibrary()
  if (loaded === null) return err('the SQLite library is not installed with this Rollscope')
  try {
    const database = new loaded(path)
    try {
      return readRows(database, visit)
    } finally {
      database.close()
    }
  } catch (error) {
    // The library throws for whatever is wrong with a database, and has no class of error for that alone.
    return err(`it is damaged or no database (${error instanceof Error ? error.message : 'no reason given'})`)
  }
}

/** Loaded when it is needed, in a worker: a host that only looks at files never does. */
async function loadLibrary(): Promise<typeof Libsql | null> {
  try {
    return (await import('libsql')).default
  } catch {
    return null
  }
}

function readRows(database: Libsql.Database, visit: (row: StateRow) => boolean): Result<StateRows, string> {
  database.exec('PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cell_size_check = ON')
  const table = database.prepare("SELECT type, sql FROM sqlite_master WHERE name = 'threads'").all()[0]
  if (!isPlainTable(table)) return err('it has no table threads as Codex makes it')
  const present = new Set(
    database
      .prepare("SELECT name FROM pragma_table_info('threads')")
      .all()
      .map((column) => textOf(column, 'name')),
  )
  const known = (Object.keys(columns) as Column[]).filter((column) => present.has(columns[column]))
  const lacking = needed.filter((column) => !known.includes(column)).map((column) => columns[column])
  if (lacking.length > 0) return err(`its table threads has no ${lacking.join(', ')}`)
  const texts = known.map((column) => `substr(${columns[column]}, 1, ${String(comparedText)}) AS ${column}`)
  let count = 0
  for (const row of database.prepare(`SELECT ${texts.join(', ')} FROM threads`).iterate()) {
    count += 1
    if (!visit(toRow(row))) break
  }
  const missing = Object.values(columns).filter((name) => !present.has(name))
  return ok({ missing, count })
}

/** A view or a virtual table could run what its maker wanted. */
function isPlainTable(row: unknown): boolean {
  return textOf(row, 'type') === 'table' && /^CREATE TABLE/i.test(textOf(row, 'sql') ?? '')
}

function toRow(row: unknown): StateRow {
  return {
    id: textOf(row, 'id')?.toLowerCase() ?? '',
    rolloutPath: textOf(row, 'rolloutPath') ?? '',
    isArchived: textOf(row, 'isArchived') === '1',
    cwd: textOf(row, 'cwd'),
    cliVersion: textOf(row, 'cliVersion'),
    historyMode: textOf(row, 'historyMode'),
    gitBranch: textOf(row, 'gitBranch'),
    gitCommit: textOf(row, 'gitCommit'),
    gitRepositoryUrl: textOf(row, 'gitRepositoryUrl'),
    name: textOf(row, 'name'),
    title: textOf(row, 'title'),
  }
}

/** A value as text; null for one that is not there, is empty, or is none. */
function textOf(row: unknown, column: string): string | null {
  if (typeof row !== 'object' || row === null) return null
  const value: unknown = (row as Readonly<Record<string, unknown>>)[column]
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}
