/**
 * Windows: all windows of the app. Each is a client of the one explorer with a session of its own, and what it holds is
 * let go when it closes.
 */
import { nativeImage, shell, type BrowserWindow, type WebContents } from 'electron'
import type { ClientPorts, ClientStart, ExplorerClient } from '../../core/client'
import type { Explorer } from '../../core/explorer'
import type { Product } from '../product'
import { popUpMenu } from './contextMenu'
import { choosePaths } from './dialogs'
import { forwardEvents } from './ipc'
import { focusWindow, openWindow, placeOf } from './window'
import { zoomed } from './zoom'

/** A window and its client. */
export interface DesktopWindow {
  readonly browser: BrowserWindow
  readonly client: ExplorerClient
}

/** What windows are made of, and who hears of a bug. */
export interface WindowsOptions {
  readonly product: Product
  readonly explorer: Explorer
  readonly platform: NodeJS.Platform
  readonly onBug: (thrown: unknown) => void
}

/** A window that is dragged about tells of its place many times a second. */
const settleMs = 500

export class Windows {
  readonly #options: WindowsOptions
  /** The one that had the focus last comes first. */
  #windows: readonly DesktopWindow[] = []

  constructor(options: WindowsOptions) {
    this.#options = options
  }

  /** The window that has the focus, or had it last; null while there is none. */
  get current(): DesktopWindow | null {
    return this.#windows[0] ?? null
  }

  /** The client that the contents of a window talk to; null for contents that are no window of ours. */
  clientOf(contents: WebContents): ExplorerClient | null {
    return this.#windows.find(({ browser }) => browser.webContents === contents)?.client ?? null
  }

  /** Opens another window. */
  async open(start: Omit<ClientStart, 'ports'> = {}): Promise<void> {
    const { product, explorer } = this.#options
    const settings = await explorer.settings.read()
    const browser = openWindow(product, settings, this.#windows.length)
    const client = explorer.connect({ ...start, ports: this.#portsOf(browser) })
    const opened: DesktopWindow = { browser, client }
    this.#windows = [opened, ...this.#windows]
    const stopForwarding = forwardEvents(client, browser)
    browser.on('focus', () => {
      this.#windows = [opened, ...this.#windows.filter((known) => known !== opened)]
    })
    this.#keepPlace(browser)
    browser.on('closed', () => {
      this.#windows = this.#windows.filter((known) => known !== opened)
      stopForwarding()
      client.leave()
    })
  }

  /** Opens files in the window that had the focus last, or in a new one. */
  async openPaths(paths: readonly string[]): Promise<void> {
    const { current } = this
    if (current === null) return this.open({ startPaths: paths })
    focusWindow(current.browser)
    if (paths.length > 0) await current.client.openPaths(paths)
  }

  /** Keeps where the current window is. Called when the app quits, before anything is closed. */
  async rememberPlace(): Promise<void> {
    const browser = this.current?.browser
    if (browser === undefined || browser.isDestroyed()) return
    await this.#options.explorer.settings.write({ window: placeOf(browser) })
  }

  #keepPlace(browser: BrowserWindow): void {
    let timer: NodeJS.Timeout | undefined
    const keep = (): void => {
      clearTimeout(timer)
      if (browser.isDestroyed() || browser.isMinimized()) return
      this.#options.explorer.settings.write({ window: placeOf(browser) }).catch(this.#options.onBug)
    }
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(keep, settleMs)
    }
    browser.on('resize', soon).on('move', soon).on('maximize', soon).on('unmaximize', soon)
    browser.on('close', keep)
  }

  #portsOf(browser: BrowserWindow): ClientPorts {
    const { platform, onBug, product } = this.#options
    return {
      choosePaths: (what) => choosePaths(browser, what),
      showInFolder: (path) => {
        shell.showItemInFolder(path)
      },
      popUpMenu: (request) => popUpMenu(browser, request),
      openWindow: (startsWith) => {
        this.open({ startsWith }).catch(onBug)
      },
      zoom: (step) => this.#zoom(step),
      // On macOS the program that takes a dragged file may move it, and evidence stays where it is.
      ...(platform === 'darwin'
        ? {}
        : {
            startDrag: (paths) => {
              drag(browser.webContents, paths, product.iconFile)
            },
          }),
    }
  }

  async #zoom(step: 'in' | 'out' | 'reset'): Promise<number> {
    const { settings } = this.#options.explorer
    const percent = zoomed((await settings.read()).zoomPercent, step)
    for (const { browser } of this.#windows) browser.webContents.setZoomFactor(percent / 100)
    await settings.write({ zoomPercent: percent })
    return percent
  }
}

const dragIconPx = 32

/** Goes on with a drag as the files themselves, which the receiving program may copy. */
function drag(contents: WebContents, paths: readonly string[], iconFile: string): void {
  const [first] = paths
  if (first === undefined) return
  const icon = nativeImage.createFromPath(iconFile).resize({ width: dragIconPx })
  contents.startDrag({ file: first, files: [...paths], icon })
}
