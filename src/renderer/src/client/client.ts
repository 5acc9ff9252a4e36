/**
 * Client: the renderer's only way to a host. Two implementations, one for Electron's bridge and one for HTTP;
 * everything else receives a `Client` as an argument and cannot tell them apart.
 */
import type { OpenedFiles } from '../../../shared/contract/openedFiles'
import type { Invoke } from '../../../shared/contract/dispatch'
import type { EventPayload } from '../../../shared/contract/events'
import type { EventChannel } from '../../../shared/contract/channels'
import type { Result } from '../../../shared/result'
import type { Connection } from './connection'

/** What was dropped on the window, or picked in the browser's own file dialog. */
export type DropSource = DataTransfer | readonly File[]

/** Tells how far handing over dropped files has come: `done` of `total` bytes, `name` is the file under way. */
export type DropProgress = (done: number, total: number, name: string) => void

/** Handing over of dropped files stops when it is asked to; what has arrived as a whole stays open. */
export interface DropOptions {
  readonly onProgress: DropProgress
  readonly signal: AbortSignal
}

/** Subscribes to an event; the function that comes back ends the subscription. */
export type Subscribe = <E extends EventChannel>(
  event: E,
  listener: (payload: EventPayload<E>) => void,
) => () => void

/** A host as the renderer sees it. No method rejects: failing is an answer. */
export interface Client {
  readonly host: 'electron' | 'web'
  readonly invoke: Invoke
  readonly on: Subscribe
  /** Tells after every call whether the host answers. */
  readonly onConnection: (listener: (connection: Connection) => void) => () => void
  /** Must be called inside the drop event: a browser forgets what was dropped right after it. */
  readonly openDropped: (source: DropSource, options: DropOptions) => Promise<Result<OpenedFiles>>
}
