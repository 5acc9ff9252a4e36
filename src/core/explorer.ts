/**
 * Explorer: the one door that hosts use. It merges the rooms' handlers, owns the worker pool, the grants and the open
 * files, and disposes of all of them. It decides nothing itself.
 */
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import type { EventChannel } from '../shared/contract/channels'
import type { OpenedFiles, Root } from '../shared/contract/contract'
import type { Handlers } from '../shared/contract/dispatch'
import type { Emit, EventPayload } from '../shared/contract/events'
import { err, ok, type AppError, type Result } from '../shared/result'
import type { Problem } from '../shared/session/session'
import type { ExportDestination } from '../shared/export/exportPlan'
import { Exports } from './exporter/exports'
import { LineFilters } from './filter/lineFilters'
import { createInlineRunner } from './jobs/inlineRunner'
import { JobBoard } from './jobs/jobBoard'
import { createWorkerPool } from './jobs/workerPool'
import type { SpawnWorker } from './jobs/workerPort'
import { Listing } from './lister/listing'
import { candidatePath, shownPath } from './lister/readHeads'
import { Roots, type RootState } from './lister/roots'
import { unpackCandidates, walkTask, type ListSource } from './lister/walk'
import { nodeFileSystem, type FileSystem } from './platform/fileSystem'
import { OpenRollouts } from './reader/openRollouts'
import { Copies } from './source/copies'
import { Grants } from './source/grants'
import { inspectTask, type InspectedPath } from './source/inspectPaths'
import { ruleInfos } from './validator/ruleCatalogue'

export interface ExplorerOptions {
  /** The CODEX_HOME that is read. It need not exist. */
  readonly home: string
  /** Where Rollscope keeps its own files. Created when first needed, mode 0700. */
  readonly dataFolder: string
  /** The sample sessions that come with the product, or null where there are none. */
  readonly samplesFolder: string | null
  readonly host: 'electron' | 'web' | 'cli' | 'test'
  readonly version: string
  /** Starts a worker thread; null runs all work inline, for unit tests. */
  readonly spawnWorker: SpawnWorker | null
  /** Paths given on the command line; opened at once and reported by `app:getInfo`. */
  readonly startPaths?: readonly string[]
  /** The host's own dialog. Answers the chosen paths, or null when the person cancelled. Absent where a host has none. */
  readonly choosePaths?: (what: 'files' | 'folder' | 'root' | 'export') => Promise<readonly string[] | null>
  /** The folder that exports go into where the host has no dialog; null where it has no folder either. */
  readonly exportFolder?: string | null
  /** Folders beside the roots in which nothing is written: a CODEX_HOME that is not the one that is read. */
  readonly protectedFolders?: readonly string[]
  /** What inline work reads through; tests inject faults here. */
  readonly fileSystem?: FileSystem
}

/** One file that `openPaths` granted. `displayPath` is the argument, or the argument and the path below it. */
export interface OpenedEntry {
  readonly fileId: string
  readonly displayPath: string
}

export interface Explorer {
  readonly handlers: Handlers
  /** Subscribes to an event; the returned function ends the subscription. */
  on<E extends EventChannel>(event: E, listener: (payload: EventPayload<E>) => void): () => void
  /** Grants files and folders that the person named outside the page, and emits `file:opened`. */
  openPaths(
    paths: readonly string[],
  ): Promise<{ readonly opened: OpenedFiles; readonly entries: readonly OpenedEntry[] }>
  /** Keeps bytes that came without a path as a copy of unknown origin in the data folder, and grants it. */
  receiveCopy(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Result<OpenedFiles>>
  /** Makes a folder that the person named outside the page a place for exports. */
  addExportDestination(folder: string): ExportDestination
  /** Stops all work, closes all files and workers. */
  dispose(): Promise<void>
}

/** Starts an explorer. Its workers start at once; nothing is read before somebody asks. */
export function createExplorer(options: ExplorerOptions): Explorer {
  return new CoreExplorer(options)
}

/** At least three: one for who scrolls, one for the check of a file, and one for who filters it meanwhile. */
const workers = Math.max(3, Math.min(4, availableParallelism()))

/** Ids of opened files that are worth telling one by one; a folder may hold many thousands. */
const idsTold = 100

class CoreExplorer implements Explorer {
  readonly handlers: Handlers
  readonly #options: ExplorerOptions
  readonly #runner
  readonly #grants = new Grants()
  readonly #jobs = new JobBoard()
  readonly #copies: Copies
  readonly #roots: Roots
  readonly #listing: Listing
  readonly #rollouts: OpenRollouts
  readonly #exports: Exports
  readonly #filters: LineFilters
  readonly #listeners = new Map<EventChannel, Set<(payload: never) => void>>()
  readonly #startedWith: Promise<OpenedFiles> | null

