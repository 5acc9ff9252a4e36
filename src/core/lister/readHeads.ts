/** Reads the heads of listed files and makes rows of them. Runs in a worker; a file that cannot be read is a row too. */
import { basename } from 'node:path'
import { err, ok, type AppError, type Result } from '../../shared/result'
import type { Problem, SessionSummary } from '../../shared/session/session'
import type { Task } from '../jobs/task'
import { attempt } from '../platform/attempt'
import type { FileSystem } from '../platform/fileSystem'
import { isoOfMs, isoOfText } from '../platform/isoTime'
import { openByteSource } from '../source/byteSource'
import { candidatePath, shownPath, type Candidate, type ListSource } from './candidate'
import { readHead } from './head'
import type { Head } from './headReader'
import { listProblem } from './listProblem'
import { sessionLinks } from './sessionLinks'
import { readRolloutName } from './rolloutName'

/** A row before it has a grant: with the file's path and inode, which stay in the host. */
export interface HeadRow {
  readonly path: string
  readonly device: string
  readonly inode: string
  readonly summary: Omit<SessionSummary, 'fileId'>
  readonly details: HeadDetails
}

/** What the header of an open session shows beyond the row. */
export interface HeadDetails {
  readonly gitRepositoryUrl: string | null
  readonly historyMode: string | null
  readonly forkedFromId: string | null
  readonly parentThreadId: string | null
}

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
  const opened = openByteSource(fileSystem, path, shown)
  if (!opened.ok)
    return { row: unreadableRow(fileSystem, path, shown, candidate, opened.error), bytesRead: 0 }
  try {
    const { stat } = opened.value
    const head = readHead(opened.value, basename(shown))
    if (!head.ok) return { row: unreadableRow(fileSystem, path, shown, candidate, head.error), bytesRead: 0 }
    const summary = toSummary(head.value, shown, candidate, stat)
    const details = toDetails(head.value)
    return {
      row: { path, device: stat.device, inode: stat.inode, summary, details },
      bytesRead: head.value.bytesRead,
    }
  } finally {
    opened.value.close()
  }
}

function toSummary(
  head: Head,
  shown: string,
  candidate: Candidate,
  stat: { readonly sizeBytes: number; readonly modifiedMs: number },
): HeadRow['summary'] {
  const name = readRolloutName(basename(candidate.relative))
  const facts = head.session
  return {
    id: facts?.id ?? name?.sessionId ?? null,
    path: shown,
    form: head.form,
    archived: candidate.isArchived,
    format: head.format,
    era: head.era,
    nameTime: name?.time ?? null,
    createdAt: isoOfText(facts?.timestamp ?? null) ?? isoOfText(name?.time ? `${name.time}Z` : null),
    updatedAt: isoOfMs(stat.modifiedMs),
    sizeBytes: stat.sizeBytes,
    cwd: facts?.cwd ?? null,
    originator: facts?.originator ?? null,
    cliVersion: facts?.cliVersion ?? null,
    source: facts?.source ?? null,
    modelProvider: facts?.modelProvider ?? null,
    model: head.model,
    gitBranch: facts?.gitBranch ?? null,
    gitCommit: facts?.gitCommit ?? null,
    name: null,
    preview: head.preview,
    links: sessionLinks(facts, name, head.copiedFromId),
    problems: [
      ...head.problems.map((problem) => ({ ...problem, path: shown })),
      ...listProblems(head, shown, candidate),
    ],
  }
}

function listProblems(head: Head, shown: string, candidate: Candidate): readonly Problem[] {
  const problems: Problem[] = []
  if (candidate.hasCompressedSibling) {
    problems.push({
      code: 'list/compressed-sibling',
      severity: 'info',
      message: 'A compressed copy lies beside this file. The plain file is the one that Codex reads.',
      path: shown,
    })
  }
  if (head.isCutShort) {
    problems.push({
      code: 'list/no-human-message',
      severity: 'info',
      message: 'No human message was found in the first part of the file; a listing reads no further.',
      path: shown,
    })
  }
  return problems
}

function toDetails(head: Head): HeadDetails {
  return {
    gitRepositoryUrl: head.session?.gitRepositoryUrl ?? null,
    historyMode: head.session?.historyMode ?? null,
    forkedFromId: head.session?.forkedFromId ?? null,
    parentThreadId: head.session?.parentThreadId ?? null,
  }
}

/** A file that cannot be read is a row all the same, with what can be seen of it from outside. */
function unreadableRow(
  fileSystem: FileSystem,
  path: string,
  shown: string,
  candidate: Candidate,
  error: AppError,
): HeadRow {
  const name = readRolloutName(basename(candidate.relative))
  const looked = attempt(shown, () => fileSystem.lookAt(path))
  return {
    path,
    device: '',
    inode: '',
    details: { gitRepositoryUrl: null, historyMode: null, forkedFromId: null, parentThreadId: null },
    summary: {
      id: name?.sessionId ?? null,
      path: shown,
      form: name?.form ?? 'jsonl',
      archived: candidate.isArchived,
      format: 'unknown',
      era: 'unknown',
      nameTime: name?.time ?? null,
      createdAt: isoOfText(name?.time ? `${name.time}Z` : null),
      updatedAt: looked.ok ? isoOfMs(looked.value.modifiedMs) : null,
      sizeBytes: looked.ok ? looked.value.sizeBytes : null,
      cwd: null,
      originator: null,
      cliVersion: null,
      source: null,
      modelProvider: null,
      model: null,
      gitBranch: null,
      gitCommit: null,
      name: null,
      preview: null,
      links: sessionLinks(null, name, null),
      problems: [listProblem(error, shown)],
    },
  }
}
