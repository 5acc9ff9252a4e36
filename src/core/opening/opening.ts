/**
 * Opening: how what a person names outside the page becomes something that clients may read: files and folders below
 * the opened root, a folder as the active root, bytes as a copy. What is opened by its path is remembered.
 */
import { basename } from 'node:path'
import type { OpenedFiles } from '../../shared/contract/openedFiles'
import { err, ok, type Result } from '../../shared/result'
import type { Client, OpenedPaths } from '../client'
import type { TaskRunner } from '../jobs/task'
import { listProblem } from '../lister/listProblem'
import type { Roots } from '../lister/roots'
import type { ListSource } from '../lister/candidate'
import type { Recents } from '../recents/recents'
import type { Copies } from '../source/copies'
import type { Grants } from '../source/grants'
import { inspectPaths } from '../source/inspectPaths'
import type { ActiveRoot } from './activeRoot'
import { grantFiles } from './grantFiles'
import { problemsWith } from './openingProblems'

/** The rooms that opening works with. */
export interface OpeningOptions {
  readonly runner: TaskRunner
  readonly grants: Grants
  readonly roots: Roots
  readonly activeRoot: ActiveRoot
  readonly recents: Recents
  readonly copies: Copies
  /** Rollscope's data folder, of which nothing is granted. */
  readonly ownFolder: string
}

/** Ids of opened files that are worth telling one by one; a folder may hold many thousands. */
const idsTold = 100

export class Opening {
  readonly #options: OpeningOptions

  constructor(options: OpeningOptions) {
    this.#options = options
  }

  /** Grants files and folders, and emits `file:opened` to the client. What cannot be opened is a problem of the answer. */
  async openPaths(paths: readonly string[], client: Client): Promise<OpenedPaths> {
    const { runner, roots, recents } = this.#options
    const inspected = await inspectPaths(runner, paths)
    const good = inspected.filter((path) => path.kind !== 'problem')
    const sources = roots.addOpened(good)
    const named = sources.map((source, index) => ({ source, argument: good[index]?.argument ?? '' }))
    const { entries, problems } = await grantFiles(this.#options, named)
    const opened: OpenedFiles = {
      rootId: roots.opened.rootId,
      fileIds: entries.slice(0, idsTold).map(({ fileId }) => fileId),
      problems: [...inspected.flatMap((path) => problemsWith(path)), ...problems],
    }
    await recents.note(
      good.map(({ kind, canonical }) => ({ kind: kind === 'file' ? 'file' : 'folder', path: canonical })),
    )
    client.hear('file:opened', opened)
    const homes = good
      .filter(({ kind }) => kind === 'home')
      .map(({ argument, canonical }) => ({ displayPath: argument, path: canonical }))
    return { opened, entries, homes }
  }

  /** Makes a folder the active root, now and at the next start, and emits `file:opened` to the client. */
  async openRoot(named: string, client: Client): Promise<Result<{ readonly opened: OpenedFiles }>> {
    const [path] = await inspectPaths(this.#options.runner, [named])
    if (path?.kind === 'problem') return err(path.error)
    const rootId = await this.#options.activeRoot.open(path?.canonical ?? named)
    const opened: OpenedFiles = { rootId, fileIds: [], problems: [] }
    client.hear('file:opened', opened)
    return ok({ opened })
  }

  /** The same for who cannot hear an answer: a failure is told to the client as a problem. */
  async openRootOrTell(named: string, client: Client): Promise<void> {
    const answer = await this.openRoot(named, client)
    if (answer.ok) return
    const { rootId } = this.#options.roots.opened
    client.hear('file:opened', { rootId, fileIds: [], problems: [listProblem(answer.error)] })
  }

  /** Keeps bytes that came without a path as a copy of unknown origin, and grants it. */
  async receiveCopy(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Result<OpenedFiles>> {
    const { copies, grants, roots } = this.#options
    const received = await copies.receive(name, bytes)
    if (!received.ok) return received
    const path = received.value
    const label = basename(name) || 'unnamed'
    const source: ListSource = { kind: 'file', path, label, prefix: label }
    roots.addOpenedSources([source])
    const fileId = grants.add({ path, label, expected: null, isArchived: false, origin: 'copy' })
    return ok({ rootId: roots.opened.rootId, fileIds: [fileId], problems: [] })
  }
}
