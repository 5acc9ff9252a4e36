/**
 * Explorer: the one door that hosts use. It merges the rooms' handlers, owns the worker pool,
 * the grants and the open files, and disposes of all of them.
 */
import type { EventChannel } from '../shared/contract/channels'
import type { OpenedFiles } from '../shared/contract/contract'
import type { Handlers } from '../shared/contract/dispatch'
import type { EventPayload } from '../shared/contract/events'
import type { Result } from '../shared/result'
import type { SpawnWorker } from './jobs/workerPort'

export interface ExplorerOptions {
  /** The CODEX_HOME that is read. It need not exist. */
  readonly home: string
  /** Where Rollscope keeps its own files. Created when first needed, mode 0700. */
  readonly dataFolder: string
  /** The sample sessions that come with the product, or null where there are none. */
  readonly samplesFolder: string | null
  readonly host: 'electron' | 'web' | 'test'
  readonly version: string
  /** Starts a worker thread; null runs all work inline, for unit tests. */
  readonly spawnWorker: SpawnWorker | null
  /** Paths given on the command line; opened at once and reported by `app:getInfo`. */
  readonly startPaths?: readonly string[]
  /** The host's own dialog. Answers the chosen paths, or null when the person cancelled. Absent where a host has none. */
  readonly choosePaths?: (what: 'files' | 'folder' | 'root') => Promise<readonly string[] | null>
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
  /** Stops all work, closes all files and workers. */
  dispose(): Promise<void>
}
