/**
 * Explorer: the one door that hosts use. It merges the rooms' handlers, owns the worker pool, the grants and the open
 * files, and disposes of all of them. It decides nothing itself.
 */
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import type { OpenedFiles, Root } from '../shared/contract/contract'
import type { Handlers } from '../shared/contract/dispatch'
import type { Emit } from '../shared/contract/events'
import { err, ok, type AppError, type Result } from '../shared/result'
import type { Problem } from '../shared/session/session'
import type { ExportDestination } from '../shared/export/exportPlan'
import { exportHandlers } from './exporter/exportHandlers'
import { Exports } from './exporter/exports'
import type { Recent } from '../shared/settings/recent'
import { Client, type ClientStart, type ExplorerClient, type OpenedEntry, type OpenedPaths } from './client'
import { clientHandlers } from './clientHandlers'
import { LineFilters } from './filter/lineFilters'
import { createInlineRunner } from './jobs/inlineRunner'
import { createWorkerPool } from './jobs/workerPool'
import type { SpawnWorker } from './jobs/workerPort'
import { Lineages } from './lineage/lineages'
import { Listing } from './lister/listing'
import { candidatePath, shownPath } from './lister/readHeads'
import { Roots, type RootState } from './lister/roots'
import { unpackCandidates, walkTask, type ListSource } from './lister/walk'
import { nodeFileSystem, type FileSystem } from './platform/fileSystem'
import { ownFile } from './platform/ownFile'
import { runtimes } from './platform/runtimes'
import { Histories } from './reader/histories'
import { OpenRollouts } from './reader/openRollouts'
import { recentHandlers } from './recents/recentHandlers'
import { Recents, type RecentListener } from './recents/recents'
import { SettingsRoom, type SettingsStore } from './settings/settings'
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
  /** The folder that exports go into where the host has no dialog. */
  readonly exportFolder?: string
  /** Folders beside the roots in which nothing is written: a CODEX_HOME that is not the one that is read. */
  readonly protectedFolders?: readonly string[]
  /**
   * Keeps what people open in the data folder, for the next start, and begins with the root they chose last unless
   * `isHomeNamed`. Absent where a host remembers nothing, or may not reopen what another host was given.
   */
  readonly keepsRecents?: RecentListener
  /** True when somebody named `home` for this start. */
  readonly isHomeNamed?: boolean
  /** What the host can do for the one client that the explorer itself is; others bring their own. */
  readonly ports?: ClientStart['ports']
  /** What inline work reads through; tests inject faults here. */
  readonly fileSystem?: FileSystem
}

