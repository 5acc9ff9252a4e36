/** Session table: the rows of the list as CSV, one column for each field, in an order that stays. */
import type { SessionSummary } from '../../shared/session/session'
import { csvRow, type CsvCell } from './csv'

/** What a row of the table is made of: all that the list says of a session but the id of its grant. */
export type TableRow = Omit<SessionSummary, 'fileId'>

const columns: readonly (readonly [string, (row: TableRow) => CsvCell])[] = [
  ['id', ({ id }) => id],
  ['path', ({ path }) => path],
  ['form', ({ form }) => form],
  ['archived', ({ archived }) => String(archived)],
  ['format', ({ format }) => format],
  ['era', ({ era }) => era],
  ['nameTime', ({ nameTime }) => nameTime],
  ['createdAt', ({ createdAt }) => createdAt],
  ['updatedAt', ({ updatedAt }) => updatedAt],
  ['sizeBytes', ({ sizeBytes }) => sizeBytes],
  ['cwd', ({ cwd }) => cwd],
  ['originator', ({ originator }) => originator],
  ['cliVersion', ({ cliVersion }) => cliVersion],
  ['source', ({ source }) => source],
  ['modelProvider', ({ modelProvider }) => modelProvider],
  ['model', ({ model }) => model],
  ['gitBranch', ({ gitBranch }) => gitBranch],
  ['gitCommit', ({ gitCommit }) => gitCommit],
  ['name', ({ name }) => name],
  ['preview', ({ preview }) => preview],
  ['role', ({ links }) => links.role],
  ['rolloutId', ({ links }) => links.rolloutId],
  ['threadRootId', ({ links }) => links.threadRootId],
  ['forkedFromId', ({ links }) => links.forkedFromId],
  ['parentThreadId', ({ links }) => links.parentThreadId],
  ['baseRolloutId', ({ links }) => links.baseRolloutId],
  ['copiedFromId', ({ links }) => links.copiedFromId],
  ['problems', ({ problems }) => problemText(problems)],
]

/** What the table is called in an export. */
export const tableName = 'sessions.csv'

/** The first row: the names of the columns. */
export const tableHeader = csvRow(columns.map(([name]) => name))

/** Returns one session as a row. */
export function tableRow(row: TableRow): string {
  return csvRow(columns.map(([, cell]) => cell(row)))
}

function problemText(problems: TableRow['problems']): string | null {
  if (problems.length === 0) return null
  return problems.map(({ severity, code, message }) => `${severity} ${code}: ${message}`).join('; ')
}
