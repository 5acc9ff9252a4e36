/**
 * Candidate: one rollout file that a walk found, before anything of it was read: where it lies, and its place in the order
 * of a list. Candidates travel from the worker to the host as one text.
 */
import { join } from 'node:path'

/**
 * A place to list: a CODEX_HOME, any folder, or one file. `label` names it in messages; `prefix` stands before the paths
 * below it, and is the shown path of a single file.
 */
export interface ListSource {
  readonly kind: 'home' | 'folder' | 'file'
  readonly path: string
  readonly label: string
  readonly prefix: string
}

/** One rollout file. `relative` is its path below the source with `/`, or its name where the source is the file. */
export interface Candidate {
  readonly source: number
  readonly relative: string
  readonly sortKey: string
  readonly sessionId: string
  readonly isArchived: boolean
  /** A plain file whose compressed sibling is passed over. */
  readonly hasCompressedSibling: boolean
}

/** Returns the path by which a listed file is opened. Never leaves the host. */
export function candidatePath(source: ListSource, candidate: Candidate): string {
  return source.kind === 'file' ? source.path : join(source.path, candidate.relative)
}

/** Returns the path by which people see a listed file. */
export function shownPath(source: ListSource, candidate: Candidate): string {
  if (source.kind === 'file') return source.prefix
  return source.prefix === '' ? candidate.relative : `${source.prefix}/${candidate.relative}`
}

/** What orders a candidate, and what a cursor names. */
export type Place = Pick<Candidate, 'sortKey' | 'sessionId' | 'relative' | 'source'>

/** The order of a list, ascending: sort key, session id, path, as plain text, and then which of several sources it is. */
export function compareCandidates(a: Place, b: Place): number {
  return (
    compareText(a.sortKey, b.sortKey) ||
    compareText(a.sessionId, b.sessionId) ||
    compareText(a.relative, b.relative) ||
    a.source - b.source
  )
}

/** Compares two texts by their code units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A path cannot hold a NUL, so NULs can separate fields and records. */
const separator = '\0'
const fieldCount = 5

/** Writes candidates as one text. */
export function packCandidates(candidates: readonly Candidate[]): string {
  return candidates
    .map((candidate) =>
      [
        candidate.source,
        candidate.relative,
        candidate.sortKey,
        candidate.sessionId,
        (candidate.isArchived ? 1 : 0) + (candidate.hasCompressedSibling ? 2 : 0),
      ].join(separator),
    )
    .join(separator)
}

/** Reads back what `packCandidates` wrote. */
export function unpackCandidates(packed: string): readonly Candidate[] {
  if (packed === '') return []
  const fields = packed.split(separator)
  const candidates: Candidate[] = []
  for (let at = 0; at < fields.length; at += fieldCount) {
    const flags = Number(fields[at + 4])
    candidates.push({
      source: Number(fields[at]),
      relative: fields[at + 1] ?? '',
      sortKey: fields[at + 2] ?? '',
      sessionId: fields[at + 3] ?? '',
      isArchived: (flags & 1) !== 0,
      hasCompressedSibling: (flags & 2) !== 0,
    })
  }
  return candidates
}