  constructor(options: ExplorerOptions) {
    this.#options = options
    this.#runner =
      options.spawnWorker === null
        ? createInlineRunner(options.fileSystem ?? nodeFileSystem)
        : createWorkerPool({ spawnWorker: options.spawnWorker, size: workers })
    this.#copies = new Copies(options.dataFolder)
    this.#roots = new Roots(options.home)
    this.#listing = new Listing({
      runner: this.#runner,
      grants: this.#grants,
      nowMs: Date.now,
      ownFolder: options.dataFolder,
    })
    this.#rollouts = new OpenRollouts({
      runner: this.#runner,
      grants: this.#grants,
      cacheFolder: join(options.dataFolder, 'zst-cache'),
      emit: this.#emit,
      nameOf: (fileId) => this.#listing.nameOf(fileId),
    })
    this.#exports = this.#createExports()
    this.#filters = new LineFilters({ runner: this.#runner, rollouts: this.#rollouts, emit: this.#emit })
    this.handlers = this.#createHandlers()
    const startPaths = options.startPaths ?? []
    this.#startedWith =
      startPaths.length === 0 ? null : this.openPaths(startPaths).then(({ opened }) => opened)
  }

  #createExports(): Exports {
    const { dataFolder, version, choosePaths, exportFolder = null, protectedFolders = [] } = this.#options
    const also = protectedFolders.map((path) => ({
      path,
      reach: 'tree' as const,
      what: `the CODEX_HOME ${path}`,
    }))
    const own = { path: dataFolder, reach: 'tree' as const, what: "Rollscope's own folder" }
    return new Exports({
      runner: this.#runner,
      grants: this.#grants,
      listing: this.#listing,
      roots: this.#roots,
      emit: this.#emit,
      cacheFolder: join(dataFolder, 'zst-cache'),
      alsoProtected: [own, ...also],
      chooseFolder: choosePaths === undefined ? null : async () => (await choosePaths('export'))?.[0] ?? null,
      startFolder: exportFolder,
      version,
      nowMs: Date.now,
    })
  }

  #createHandlers(): Handlers {
    return {
      'app:getInfo': async () =>
        ok({
          version: this.#options.version,
          host: this.#options.host,
          platform: process.platform,
          canChooseFiles: this.#options.choosePaths !== undefined,
          exportsTo: this.#exports.exportsTo,
          startedWith: await this.#startedWith,
        }),
      'root:list': async () =>
        ok({ roots: await Promise.all(this.#roots.all.map((root) => this.#toRoot(root))) }),
      'root:openSamples': () => this.#openSamples(),
      'session:list': ({ rootId, jobId, query }) =>
        this.#withRoot(rootId, (root) =>
          this.#jobs.run(jobId, (cancel) =>
            this.#listing.list(root, query, {
              cancel,
              onProgress: (done, total) => {
                this.#emit('job:progressed', { jobId, what: 'Reading sessions', done, total, unit: 'files' })
              },
            }),
          ),
        ),
      'session:find': ({ rootId, jobId, sessionId }) =>
        this.#withRoot(rootId, (root) =>
          this.#jobs.run(jobId, (cancel) =>
            this.#listing.find(root, sessionId, { cancel, onProgress: () => undefined }),
          ),
        ),
      'rollout:open': (request) =>
        this.#jobs.run(request.jobId, (cancel) => this.#rollouts.open(request, cancel)),
      'rollout:close': ({ fileId }) => {
        this.#rollouts.close(fileId)
        return Promise.resolve(ok({}))
      },
      'rollout:index': ({ fileId, jobId }) =>
        this.#jobs.run(jobId, (cancel) => this.#rollouts.buildIndex(fileId, jobId, cancel)),
      'rollout:readLines': (request) => this.#rollouts.readLines(request),
      'rollout:readLine': (request) => this.#rollouts.readLine(request),
      'rollout:locate': ({ fileId, byteOffset }) => this.#rollouts.locate(fileId, byteOffset),
      'rollout:check': ({ fileId, jobId }) =>
        this.#jobs.run(jobId, (cancel) => this.#rollouts.check(fileId, jobId, cancel)),
      'rollout:stat': ({ fileId }) => this.#rollouts.stat(fileId),
      'rollout:filter': (request) =>
        this.#jobs.run(request.jobId, (cancel) => this.#filters.run(request, cancel)),
      'rollout:readMatches': (request) => this.#filters.read(request),
      'rollout:locateMatch': (request) => this.#filters.locate(request),
      'rollout:dropFilter': (request) => this.#filters.drop(request),
      'rule:list': () => Promise.resolve(ok({ rules: [...ruleInfos] })),
      'export:plan': (request) =>
        this.#jobs.run(request.jobId, (cancel) => this.#exports.plan(request, cancel)),
      'export:chooseDestination': () => this.#exports.chooseDestination(),
      'export:checkTarget': (request) => this.#exports.checkTarget(request),
      'export:run': (request) =>
        this.#jobs.run(request.jobId, (cancel) => this.#exports.run(request, cancel)),
      'job:cancel': ({ jobId }) => Promise.resolve(ok({ found: this.#jobs.cancel(jobId) })),
      'file:choose': ({ what }) => this.#choose(what),
    }
  }

  on<E extends EventChannel>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners)
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  readonly #emit: Emit = (event, payload) => {
    for (const listener of this.#listeners.get(event) ?? []) listener(payload as never)
  }

  async openPaths(
    paths: readonly string[],
  ): Promise<{ readonly opened: OpenedFiles; readonly entries: readonly OpenedEntry[] }> {
    const inspected = await this.#inspect(paths)
    const good = inspected.filter((path) => path.kind !== 'problem')
    const sources = this.#roots.addOpened(good)
    const found = await this.#grantAll(sources, good)
    const problems = [...inspected.flatMap((path) => toProblem(path)), ...found.problems]
    const opened: OpenedFiles = {
      rootId: this.#roots.opened.rootId,
      fileIds: found.entries.slice(0, idsTold).map(({ fileId }) => fileId),
      problems,
    }
    this.#emit('file:opened', opened)
    return { opened, entries: found.entries }
  }

  async #inspect(paths: readonly string[]): Promise<readonly InspectedPath[]> {
    const inspected = await this.#runner.run(inspectTask, { paths })
    if (inspected.ok) return inspected.value
    return paths.map((argument) => ({ kind: 'problem', argument, error: inspected.error }))
  }

  /** Grants every rollout file of some sources, by name; which inode it is shows when it is first looked at. */
  async #grantAll(
    sources: readonly ListSource[],
    inspected: readonly InspectedPath[],
  ): Promise<{ readonly entries: readonly OpenedEntry[]; readonly problems: readonly Problem[] }> {
    const walked = await this.#runner.run(walkTask, {
      sources,
      sort: 'created',
      ascending: true,
      ownFolder: this.#options.dataFolder,
    })
    if (!walked.ok) return { entries: [], problems: [problemOf(walked.error)] }
    // In the order in which a person named them, and within a folder in that of the list.
    const candidates = [...unpackCandidates(walked.value.packed)].sort((a, b) => a.source - b.source)
    const entries = candidates.flatMap((candidate) => {
      const source = sources[candidate.source]
      const argument = inspected[candidate.source]?.argument ?? ''
      if (source === undefined) return []
      const fileId = this.#grants.add({
        path: candidatePath(source, candidate),
        label: shownPath(source, candidate),
        expected: null,
        isArchived: candidate.isArchived,
        origin: 'file',
      })
      const displayPath =
        source.kind === 'file' ? argument : `${argument.replace(/(?<=.)\/+$/, '')}/${candidate.relative}`
      return [{ fileId, displayPath }]
    })
    const isEmpty = (index: number): boolean => !candidates.some(({ source }) => source === index)
    const empty = sources.filter(({ kind }, index) => kind !== 'file' && isEmpty(index))
    return { entries, problems: [...walked.value.problems, ...empty.map(({ label }) => nothingIn(label))] }
  }

  async receiveCopy(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Result<OpenedFiles>> {
    const received = await this.#copies.receive(name, bytes)
    if (!received.ok) return received
    const label = basename(name) || 'unnamed'
    const source: ListSource = { kind: 'file', path: received.value, label, prefix: label }
    this.#roots.addOpenedSources([source])
    const fileId = this.#grants.add({
      path: received.value,
      label,
      expected: null,
      isArchived: false,
      origin: 'copy',
    })
    return ok({ rootId: this.#roots.opened.rootId, fileIds: [fileId], problems: [] })
  }

  async #choose(what: 'files' | 'folder' | 'root'): Promise<Result<{ readonly opened: OpenedFiles | null }>> {
    const { choosePaths } = this.#options
    if (choosePaths === undefined) {
      return err({
        code: 'forbidden',
        message: 'This host has no dialog for files.',
        hint: 'Drop files on the window, or name them when you start Rollscope.',
      })
    }
    const paths = await choosePaths(what)
    if (paths === null) return ok({ opened: null })
    if (what !== 'root') return ok({ opened: (await this.openPaths(paths)).opened })
    const [path] = await this.#inspect(paths)
    if (path === undefined) return ok({ opened: null })
    if (path.kind === 'problem') return err(path.error)
    const { rootId } = this.#roots.setHome(path.canonical)
    const opened: OpenedFiles = { rootId, fileIds: [], problems: [] }
    this.#emit('file:opened', opened)
    return ok({ opened })
  }

  addExportDestination(folder: string): ExportDestination {
    return this.#exports.addDestination(folder)
  }

  async #openSamples(): Promise<Result<Root>> {
    const { samplesFolder } = this.#options
    if (samplesFolder === null) {
      return err({ code: 'not-found', message: 'This copy of Rollscope comes without sample sessions.' })
    }
    return ok(await this.#toRoot(this.#roots.addSamples(samplesFolder)))
  }

  async #toRoot({ rootId, kind, label, sources }: RootState): Promise<Root> {
    if (kind === 'opened') return { rootId, kind, label, exists: true }
    const [path] = await this.#inspect(sources.map((source) => source.path))
    const isMissing = path?.kind === 'problem' && path.error.code === 'not-found'
    return { rootId, kind, label, exists: path !== undefined && !isMissing }
  }

  async #withRoot<T>(rootId: string, action: (root: RootState) => Promise<Result<T>>): Promise<Result<T>> {
    const root = this.#roots.get(rootId)
    if (root !== null) return action(root)
    return err({
      code: 'not-granted',
      message: 'This place is not listed any more.',
      hint: 'Choose another root.',
    })
  }

  async dispose(): Promise<void> {
    this.#jobs.cancelAll()
    this.#rollouts.closeAll()
    await this.#exports.dispose()
    await this.#runner.dispose()
    this.#copies.dispose()
    this.#listeners.clear()
  }
}

function nothingIn(label: string): Problem {
  return {
    code: 'list/nothing-found',
    // Who is pointed at the wrong folder must not take silence for a good answer.
    severity: 'error',
    message: `${label} holds no .jsonl or .jsonl.zst file, in no folder below it either.`,
    path: label,
  }
}

function problemOf(error: AppError): Problem {
  return {
    code: `list/${error.code}`,
    severity: 'error',
    message: `${error.message} ${error.hint ?? ''}`.trim(),
    path: error.file ?? null,
  }
}

function toProblem(path: InspectedPath): readonly Problem[] {
  if (path.kind === 'problem') return [problemOf(path.error)]
  if (!path.isLink) return []
  const name = basename(path.argument)
  const message = `${name} is a link. What it leads to was opened: ${basename(path.canonical)}.`
  return [{ code: 'list/link-followed', severity: 'info', message, path: name }]
}
