/**
 * Folder walk: goes through folders and takes in every rollout file, by its name alone. Links are never followed, so a loop
 * cannot hold it and nothing outside the root is read; each is reported. A folder that cannot be read is a problem, and the
 * walk goes on.
 */
import { basename, join } from 'node:path'
import type { SortKey } from '../../shared/session/query'
import type { Problem } from '../../shared/session/session'
import type { TaskContext } from '../jobs/task'
import { attempt } from '../platform/attempt'
import type { FileSystem } from '../platform/fileSystem'
import type { Candidate, ListSource } from './candidate'
import { readRolloutName, type RolloutName } from './rolloutName'
import { readSessionNames } from './sessionNames'
import { homeFolders, sightings } from './sightings'
import {
  folderProblem,
  nameProblem,
  namesProblem,
  notFollowedProblem,
  ownFolderProblem,
  rootProblem,
  tooDeepProblem,
} from './walkProblems'

const archiveName = 'archived_sessions'
/** Deepest folder that is entered, far beyond what Codex makes. */
const depthLimit = 64

/** What a walk looks for. */
export interface WalkOptions {
  readonly sort: SortKey
  readonly ownFolder: string
  /** Whether files may be met twice: a folder and a file in it may both have been opened. */
  readonly hasSeveral: boolean
}

/** A source with its index among the sources. */
interface Numbered {
  readonly source: ListSource
  readonly index: number
}

/** A folder below a source. */
interface Folder {
  /** Path below the source; empty for the source itself. */
  readonly relative: string
  readonly depth: number
  readonly isArchived: boolean
}

/** A file below a source, by what its name says. */
type Found = Pick<Candidate, 'relative' | 'isArchived' | 'hasCompressedSibling'> & {
  readonly parsed: RolloutName | null
}

/** Collects the rollouts of sources in the order in which they are met, and what was wrong on the way. */
export class FolderWalk {
  readonly candidates: Candidate[] = []
  readonly problems: Problem[] = []
  readonly #context: TaskContext<unknown>
  readonly #fileSystem: FileSystem
  readonly #options: WalkOptions
  /** Paths of files that were taken in, where files may be met twice. */
  readonly #found = new Set<string>()

  constructor(context: TaskContext<unknown>, options: WalkOptions) {
    this.#context = context
    this.#fileSystem = context.fileSystem
    this.#options = options
  }

  /** Returns the names that the index of a home gives to sessions, by their ids. */
  namesOf(source: ListSource): readonly (readonly [string, string])[] {
    if (source.kind !== 'home') return []
    const names = readSessionNames(this.#fileSystem, source.path)
    if (names.ok) return names.value
    this.problems.push(namesProblem(names.error))
    return []
  }

  /** Takes in what a source holds. `index` is its place among the sources. */
  addSource(source: ListSource, index: number): void {
    const relative = basename(source.prefix)
    switch (source.kind) {
      case 'file':
        this.#addFile(
          { source, index },
          { relative, parsed: readRolloutName(relative), isArchived: false, hasCompressedSibling: false },
        )
        return
      case 'folder':
        this.#addFolder({ source, index }, { relative: '', depth: 0, isArchived: false })
        return
      case 'home':
        this.#addHome({ source, index })
    }
  }

  #addHome(numbered: Numbered): void {
    const { path, label } = numbered.source
    const root = attempt(label, () => this.#fileSystem.list(path))
    if (!root.ok) {
      const looked = attempt(label, () => this.#fileSystem.lookAt(path))
      const isFile = looked.ok && looked.value.kind === 'file'
      this.problems.push(rootProblem(label, root.error, isFile))
      return
    }
    for (const name of homeFolders) {
      const entry = root.value.find((candidate) => candidate.name === name)
      if (entry?.kind === 'directory') {
        this.#addFolder(numbered, { relative: name, depth: 1, isArchived: name === archiveName })
      } else if (entry !== undefined) this.problems.push(notFollowedProblem(name, entry.kind === 'link'))
    }
  }

  #addFolder(numbered: Numbered, { relative, depth, isArchived }: Folder): void {
    if (this.#context.isCancelled()) return
    const { source } = numbered
    const label = relative === '' ? source.label : relative
    const path = join(source.path, relative)
    if (path === this.#options.ownFolder) {
      this.problems.push(ownFolderProblem(label))
      return
    }
    const listed = attempt(label, () => this.#fileSystem.list(path))
    if (!listed.ok) {
      this.problems.push(folderProblem(label, listed.error))
      return
    }
    for (const seen of sightings(listed.value)) {
      const { name, kind } = seen
      const below = relative === '' ? name : `${relative}/${name}`
      if (kind === 'rollout') this.#addFile(numbered, { ...seen, relative: below, isArchived })
      else if (kind === 'folder') {
        const isArchive = isArchived || name === archiveName
        if (depth === depthLimit) this.problems.push(tooDeepProblem(below, depthLimit))
        else this.#addFolder(numbered, { relative: below, depth: depth + 1, isArchived: isArchive })
      } else if (kind === 'not-nameable') this.problems.push(nameProblem(below))
      else this.problems.push(notFollowedProblem(below, kind === 'link'))
    }
  }

  #addFile({ source, index }: Numbered, found: Found): void {
    const { relative, parsed, isArchived, hasCompressedSibling } = found
    const path = source.kind === 'file' ? source.path : `${source.path}/${relative}`
    const { sort, hasSeveral } = this.#options
    if (hasSeveral && this.#found.has(path)) return
    if (hasSeveral) this.#found.add(path)
    this.candidates.push({
      source: index,
      relative,
      sortKey: sort === 'created' ? (parsed?.time ?? '') : this.#measure(path),
      sessionId: parsed?.sessionId ?? '',
      isArchived,
      hasCompressedSibling,
    })
  }

  /** A file that cannot be looked at comes first in ascending order; its row says why. */
  #measure(path: string): string {
    const looked = attempt(path, () => this.#fileSystem.lookAt(path))
    if (!looked.ok) return ''
    const value = this.#options.sort === 'size' ? looked.value.sizeBytes : looked.value.modifiedMs
    return String(Math.max(0, value)).padStart(17, '0')
  }
}