/** The explorer is a client of its own, for hosts that have only one. */
export interface Explorer extends Omit<ExplorerClient, 'leave'> {
  readonly settings: SettingsStore
  /** Adds a client: a window or a tab. */
  connect(start?: ClientStart): ExplorerClient
  /** What was opened before, newest first, for a menu of the host's own; empty when that cannot be told. */
  listRecents(): Promise<readonly Recent[]>
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
  readonly on: ExplorerClient['on']
  readonly settings: SettingsRoom
  readonly #options: ExplorerOptions
  readonly #runner
  readonly #grants = new Grants()
  readonly #clients = new Set<Client>()
  readonly #own: Client
  readonly #recents: Recents
  readonly #copies: Copies
  readonly #roots: Roots
  readonly #listing: Listing
  readonly #rollouts: OpenRollouts
  readonly #exports: Exports
  readonly #filters: LineFilters
  /** Resolves when the root that was chosen last is active again. */
  readonly #isRootKnown: Promise<void>
  readonly #histories: Histories
  readonly #lineages: Lineages

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
    const cacheFolder = join(options.dataFolder, 'zst-cache')
    this.#rollouts = new OpenRollouts({
      runner: this.#runner,
      grants: this.#grants,
      cacheFolder,
      emit: this.#emit,
      nameOf: (fileId) => this.#listing.nameOf(fileId),
    })
    this.#exports = new Exports({
      runner: this.#runner,
      grants: this.#grants,
      listing: this.#listing,
      roots: this.#roots,
      emit: this.#emit,
      dataFolder: options.dataFolder,
      startFolder: options.exportFolder ?? null,
      codexHomes: options.protectedFolders ?? [],
      version: options.version,
      nowMs: Date.now,
    })
    this.#filters = new LineFilters({ runner: this.#runner, rollouts: this.#rollouts, emit: this.#emit })
    this.#histories = new Histories({ runner: this.#runner, grants: this.#grants, cacheFolder })
    this.#lineages = new Lineages({
      runner: this.#runner,
      grants: this.#grants,
      cacheFolder,
      nameOf: (fileId) => this.#listing.nameOf(fileId),
      contentOf: (fileId) => this.#rollouts.contentOf(fileId),
    })
    this.settings = new SettingsRoom(options.dataFolder, this.#emit)
    this.#recents = new Recents({
      runner: this.#runner,
      file: options.keepsRecents === undefined ? null : ownFile(options.dataFolder, 'recent.json'),
      emit: this.#emit,
      listener: options.keepsRecents,
    })
    this.#isRootKnown = this.#reopenRoot()
    this.#own = new Client({ ports: options.ports ?? {} })
    this.#addClient(this.#own, options.startPaths ?? [])
    this.handlers = this.#createHandlers(this.#own)
    this.on = (event, listener) => this.#own.on(event, listener)
  }

  /** The root that was chosen last; one that was named for this start is remembered, and stays for this start. */
  async #reopenRoot(): Promise<void> {
    const { home, isHomeNamed = false, keepsRecents } = this.#options
    if (isHomeNamed) await this.#recents.note([{ kind: 'root', path: home }])
    if (isHomeNamed || keepsRecents === undefined) return
    const chosen = await this.#recents.chosenRoot()
    if (chosen !== null && chosen !== home) this.#roots.setHome(chosen, true)
  }

  #addClient(client: Client, startPaths: readonly string[]): void {
    this.#clients.add(client)
    if (startPaths.length === 0) return
    client.startsWith = this.#openPaths(startPaths, client).then(({ opened }) => opened)
  }

  connect({ ports = {}, startsWith, startPaths = [] }: ClientStart = {}): ExplorerClient {
    const client = new Client({ ports, startsWith: startsWith ?? this.#own.startsWith })
    this.#addClient(client, startPaths)
    return {
      handlers: this.#createHandlers(client),
      on: (event, listener) => client.on(event, listener),
      openPaths: (paths) => this.#openPaths(paths, client),
      openRoot: (path) => this.#openRootFor(path, client),
      leave: () => {
        client.end()
        this.#rollouts.leave(client)
        this.#clients.delete(client)
      },
    }
  }

  #createHandlers(client: Client): Handlers {
    const { ports, jobs } = client
    return {
      'app:getInfo': async () =>
        ok({
          version: this.#options.version,
          host: this.#options.host,
          platform: process.platform,
          runtimes: runtimes(process.versions),
          dataFolder: this.#options.dataFolder,
          canChooseFiles: ports.choosePaths !== undefined,
          exportsTo: this.#exports.destinations.placeOf(ports),
          canShowInFolder: ports.showInFolder !== undefined,
          canDragOut: ports.startDrag !== undefined,
          canOpenWindows: ports.openWindow !== undefined,
          canZoom: ports.zoom !== undefined,
          hasNativeMenus: ports.popUpMenu !== undefined,
          startedWith: await client.startsWith,
        }),
      'root:list': async () => {
        await this.#isRootKnown
        return ok({ roots: await Promise.all(this.#roots.all.map((root) => this.#toRoot(root))) })
      },
      'root:choose': ({ rootId }) =>
        this.#withRoot(rootId, async () => {
          const root = this.#roots.choose(rootId)
          if (root !== null) await this.#rememberRoot(root.label)
          return ok({})
        }),
      'root:openSamples': () => this.#openSamples(),
      'session:list': ({ rootId, jobId, query }) =>
        this.#withRoot(rootId, (root) =>
          jobs.run(jobId, (cancel) =>
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
          jobs.run(jobId, (cancel) =>
            this.#listing.find(root, sessionId, { cancel, onProgress: () => undefined }),
          ),
        ),
      'rollout:open': (request) =>
        jobs.run(request.jobId, (cancel) => this.#rollouts.open(request, cancel, client)),
      'rollout:close': ({ fileId }) => {
        this.#rollouts.close(fileId, client)
        this.#histories.close(fileId)
        return Promise.resolve(ok({}))
      },
      'rollout:index': ({ fileId, jobId }) =>
        jobs.run(jobId, (cancel) => this.#rollouts.buildIndex(fileId, jobId, cancel)),
      'rollout:readLines': (request) => this.#rollouts.readLines(request),
      'rollout:readLine': (request) => this.#rollouts.readLine(request, client),
      'rollout:locate': ({ fileId, byteOffset }) => this.#rollouts.locate(fileId, byteOffset),
      'rollout:check': ({ fileId, jobId }) =>
        jobs.run(jobId, (cancel) => this.#rollouts.check(fileId, jobId, cancel)),
      'rollout:history': (request) =>
        jobs.run(request.jobId, (cancel) => this.#histories.read(request, cancel)),
      'rollout:lineage': ({ fileId, jobId }) =>
        jobs.run(jobId, (cancel) => this.#lineages.read(fileId, cancel)),
      'rollout:stat': ({ fileId }) => this.#rollouts.stat(fileId),
      'rollout:filter': (request) => jobs.run(request.jobId, (cancel) => this.#filters.run(request, cancel)),
      'rollout:readMatches': (request) => this.#filters.read(request),
      'rollout:locateMatch': (request) => this.#filters.locate(request),
      'rollout:dropFilter': (request) => this.#filters.drop(request),
      'rule:list': () => Promise.resolve(ok({ rules: [...ruleInfos] })),
      'job:cancel': ({ jobId }) => Promise.resolve(ok({ found: jobs.cancel(jobId) })),
      'file:choose': ({ what }) => this.#choose(what, client),
      'settings:get': () => this.settings.get(),
      'settings:change': (part) => this.settings.change(part),
      ...recentHandlers(this.#recents, {
        openPath: async (path) => (await this.#openPaths([path], client)).opened,
        openRoot: (path) => this.#openRoot(path, client),
      }),
      ...exportHandlers(this.#exports, client),
      ...clientHandlers(ports, this.#grants),
    }
  }

  readonly #emit: Emit = (event, payload) => {
    for (const client of this.#clients) client.hear(event, payload)
  }

  openPaths(paths: readonly string[]): Promise<OpenedPaths> {
    return this.#openPaths(paths, this.#own)
  }

  listRecents(): Promise<readonly Recent[]> {
    return this.#recents.all()
  }

  openRoot(path: string): Promise<void> {
    return this.#openRootFor(path, this.#own)
  }

  async #openPaths(paths: readonly string[], client: Client): Promise<OpenedPaths> {
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
    await this.#recents.note(
      good.map(({ kind, canonical }) => ({ kind: kind === 'file' ? 'file' : 'folder', path: canonical })),
    )
    client.hear('file:opened', opened)
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

  async #choose(
    what: 'files' | 'folder' | 'root',
    client: Client,
  ): Promise<Result<{ readonly opened: OpenedFiles | null }>> {
    const { choosePaths } = client.ports
    if (choosePaths === undefined) {
      return err({
        code: 'forbidden',
        message: 'This host has no dialog for files.',
        hint: 'Drop files on the window, or name them when you start Rollscope.',
      })
    }
    const paths = await choosePaths(what)
    const [first] = paths ?? []
    if (paths === null || first === undefined) return ok({ opened: null })
    return what === 'root'
      ? this.#openRoot(first, client)
      : ok({ opened: (await this.#openPaths(paths, client)).opened })
  }

  /** Makes a folder that a person named the active root. */
  async #openRoot(named: string, client: Client): Promise<Result<{ readonly opened: OpenedFiles }>> {
    const [path] = await this.#inspect([named])
    if (path?.kind === 'problem') return err(path.error)
    const { rootId, label } = this.#roots.setHome(path?.canonical ?? named)
    await this.#recents.note([{ kind: 'root', path: label }])
    await this.#rememberRoot(label)
    const opened: OpenedFiles = { rootId, fileIds: [], problems: [] }
    client.hear('file:opened', opened)
    return ok({ opened })
  }

  addExportDestination(folder: string): ExportDestination {
    return this.#exports.destinations.add(folder)
  }

  async #openRootFor(named: string, client: Client): Promise<void> {
    const answer = await this.#openRoot(named, client)
    if (answer.ok) return
    const rootId = this.#roots.opened.rootId
    client.hear('file:opened', { rootId, fileIds: [], problems: [problemOf(answer.error)] })
  }

  /** The next start begins with this root; the one of the environment needs no remembering. */
  async #rememberRoot(path: string): Promise<void> {
    await this.#recents.chooseRoot(path === this.#options.home ? null : path)
  }

  async #openSamples(): Promise<Result<Root>> {
    const { samplesFolder } = this.#options
    if (samplesFolder === null) {
      return err({ code: 'not-found', message: 'This copy of Rollscope comes without sample sessions.' })
    }
    return ok(await this.#toRoot(this.#roots.addSamples(samplesFolder)))
  }

  async #toRoot({ rootId, kind, label, sources, isReopened = false }: RootState): Promise<Root> {
    if (kind === 'opened') return { rootId, kind, label, exists: true }
    const [path] = await this.#inspect(sources.map((source) => source.path))
    const isMissing = path?.kind === 'problem' && path.error.code === 'not-found'
    const exists = path !== undefined && !isMissing
    return { rootId, kind, label, exists, ...(isReopened ? { isReopened } : {}) }
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
    for (const client of this.#clients) client.end()
    this.#rollouts.closeAll()
    await this.#exports.dispose()
    await this.#isRootKnown
    await Promise.all([this.settings.settle(), this.#recents.settle()])
    await this.#runner.dispose()
    this.#copies.dispose()
    this.#clients.clear()
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
