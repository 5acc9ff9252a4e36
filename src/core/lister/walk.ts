/**
 * Walk: which rollout files there are, by their names alone. Runs in a worker.
 *
 * Everything that ends in `.jsonl` or `.jsonl.zst` below `sessions` and `archived_sessions` is a row, however odd its
 * name; there is no cap. Links are never followed, so a loop cannot hold the walk and nothing outside the root is read;
 * each is reported. A directory that cannot be read is a problem, and the walk goes on.
 */
import { basename, join } from 'node:path'
import { err, errorText, ok, type AppError, type Result } from '../../shared/result'
import type { SortKey } from '../../shared/session/query'
import type { Problem } from '../../shared/session/session'
import type { Task, TaskContext } from '../jobs/task'
import { attempt } from '../platform/attempt'
import type { FileSystem } from '../platform/fileSystem'
import { compareCandidates, compareText, packCandidates, type Candidate, type ListSource } from './candidate'
import { readRolloutName, type RolloutName } from './rolloutName'
import { readSessionNames } from './sessionNames'

/** Result of a walk. `packed` holds the candidates of `packCandidates` as one text: ten times cheaper to hand over. */
export interface WalkAnswer {
  readonly packed: string
  readonly scannedFiles: number
  readonly problems: readonly Problem[]
  readonly names: readonly (readonly [string, string])[]
}

/** Finds and orders the rollout files of some sources. */
export const walkTask: Task<
  {
    readonly sources: readonly ListSource[]
    readonly sort: SortKey
    readonly ascending: boolean
    /** Rollscope's own folder, which is no evidence and is passed over wherever it lies. */
    readonly ownFolder: string
  },
  WalkAnswer,
  { readonly done: number; readonly total: number }
> = {
  name: 'lister.walk',
  run: ({ sources, sort, ascending, ownFolder }, context): Result<WalkAnswer> => {
    const walk = new Walk(context, { sort, ownFolder, sources })
    sources.forEach((source, index) => {
      walk.addSource(source, index)
    })
    const names = sources.flatMap((source) => walk.namesOf(source))
    // A part of the names would be taken for all of them.
    if (context.isCancelled()) return err({ code: 'cancelled', message: 'Listing was cancelled.' })
    const candidates = [...walk.candidates].sort(compareCandidates)
    if (!ascending) candidates.reverse()
    return ok({
      packed: packCandidates(candidates),
      scannedFiles: candidates.length,
      problems: walk.problems,
      names,
    })
  },
}

/** What makes a folder a CODEX_HOME, and the JSON lines in it that are no rollouts (ROLLOUT-FORMAT 1.1). */
const homeFolders: ReadonlySet<string> = new Set(['sessions', 'archived_sessions'])
const homeFiles: ReadonlySet<string> = new Set(['session_index.jsonl', 'history.jsonl'])

/** Deepest folder that is entered, far beyond what Codex makes. */
const depthLimit = 64

class Walk {
  readonly candidates: Candidate[] = []
  readonly problems: Problem[] = []
  readonly #context: TaskContext<unknown>
  readonly #fileSystem: FileSystem
  readonly #sort: SortKey

  readonly #ownFolder: string
  /** Files that were found already: a folder and a file in it may both have been opened. */
  readonly #found = new Set<string>()

  readonly #hasSeveral: boolean

  constructor(
    context: TaskContext<unknown>,
    {
      sort,
      ownFolder,
      sources,
    }: { readonly sort: SortKey; readonly ownFolder: string; readonly sources: readonly ListSource[] },
  ) {
    this.#hasSeveral = sources.length > 1
    this.#context = context
    this.#fileSystem = context.fileSystem
    this.#sort = sort
    this.#ownFolder = ownFolder
  }

  namesOf(source: ListSource): readonly (readonly [string, string])[] {
    if (source.kind !== 'home') return []
    const names = readSessionNames(this.#fileSystem, source.path)
    if (names.ok) return names.value
    this.problems.push({
      code: 'list/unreadable-names',
      severity: 'warning',
      message: `${names.error.message} Sessions are listed without their names.`,
      path: 'session_index.jsonl',
    })
    return []
  }

  addSource(source: ListSource, index: number): void {
    switch (source.kind) {
      case 'file':
        this.#addFile(
          source,
          index,
          basename(source.prefix),
          readRolloutName(basename(source.prefix)),
          false,
          false,
        )
        return
      case 'folder':
        this.#addFolder(source, index, '', 0, false)
        return
      case 'home':
        this.#addHome(source, index)
    }
  }

