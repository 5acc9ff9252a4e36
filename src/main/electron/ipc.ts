/**
 * IPC: the only file that touches `ipcMain`. Every message is refused unless it comes from our own page's top frame,
 * and reaches a handler only through `dispatch`, which checks it against the contract.
 */
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { z } from 'zod'
import type { ExplorerClient } from '../../core/client'
import {
  channels,
  eventChannels,
  openPathsChannel,
  wirePrefix,
  type EventChannel,
} from '../../shared/contract/channels'
import type { OpenedFiles } from '../../shared/contract/openedFiles'
import { dispatch, type DispatchOptions } from '../../shared/contract/dispatch'
import type { EventPayload } from '../../shared/contract/events'
import { err, ok, type Result } from '../../shared/result'
import { isTrustedSender } from './trustedSender'

/** What the preload says of dropped files: their paths, and the names of those that have none. */
const DroppedFilesSchema = z.strictObject({
  paths: z.array(z.string().min(1)).max(10_000),
  withoutPath: z.array(z.string()).max(10_000),
})

/** The client that the contents of a window talk to; null for contents that are no window of ours. */
export type ClientOf = (contents: WebContents) => ExplorerClient | null

/** Answers the pages' calls, each for the window that it comes from. */
export function answerCalls(clientOf: ClientOf, options: DispatchOptions): void {
  const clientOfPage = (event: IpcMainInvokeEvent): ExplorerClient | null =>
    isTrustedSender(event.senderFrame) ? clientOf(event.sender) : null
  for (const channel of channels) {
    ipcMain.handle(wirePrefix + channel, (event, payload: unknown) => {
      const client = clientOfPage(event)
      return client === null ? forbidden : dispatch(client.handlers, channel, payload, options)
    })
  }
  ipcMain.handle(openPathsChannel, (event, payload: unknown) => {
    const client = clientOfPage(event)
    return client === null ? forbidden : openDropped(client, payload)
  })
}

/** Passes a client's events on to its window while it lives. Returns the function that ends it. */
export function forwardEvents(client: ExplorerClient, window: BrowserWindow): () => void {
  const subscriptions = eventChannels.map((event) =>
    client.on(event, (payload) => {
      sendEvent(window, event, payload)
    }),
  )
  return () => {
    for (const end of subscriptions) end()
  }
}

/** Sends one event to a window, unless it is gone. */
export function sendEvent<E extends EventChannel>(
  window: BrowserWindow | null,
  event: E,
  payload: EventPayload<E>,
): void {
  if (window === null || window.isDestroyed() || window.webContents.isDestroyed()) return
  window.webContents.send(wirePrefix + event, payload)
}

const forbidden = err({
  code: 'forbidden' as const,
  message: 'This page may not ask Rollscope for anything.',
})

async function openDropped(client: ExplorerClient, payload: unknown): Promise<Result<OpenedFiles>> {
  const dropped = DroppedFilesSchema.safeParse(payload)
  if (!dropped.success) return err({ code: 'bad-request', message: z.prettifyError(dropped.error) })
  const { opened } = await client.openPaths(dropped.data.paths)
  const unnamed = dropped.data.withoutPath.map((name) => ({
    code: 'open/no-path',
    severity: 'error' as const,
    message: `${name} has no place on disk, so it cannot be opened. Save it as a file first.`,
    path: name,
  }))
  return ok({ ...opened, problems: [...opened.problems, ...unnamed] })
}
