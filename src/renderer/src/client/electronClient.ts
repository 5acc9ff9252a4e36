import { err, type AppError, type Result } from '../../../shared/result'
import type { Response } from '../../../shared/contract/contract'
import type { OpenedFiles } from '../../../shared/contract/openedFiles'
import type { Channel, EventChannel } from '../../../shared/contract/channels'
import type { EventPayload } from '../../../shared/contract/events'
import type { Client } from './client'

/** What the preload exposes. Typed by hand here because the page must not import the preload. */
export interface ExplorerBridge {
  readonly host: 'electron'
  readonly invoke: (channel: string, payload: unknown) => Promise<Result<unknown>>
  readonly on: (event: string, listener: (payload: unknown) => void) => () => void
  readonly openDropped: (files: File[]) => Promise<Result<OpenedFiles>>
}

declare global {
  interface Window {
    readonly explorer?: ExplorerBridge
  }
}

/** Client over the preload's bridge. The types of answers are those of the contract, which main checks. */
export function createElectronClient(bridge: ExplorerBridge): Client {
  return {
    host: 'electron',
    async invoke(channel, request) {
      return safely(() => bridge.invoke(channel, request)) as Promise<
        Result<Response<typeof channel & Channel>>
      >
    },
    on: (event, listener) =>
      bridge.on(event, (payload) => {
        listener(payload as EventPayload<typeof event & EventChannel>)
      }),
    // The window goes with its application: there is nothing to tell.
    onConnection: () => () => undefined,
    openDropped(source) {
      const files = Array.from(source instanceof DataTransfer ? source.files : source)
      return safely(() => bridge.openDropped(files))
    },
  }
}

/** A bridge that rejects is a main process that is gone; the page still gets an answer. */
async function safely<T>(call: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await call()
  } catch {
    return err(noAnswer)
  }
}

const noAnswer: AppError = {
  code: 'io',
  message: 'Rollscope did not answer.',
  hint: 'Close the window and start Rollscope again. No file was changed.',
}
