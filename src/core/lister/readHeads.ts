/** Reads the heads of listed files and makes rows of them. Runs in a worker; a file that cannot be read is a row too. */
import { basename } from 'node:path'
import { err, ok, type AppError, type Result } from '../../shared/result'
import type { Task } from '../jobs/task'
import { attempt } from '../platform/attempt'
import type { FileSystem } from '../platform/fileSystem'
import { openByteSource } from '../source/byteSource'
import { candidatePath, shownPath, type Candidate, type ListSource } from './candidate'
import { readHead } from './head'
import { rowOfHead, unreadableRow, type HeadRow } from './headRow'

/** The files whose heads are wanted, with the sources that they were found in. */
export interface HeadsRequest {
  readonly sources: readonly ListSource[]
  readonly candidates: readonly Candidate[]
}

/** A row for each file, in the order of the request, and what reading them took. */
export interface HeadsAnswer {
  readonly rows: readonly HeadRow[]
  readonly bytesRead: number
}

/** Asks for the head of one granted file. */
export function headOfFile(file: {
  readonly path: string
  readonly label: string
  readonly isArchived: boolean
}): HeadsRequest {
  const { path, label, isArchived } = file
  const place = { source: 0, relative: basename(label), sortKey: '', sessionId: '' }
  return {
    sources: [{ kind: 'file', path, label, prefix: label }],
    candidates: [{ ...place, isArchived, hasCompressedSibling: false }],
  }
}

/** Reads the head of each candidate, in order. */
export const headsTask: Task<HeadsRequest, HeadsAnswer, { readonly done: number; readonly total: number }> = {
  name: 'lister.readHeads',
  run: ({ sources, candidates }, context): Result<HeadsAnswer> => {
    const rows: HeadRow[] = []
    let bytesRead = 0
    for (const candidate of candidates) {
      if (context.isCancelled()) return err({ code: 'cancelled', message: 'Listing was cancelled.' })
      const source = sources[candidate.source]
      if (source === undefined) continue
      const row = readRow(context.fileSystem, source, candidate)
      rows.push(row.row)
      bytesRead += row.bytesRead
      if (rows.length % 100 === 0) context.report({ done: rows.length, total: candidates.length })
    }
    return ok({ rows, bytesRead })
  },
}

function readRow(
  fileSystem: FileSystem,
  source: ListSource,
  candidate: Candidate,
): { readonly row: HeadRow; readonly bytesRead: number } {
  const path = candidatePath(source, candidate)
  const shown = shownPath(source, candidate)
  const place = { path, shown, candidate }
  const unreadable = (error: AppError): { readonly row: HeadRow; readonly bytesRead: number } => {
    const looked = attempt(shown, () => fileSystem.lookAt(path))
    return { row: unreadableRow(error, looked.ok ? looked.value : null, place), bytesRead: 0 }
  }
  const opened = openByteSource(fileSystem, path, shown)
  if (!opened.ok) return unreadable(opened.error)
  try {
    const head = readHead(opened.value, basename(shown))
    if (!head.ok) return unreadable(head.error)
    return { row: rowOfHead(head.value, opened.value.stat, place), bytesRead: head.value.bytesRead }
  } finally {
    opened.value.close()
  }
}
