/** Narrow: windows without room for everything side by side. */
import type { Page } from '@playwright/test'
import type { App } from './app'

/** Makes the page so wide; Electron's page is as wide as its window, which does not get as narrow but can be zoomed. */
export async function narrow(page: Page, electron: App['electron'], width: number): Promise<void> {
  if (electron === null) return page.setViewportSize({ width, height: 600 })
  await electron.evaluate(({ BrowserWindow }, wished) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setContentSize(960, 600)
    window?.webContents.setZoomFactor(960 / wished)
  }, width)
}

/** Whether what the eye sees in the middle of an element is that element. */
export function isOnTop(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect()
  const there = document.elementFromPoint(left + width / 2, top + height / 2)
  return there !== null && (element.contains(there) || there.contains(element))
}
