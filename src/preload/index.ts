/**
 * Preload: the bridge between the sandboxed page and the host. It lets through the channels of the contract and
 * nothing else, and resolves the paths of dropped files itself, so that the page can never name a path.
 */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import {
  channels,
  eventChannels,
  openPathsChannel,
  wirePrefix,
  type Channel,
  type EventChannel,
} from '../shared/contract/channels'

/** What the page finds at `window.explorer`. Answers are `Result` values; the page's client gives them their types. */
export interface ExplorerBridge {
  readonly host: 'electron'
  invoke(channel: Channel, payload: unknown): Promise<unknown>
  /** Calls the listener with each payload; the returned function ends that. */
  on(event: EventChannel, listener: (payload: unknown) => void): () => void
  /** Opens files that a person dropped on the page. Answers a `Result` with `OpenedFiles`. */
  openDropped(files: readonly File[]): Promise<unknown>
}

const bridge: ExplorerBridge = {
  host: 'electron',
  invoke(channel, payload) {
    if (!channels.includes(channel)) return Promise.resolve(noSuchChannel)
    return ipcRenderer.invoke(wirePrefix + channel, payload)
  },
  on(event, listener) {
    if (!eventChannels.includes(event)) return () => undefined
    const receive = (_event: IpcRendererEvent, payload: unknown): void => {
      listener(payload)
    }
    ipcRenderer.on(wirePrefix + event, receive)
    return () => {
      ipcRenderer.off(wirePrefix + event, receive)
    }
  },
  openDropped(files) {
    const paths: string[] = []
    const withoutPath: string[] = []
    for (const file of files) {
      const path = pathOf(file)
      if (path === '') withoutPath.push(file.name)
      else paths.push(path)
    }
    return ipcRenderer.invoke(openPathsChannel, { paths, withoutPath })
  },
}

const noSuchChannel = {
  ok: false,
  error: { code: 'unknown-channel', message: 'There is no such call.' },
} as const

/** Electron throws for anything but a real file, and answers '' for one that lies nowhere. */
function pathOf(file: File): string {
  try {
    return webUtils.getPathForFile(file)
  } catch {
    return ''
  }
}

contextBridge.exposeInMainWorld('explorer', bridge)
