/** Desktop: the life of the app, from its command line to its last window. */
import { app, Menu, session, type BrowserWindow } from 'electron'
import type { Explorer } from '../../core/explorer'
import { composeExplorer, type Product } from '../product'
import { denyContents, denySession } from './deny'
import { choosePaths } from './dialogs'
import { answerCalls, forwardEvents, sendEvent } from './ipc'
import { menuTemplate } from './menu'
import { openChosen } from './menuOpening'
import { servePage } from './protocol'
import { readStartLine, toStartLine, type StartLine } from './startFiles'
import { focusWindow, openWindow } from './window'

/** Runs the app until it quits. `line` is the command line it was started with. */
export function startDesktop(product: Product, line: StartLine): void {
  const developmentServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
  const { paths, root } = readStartLine(line, app.isPackaged)
  let window: BrowserWindow | null = null
  const explorer = composeExplorer(product, {
    host: 'electron',
    startPaths: paths,
    ...(root === null ? {} : { root }),
    choosePaths: (what) => choosePaths(window, what),
  })

  const show = (): void => {
    if (window !== null) {
      focusWindow(window)
      return
    }
    const opened = openWindow(product)
    const stopForwarding = forwardEvents(explorer, opened)
    opened.on('closed', () => {
      stopForwarding()
      window = null
    })
    window = opened
  }
  const open = (given: readonly string[]): void => {
    show()
    if (given.length > 0) explorer.openPaths(given).catch(reportBug)
  }

  denyContents(app)
  app.on('second-instance', (_event, _argv, _cwd, sent) => {
    const other = toStartLine(sent)
    open(other === null ? [] : readStartLine(other, app.isPackaged).paths)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (app.isReady()) open([path])
    else explorer.openPaths([path]).catch(reportBug)
  })
  app.on('activate', show)
  app.on('window-all-closed', () => {
    app.quit()
  })
  disposeBeforeQuit(explorer)

  app
    .whenReady()
    .then(() => {
      denySession(session.defaultSession, developmentServer)
      servePage(product.rendererFolder, developmentServer)
      answerCalls(explorer, {
        checkResponses: developmentServer !== null,
        onBug: (channel, thrown) => {
          reportBug(`${channel}: ${String(thrown)}`)
        },
      })
      Menu.setApplicationMenu(
        Menu.buildFromTemplate(
          menuTemplate(
            {
              send(command) {
                sendEvent(window, 'menu:chosen', { command })
              },
              open(what) {
                show()
                openChosen(explorer, what, (opened) => {
                  sendEvent(window, 'file:opened', opened)
                }).catch(reportBug)
              },
            },
            process.platform,
            developmentServer !== null,
          ),
        ),
      )
      show()
    })
    .catch(reportBug)
}

/** Work ends and files are closed before the app does. */
function disposeBeforeQuit(explorer: Explorer): void {
  let disposed = false
  app.on('before-quit', (event) => {
    if (disposed) return
    event.preventDefault()
    explorer
      .dispose()
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
