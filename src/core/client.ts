/**
 * Client: one window or tab of a host. It hears what concerns it, and what it holds is let go when it leaves; what
 * another one holds is not touched.
 */
import type { EventChannel } from '../shared/contract/channels'
import type { Request } from '../shared/contract/contract'
import type { OpenedFiles } from '../shared/contract/openedFiles'
import type { Handlers } from '../shared/contract/dispatch'
import type { Emit, EventPayload } from '../shared/contract/events'
import { JobBoard } from './jobs/jobBoard'

/** What a host can do for a window beyond reading. What it cannot do is absent, and the page does not offer it. */
export interface ClientPorts {
  /** The host's own dialog. Answers the chosen paths, or null when the person cancelled. */
  readonly choosePaths?: (what: 'files' | 'folder' | 'root' | 'export') => Promise<readonly string[] | null>
  /** Shows a file in the system's file manager. */
  readonly showInFolder?: (path: string) => void
  /** Goes on with a drag that began in the page, as one of these files. */
  readonly startDrag?: (paths: readonly string[]) => void
  /** Shows a native menu and answers the id of the chosen item, or null. */
  readonly popUpMenu?: (request: Request<'menu:popUp'>) => Promise<string | null>
  /** Opens another window, which starts with these files or with none. */
  readonly openWindow?: (startsWith: OpenedFiles | null) => void
  /** Zooms all windows and answers the percentage that they have now. */
  readonly zoom?: (step: Request<'window:zoom'>['step']) => Promise<number>
}

/** What a host gets for one window or tab. */
export interface ExplorerClient {
  readonly handlers: Handlers
  /** Subscribes to an event; the returned function ends the subscription. */
  on<E extends EventChannel>(event: E, listener: (payload: EventPayload<E>) => void): () => void
  /** Grants files and folders that the person named outside the page, and emits `file:opened` to this client. */
  openPaths(paths: readonly string[]): Promise<OpenedPaths>
  /** Makes a folder that the person named outside the page the active root. */
  openRoot(path: string): Promise<void>
  /** Ends the client's work and closes what only it looks at. */
  leave(): void
}

/** One file that `openPaths` granted. `displayPath` is the argument, or the argument and the path below it. */
export interface OpenedEntry {
  readonly fileId: string
  readonly displayPath: string
}

/** What came of opening paths: for the page, and one by one. */
export interface OpenedPaths {
  readonly opened: OpenedFiles
  readonly entries: readonly OpenedEntry[]
  /** The folders among them that are a CODEX_HOME, by how they were named and where they lie. */
  readonly homes: readonly { readonly displayPath: string; readonly path: string }[]
}

/** How a client begins. */
export interface ClientStart {
  readonly ports?: ClientPorts
  /** What the page shows first; without it, what the explorer was started with. */
  readonly startsWith?: OpenedFiles | null
  /** Paths to open for this client at once, which the page then shows first. */
  readonly startPaths?: readonly string[]
}

/** What is known of a client from the beginning. */
interface ClientParts {
  readonly ports: ClientPorts
  readonly startsWith?: OpenedFiles | null | Promise<OpenedFiles | null>
}

export class Client {
  readonly ports: ClientPorts
  readonly jobs = new JobBoard()
  startsWith: Promise<OpenedFiles | null>
  readonly #listeners = new Map<EventChannel, Set<(payload: never) => void>>()

  constructor({ ports, startsWith = null }: ClientParts) {
    this.ports = ports
    this.startsWith = Promise.resolve(startsWith)
  }

  on<E extends EventChannel>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners)
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  readonly hear: Emit = (event, payload) => {
    for (const listener of this.#listeners.get(event) ?? []) listener(payload as never)
  }

  /** Ends the client's jobs and tells it nothing more. */
  end(): void {
    this.jobs.cancelAll()
    this.#listeners.clear()
  }
}
