/** Head row: what a list shows of one file, from its head, or from outside where it cannot be read. Pure. */
import { basename } from 'node:path'
import type { AppError } from '../../shared/result'
import type { Problem, SessionSummary } from '../../shared/session/session'
import type { FileStat } from '../platform/fileSystem'
import { isoOfMs, isoOfText } from '../platform/isoTime'
import type { Candidate } from './candidate'
import type { Head } from './headReader'
import { listProblem } from './listProblem'
import { readRolloutName } from './rolloutName'
import { sessionLinks } from './sessionLinks'

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

/** Where a file lies, what a row calls that place, and what the walk found. */
export interface RowPlace {
  readonly path: string
  readonly shown: string
  readonly candidate: Candidate
}

/** Returns the row of a file whose head was read. */
export function rowOfHead(head: Head, stat: FileStat, { path, shown, candidate }: RowPlace): HeadRow {
  const name = readRolloutName(basename(candidate.relative))
  const facts = head.session
  const summary = {
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
  return { path, device: stat.device, inode: stat.inode, summary, details: toDetails(head) }
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

/** Returns the row of a file that cannot be read, with what can be seen of it from outside, if anything. */
export function unreadableRow(
  error: AppError,
  seen: FileStat | null,
  { path, shown, candidate }: RowPlace,
): HeadRow {
  const name = readRolloutName(basename(candidate.relative))
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
      updatedAt: seen === null ? null : isoOfMs(seen.modifiedMs),
      sizeBytes: seen?.sizeBytes ?? null,
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
