/**
 * Explorer: the one door that hosts use. It merges the handlers of the rooms for each client, and disposes of the rooms.
 * It decides nothing itself.
 */
import type { OpenedFiles } from '../shared/contract/openedFiles'
import type { Handlers } from '../shared/contract/dispatch'
import type { Emit } from '../shared/contract/events'
import type { ExportDestination } from '../shared/export/exportPlan'
import type { Result } from '../shared/result'
import type { Recent } from '../shared/settings/recent'
import { appHandlers } from './appHandlers'
import { Client, type ClientStart, type ExplorerClient, type OpenedPaths } from './client'
import { clientHandlers } from './clientHandlers'
import type { ExplorerOptions } from './explorerOptions'
import { exportHandlers } from './exporter/exportHandlers'
import { filterHandlers } from './filter/filterHandlers'
import { sessionHandlers } from './lister/sessionHandlers'
import { openingHandlers } from './opening/openingHandlers'
import { rootHandlers } from './opening/rootHandlers'
import { rolloutHandlers } from './reader/rolloutHandlers'
import { createRooms, type Rooms } from './rooms'
import type { SettingsStore } from './settings/settings'
import { settingsHandlers } from './settings/settingsHandlers'
import type { FileChecks } from './validator/runs/fileChecks'
import { runHandlers } from './validator/runs/runHandlers'

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
  /** Checks files that this process was given, for a host that writes the report itself. */
  readonly fileChecks: Pick<FileChecks, 'check' | 'checkHome'>
  /** Stops all work, closes all files and workers. */
  dispose(): Promise<void>
}

/** Starts an explorer. Its workers start at once; nothing is read before somebody asks. */
export function createExplorer(options: ExplorerOptions): Explorer {
  return new CoreExplorer(options)
}

class CoreExplorer implements Explorer {
  readonly handlers: Handlers
  readonly on: ExplorerClient['on']
  readonly settings: SettingsStore
  readonly fileChecks: FileChecks
  readonly #options: ExplorerOptions
  readonly #clients = new Set<Client>()
  readonly #rooms: Rooms
  readonly #own: Client

  constructor(options: ExplorerOptions) {
    this.#options = options
    this.#rooms = createRooms(options, this.#emit)
    this.settings = this.#rooms.settings
    this.fileChecks = this.#rooms.fileChecks
    this.#own = new Client({ ports: options.ports ?? {} })
    this.#addClient(this.#own, options.startPaths ?? [])
    this.handlers = this.#handlersOf(this.#own)
    this.on = (event, listener) => this.#own.on(event, listener)
  }

  readonly #emit: Emit = (event, payload) => {
    for (const client of this.#clients) client.hear(event, payload)
  }

  #handlersOf(client: Client): Handlers {
    const rooms = this.#rooms
    return {
      ...appHandlers({ ...this.#options, ...rooms }, client),
      ...rootHandlers(rooms),
      ...openingHandlers(rooms, client),
      ...sessionHandlers(rooms, client),
      ...rolloutHandlers(rooms, client),
      ...filterHandlers(rooms.filters, client),
      ...exportHandlers(rooms.exports, client),
      ...runHandlers(rooms, client),
      ...settingsHandlers(rooms.settings),
      ...clientHandlers(client, rooms.grants),
    }
  }

  #addClient(client: Client, startPaths: readonly string[]): void {
    this.#clients.add(client)
    if (startPaths.length === 0) return
    client.startsWith = this.#rooms.opening.openPaths(startPaths, client).then(({ opened }) => opened)
  }

  connect({ ports = {}, startsWith, startPaths = [] }: ClientStart = {}): ExplorerClient {
    const { opening, rollouts, validationRuns } = this.#rooms
    const client = new Client({ ports, startsWith: startsWith ?? this.#own.startsWith })
    this.#addClient(client, startPaths)
    return {
      handlers: this.#handlersOf(client),
      on: (event, listener) => client.on(event, listener),
      openPaths: (paths) => opening.openPaths(paths, client),
      openRoot: (path) => opening.openRootOrTell(path, client),
      leave: () => {
        client.end()
        rollouts.leave(client)
        validationRuns.leave(client)
        this.#clients.delete(client)
      },
    }
  }

  openPaths(paths: readonly string[]): Promise<OpenedPaths> {
    return this.#rooms.opening.openPaths(paths, this.#own)
  }

  openRoot(path: string): Promise<void> {
    return this.#rooms.opening.openRootOrTell(path, this.#own)
  }

  receiveCopy(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Result<OpenedFiles>> {
    return this.#rooms.opening.receiveCopy(name, bytes)
  }

  listRecents(): Promise<readonly Recent[]> {
    return this.#rooms.recents.all()
  }

  addExportDestination(folder: string): ExportDestination {
    return this.#rooms.exports.destinations.add(folder)
  }

  async dispose(): Promise<void> {
    const {
      rollouts,
      exports,
      reportExports,
      validationRuns,
      activeRoot,
      settings,
      recents,
      runner,
      copies,
    } = this.#rooms
    for (const client of this.#clients) client.end()
    rollouts.closeAll()
    await Promise.all([exports.dispose(), reportExports.dispose()])
    await activeRoot.isKnown
    await Promise.all([settings.settle(), recents.settle()])
    await runner.dispose()
    validationRuns.dispose()
    copies.dispose()
    this.#clients.clear()
  }
}
