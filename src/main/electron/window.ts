/** Window: the one window, sandboxed and apart from Node. */
import { BrowserWindow, nativeTheme } from 'electron'
import type { Product } from '../product'
import { pageOrigin } from './trustedSender'

/** Opens the window on our page. It shows itself once there is something to see. */
export function openWindow(product: Product): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Rollscope',
    width: 1360,
    height: 860,
    minWidth: 960,
    minHeight: 600,
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
    },
  })
  window.once('ready-to-show', () => {
    window.show()
  })
  void window.loadURL(`${pageOrigin}/`)
  return window
}

/** Brings a window to the front. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
