/**
 * Recents: what a person opened before, so that it can be opened again. Opening one grants it anew, as if the person had
 * named it; a client only ever says which one, by an id of this process.
 */
import { randomBytes } from 'node:crypto'
import { basename, dirname } from 'node:path'
import type { Emit } from '../../shared/contract/events'
import type { Problem } from '../../shared/session/session'
import { err, ok, type Result } from '../../shared/result'
import type { Recent } from '../../shared/settings/recent'
import type { TaskRunner } from '../jobs/task'
import { Kept } from '../platform/kept'
import type { OwnFile } from '../platform/ownFile'
import { inspectPaths } from '../source/inspectPaths'
import { findRecents, noRecents, withRecent, type RecentEntry, type RecentFile } from './recentFile'

/** Hears of what was opened, for hosts whose system has a list of its own. */
export interface RecentListener {
  readonly opened: (path: string) => void
  readonly cleared: () => void
}

/** What is needed to remember, and who is told of changes. */
export interface RecentsOptions {
  readonly runner: TaskRunner
  /** Null remembers for as long as this process lives. */
  readonly file: OwnFile | null
  readonly emit: Emit
  readonly listener?: RecentListener | undefined
  readonly now?: () => Date
}

/** One opening of a whole folder of files must not push everything else out. */
const mostAtOnce = 5

export class Recents {
  readonly #options: RecentsOptions
  readonly #kept: Kept<RecentFile>
  readonly #idOf = new Map<string, string>()

  constructor(options: RecentsOptions) {
    this.#options = options
    const { file } = options
    this.#kept = new Kept({ what: 'The recent files', file, initial: noRecents, find: findRecents })
  }

  /** Lists what was opened before, and what went wrong with keeping it since a page asked last. */
  async list(): Promise<Result<{ readonly recents: Recent[]; readonly problems: Problem[] }>> {
    return ok({ recents: [...(await this.all())], problems: this.#kept.takeProblems() })
  }

  /** Returns what was opened before, newest first. What cannot be looked at counts as missing. */
  async all(): Promise<readonly Recent[]> {
    const { entries } = await this.#kept.get()
    const paths = entries.map(({ path }) => path)
    const found = await inspectPaths(this.#options.runner, paths)
    return entries.map((entry, at) => ({
      recentId: this.#id(entry),
      kind: entry.kind,
      label: basename(entry.path) || entry.path,
      place: dirname(entry.path),
      openedAt: entry.openedAt,
      isMissing: found[at] === undefined || found[at].kind === 'problem',
    }))
  }

  /** Returns what an id of this process names. */
  async find(recentId: string): Promise<Result<RecentEntry>> {
    const { entries } = await this.#kept.get()
    const found = entries.find((entry) => this.#id(entry) === recentId)
    if (found !== undefined) return ok(found)
    return err({ code: 'not-granted', message: 'This is not among the recent files any more.' })
  }

  /** Remembers what a person opened. */
  async note(opened: readonly Pick<RecentEntry, 'kind' | 'path'>[]): Promise<void> {
    if (opened.length === 0) return
    const openedAt = (this.#options.now?.() ?? new Date()).toISOString()
    const entries = opened.slice(0, mostAtOnce).map(({ kind, path }) => ({ kind, path, openedAt }))
    await this.#change((file) => withRecent(file, entries))
    for (const { path } of entries) this.#options.listener?.opened(path)
  }

  /** The root that a person chose last, to begin with at the next start; null for the one of the environment. */
  async chosenRoot(): Promise<string | null> {
    return (await this.#kept.get()).chosenRoot
  }

  /** Remembers a chosen root as such, beside noting it. */
  async chooseRoot(path: string | null): Promise<void> {
    await this.#change((file) => ({ ...file, chosenRoot: path }))
  }

  /** Forgets one entry; one that is gone already is no failure. */
  async remove(recentId: string): Promise<void> {
    await this.#change((file) => ({
      ...file,
      entries: file.entries.filter((entry) => this.#id(entry) !== recentId),
    }))
  }

  /** Forgets all entries. The chosen root stays chosen. */
  async clear(): Promise<void> {
    await this.#change((file) => ({ ...file, entries: [] }))
    this.#options.listener?.cleared()
  }

  /** Resolves when every change is written or has failed. */
  settle(): Promise<void> {
    return this.#kept.settle()
  }

  async #change(change: (file: RecentFile) => RecentFile): Promise<void> {
    await this.#kept.change(change)
    this.#options.emit('recent:changed', {})
  }

  #id({ kind, path }: RecentEntry): string {
    const key = `${kind}\n${path}`
    const known = this.#idOf.get(key)
    if (known !== undefined) return known
    const id = randomBytes(12).toString('base64url')
    this.#idOf.set(key, id)
    return id
  }
}