  #addHome(source: ListSource, index: number): void {
    const root = attempt(source.label, () => this.#fileSystem.list(source.path))
    if (!root.ok) {
      this.problems.push(this.#rootProblem(source, root.error))
      return
    }
    for (const name of homeFolders) {
      const entry = root.value.find((candidate) => candidate.name === name)
      if (entry?.kind === 'directory') this.#addFolder(source, index, name, 1, name === 'archived_sessions')
      else if (entry !== undefined) this.#notFollowed(name, entry.kind === 'link')
    }
  }

  #rootProblem({ path, label }: ListSource, error: AppError): Problem {
    const looked = attempt(label, () => this.#fileSystem.lookAt(path))
    if (looked.ok && looked.value.kind === 'file') {
      const message = `${label} is a file, not a folder. Open it as a file, or name the folder it is in.`
      return { code: 'list/root-not-a-folder', severity: 'error', message, path: label }
    }
    if (error.code === 'not-found') {
      const message = `${error.message} There are no sessions to list.`
      return { code: 'list/root-missing', severity: 'info', message, path: label }
    }
    const message = errorText(error)
    return { code: 'list/unreadable-folder', severity: 'error', message, path: label }
  }

  #addFolder(source: ListSource, index: number, relative: string, depth: number, isArchived: boolean): void {
    if (this.#context.isCancelled()) return
    const label = relative === '' ? source.label : relative
    if (join(source.path, relative) === this.#ownFolder) {
      this.problems.push({
        code: 'list/own-folder',
        severity: 'info',
        message: `${label} is where Rollscope keeps its own files; it was passed over.`,
        path: label,
      })
      return
    }
    const listed = attempt(label, () => this.#fileSystem.list(join(source.path, relative)))
    if (!listed.ok) {
      this.problems.push({
        code: 'list/unreadable-folder',
        severity: 'error',
        message: errorText(listed.error),
        path: label,
      })
      return
    }
    // By name, because a list that is almost in order is sorted almost for nothing.
    const entries = [...listed.value].sort((a, b) => compareText(a.name, b.name))
    const isHome = entries.some(({ name, kind }) => kind === 'directory' && homeFolders.has(name))
    const compressed = new Set<string>()
    for (const { name, kind } of entries) if (kind === 'file' && name.endsWith('.zst')) compressed.add(name)
    for (const { name, kind } of entries) {
      const path = relative === '' ? name : `${relative}/${name}`
      if (name.includes('\uFFFD')) {
        this.#notNameable(path)
      } else if (kind === 'file') {
        const parsed = readRolloutName(name)
        // A plain file wins over its compressed sibling, as it does for Codex.
        const isPassedOver = compressed.has(name) && hasPlainSibling(entries, name)
        if (parsed === null || isPassedOver || (isHome && homeFiles.has(name))) continue
        this.#addFile(source, index, path, parsed, isArchived, compressed.has(`${name}.zst`))
      } else if (kind === 'directory') {
        const isArchive = isArchived || name === 'archived_sessions'
        if (depth < depthLimit) this.#addFolder(source, index, path, depth + 1, isArchive)
      } else if (kind === 'link' || readRolloutName(name) !== null) this.#notFollowed(path, kind === 'link')
    }
  }

  #addFile(
    source: ListSource,
    index: number,
    relative: string,
    name: RolloutName | null,
    isArchived: boolean,
    hasCompressedSibling: boolean,
  ): void {
    const path = source.kind === 'file' ? source.path : `${source.path}/${relative}`
    if (this.#hasSeveral && this.#found.has(path)) return
    if (this.#hasSeveral) this.#found.add(path)
    this.candidates.push({
      source: index,
      relative,
      sortKey: this.#sort === 'created' ? (name?.time ?? '') : this.#measure(path),
      sessionId: name?.sessionId ?? '',
      isArchived,
      hasCompressedSibling,
    })
  }

  /** A file that cannot be looked at comes first in ascending order; its row says why. */
  #measure(path: string): string {
    const looked = attempt(path, () => this.#fileSystem.lookAt(path))
    if (!looked.ok) return ''
    const value = this.#sort === 'size' ? looked.value.sizeBytes : looked.value.modifiedMs
    return String(Math.max(0, value)).padStart(17, '0')
  }

  /** Node hands names over as text; one that is no text cannot be handed back to the system. */
  #notNameable(path: string): void {
    this.problems.push({
      code: 'list/name-not-utf8',
      severity: 'error',
      message: `${path} has a name that is not UTF-8 and cannot be opened by it. Give a copy another name.`,
      path,
    })
  }

  #notFollowed(path: string, isLink: boolean): void {
    this.problems.push({
      code: isLink ? 'list/link-not-followed' : 'list/not-a-file',
      severity: 'warning',
      message: isLink
        ? `${path} is a link. Links are not followed; open the file or folder that it points to.`
        : `${path} is neither a file nor a folder and was passed over.`,
      path,
    })
  }
}

function hasPlainSibling(
  entries: readonly { readonly name: string; readonly kind: string }[],
  compressedName: string,
): boolean {
  const plain = compressedName.slice(0, -'.zst'.length)
  return entries.some(({ name, kind }) => kind === 'file' && name === plain)
}
