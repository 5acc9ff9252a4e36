import { join } from 'node:path'
import Database from 'libsql'

/** A row of a state database, with what a test says about it. */
export type FixtureRow = Readonly<Record<string, string | number | null>>

/** The columns of Codex 0.169 that are compared, and two that are not. */
const createTable = `CREATE TABLE threads (
    id TEXT PRIMARY KEY, rollout_path TEXT NOT NULL, created_at INTEGER NOT NULL DEFAULT 0,
    cwd TEXT NOT NULL DEFAULT '', title TEXT NOT NULL DEFAULT '', archived INTEGER NOT NULL DEFAULT 0,
    git_sha TEXT, git_branch TEXT, git_origin_url TEXT, cli_version TEXT NOT NULL DEFAULT '',
    history_mode TEXT NOT NULL DEFAULT 'legacy', name TEXT, tokens_used INTEGER NOT NULL DEFAULT 0)`

/** Makes a state database in a home. With `keepsLog` the rows stand in its write-ahead log alone; close it then. */
export function makeState(
  home: string,
  rows: readonly FixtureRow[],
  { sql = createTable, keepsLog = false }: { readonly sql?: string; readonly keepsLog?: boolean } = {},
): { readonly close: () => void } {
  const database = new Database(join(home, 'state_5.sqlite'))
  database.exec('PRAGMA journal_mode = WAL')
  database.exec(sql)
  database.exec('BEGIN')
  for (const row of rows) {
    const names = Object.keys(row)
    const marks = names.map(() => '?').join(', ')
    database.prepare(`INSERT INTO threads (${names.join(', ')}) VALUES (${marks})`).run(...Object.values(row))
  }
  database.exec('COMMIT')
  if (!keepsLog) {
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.close()
  }
  return {
    close: () => {
      if (keepsLog) database.close()
    },
  }
}
