/** Run row: what a run says of a file before it is checked, or of one that nobody can check. Pure. */
import type { Problem } from '../../../shared/session/session'
import type { RunRow } from '../../../shared/validation/run'
import { noFindings } from '../../report/report'
import type { ScopedFile } from './runScope'

const emptyRow = {
  fileId: null,
  name: null,
  nameTime: null,
  isArchived: false,
  sizeBytes: 0,
  verdict: 'not-checked',
  counts: noFindings,
  lineCount: null,
  session: null,
  place: null,
  problem: null,
} as const

/** The row of a file that is to be checked. */
export function newRow(
  { fileId, grant, nameTime }: ScopedFile,
  facts: Pick<RunRow, 'index' | 'sizeBytes' | 'name'>,
): RunRow {
  return { ...emptyRow, ...facts, fileId, nameTime, path: grant.label, isArchived: grant.isArchived }
}

/** The row of a file that cannot even be named. */
export function unreadableRow({ path, code, message }: Problem, index: number): RunRow {
  const problem = { code: code.replace(/^list\//, ''), message }
  return { ...emptyRow, index, path: path ?? '', verdict: 'unreadable', problem }
}
