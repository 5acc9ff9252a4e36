/** Window: one window, sandboxed and apart from Node. */
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Settings, WindowPlace } from '../../shared/settings/settings'
import type { Product } from '../product'
import { offerTextMenu } from './contextMenu'
import { pageOrigin } from './trustedSender'
import { openingPlace, smallestWindow } from './windowPlace'

/** Opens a window on our page, beside `others` open ones. It shows itself once there is something to see. */
export function openWindow(product: Product, settings: Settings, others: number): BrowserWindow {
  const workAreas = screen.getAllDisplays().map(({ workArea }) => workArea)
  const { isMaximized, ...place } = openingPlace(settings.window, workAreas, others)
  const window = new BrowserWindow({
    title: 'Rollscope',
    ...place,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    icon: product.iconFile,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181c' : '#ffffff',
    webPreferences: {
      preload: product.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      disableBlinkFeatures: 'Auxclick',
      zoomFactor: settings.zoomPercent / 100,
    },
  })
  offerTextMenu(window.webContents)
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  void window.loadURL(`${pageOrigin}/`)
  return window
}

/** Where a window is now, to be opened there again. */
export function placeOf(window: BrowserWindow): WindowPlace {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
}

/** Brings a window to the front. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
