/** Explorer options: what a host says when it starts an explorer. */
import type { Response } from '../shared/contract/contract'
import type { ClientStart } from './client'
import type { SpawnWorker } from './jobs/workerPort'
import type { FileSystem } from './platform/fileSystem'
import type { RecentListener } from './recents/recents'

export interface ExplorerOptions {
  /** The CODEX_HOME that is read. It need not exist. */
  readonly home: string
  /** Where Rollscope keeps its own files. Created when first needed, mode 0700. */
  readonly dataFolder: string
  /** The sample sessions that come with the product, or null where there are none. */
  readonly samplesFolder: string | null
  readonly host: Response<'app:getInfo'>['host']
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
