/** Desktop: the life of the app, from its command line to its last window. */
import { app, Menu, nativeTheme, session } from 'electron'
import type { Explorer } from '../../core/explorer'
import { composeExplorer, type Product } from '../product'
import { denyContents, denySession } from './deny'
import { answerCalls, sendEvent } from './ipc'
import { menuTemplate } from './menu'
import { openChosen, openRecent } from './menuOpening'
import { servePage } from './protocol'
import { readStartLine, toStartLine, type StartLine } from './startFiles'
import { Windows } from './windows'

/** Runs the app until it quits. `line` is the command line it was started with. */
export function startDesktop(product: Product, line: StartLine): void {
  const developmentServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
  const { paths, root } = readStartLine(line, app.isPackaged)
  const explorer = composeExplorer(product, {
    host: 'electron',
    keepsRecents: systemRecents,
    ...(root === null ? {} : { root }),
  })
  const windows = new Windows({ product, explorer, platform: process.platform, onBug: reportBug })
  /** Paths that the system hands over before the first window is there. */
  let early: readonly string[] | null = paths
  const open = (given: readonly string[]): void => {
    if (early === null) windows.openPaths(given).catch(reportBug)
    else early = [...early, ...given]
  }

  denyContents(app)
  app.on('second-instance', (_event, _argv, _cwd, sent) => {
    const other = toStartLine(sent)
    const wish = other === null ? { paths: [], root: null } : readStartLine(other, app.isPackaged)
    open(wish.paths)
    if (wish.root !== null) windows.current?.client.openRoot(wish.root).catch(reportBug)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open([path])
  })
  app.on('activate', () => {
    open([])
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
  disposeBeforeQuit(explorer, windows)

  app
    .whenReady()
    .then(async () => {
      denySession(session.defaultSession, developmentServer)
      servePage(product.rendererFolder, developmentServer)
      answerCalls((contents) => windows.clientOf(contents), {
        checkResponses: developmentServer !== null,
        onBug: (channel, thrown) => {
          reportBug(`${channel}: ${String(thrown)}`)
        },
      })
      await followTheme(explorer)
      await keepMenu(explorer, windows, developmentServer !== null)
      const startPaths = early ?? []
      early = null
      await windows.open({ startPaths })
    })
    .catch(reportBug)
}

/** The system's own list of recent files, where it has one. */
const systemRecents = {
  opened(path: string): void {
    if (process.platform === 'darwin' || process.platform === 'win32') app.addRecentDocument(path)
  },
  cleared(): void {
    app.clearRecentDocuments()
  },
}

/** Menus, dialogs and the first frame of a window have the theme of the page. */
async function followTheme(explorer: Explorer): Promise<void> {
  nativeTheme.themeSource = (await explorer.settings.read()).theme
  explorer.on('settings:changed', ({ theme }) => {
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
  })
}

/** Builds the menu, and again whenever the recent files are others. It acts on the window that has the focus. */
async function keepMenu(explorer: Explorer, windows: Windows, isDevelopment: boolean): Promise<void> {
  const build = async (): Promise<void> => {
    const listed = await explorer.listRecents()
    const template = menuTemplate({
      platform: process.platform,
      isDevelopment,
      recents: listed,
      send(command) {
        sendEvent(windows.current?.browser ?? null, 'menu:chosen', { command })
      },
      open(what) {
        inWindow(windows, ({ client, browser }) =>
          openChosen(client, what, (opened) => {
            sendEvent(browser, 'file:opened', opened)
          }),
        )
      },
      openRecent(recentId) {
        inWindow(windows, ({ client, browser }) =>
          openRecent(client, recentId, (opened) => {
            sendEvent(browser, 'file:opened', opened)
          }),
        )
      },
      clearRecents() {
        explorer.handlers['recent:clear']({}).catch(reportBug)
      },
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  explorer.on('recent:changed', () => {
    build().catch(reportBug)
  })
  await build()
}

function inWindow(
  windows: Windows,
  action: (window: NonNullable<Windows['current']>) => Promise<void>,
): void {
  const { current } = windows
  if (current !== null) action(current).catch(reportBug)
}

/** Work ends and files are closed before the app does. */
function disposeBeforeQuit(explorer: Explorer, windows: Windows): void {
  let disposed = false
  app.on('before-quit', (event) => {
    if (disposed) return
    event.preventDefault()
    windows
      .rememberPlace()
      .then(() => explorer.dispose())
      .catch(reportBug)
      .finally(() => {
        disposed = true
        app.quit()
      })
  })
}

function reportBug(thrown: unknown): void {
  process.stderr.write(`rollscope: a bug: ${String(thrown)}\n`)
}
