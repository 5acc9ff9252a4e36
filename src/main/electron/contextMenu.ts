/**
 * Context menu: what a right click shows. The page asks for the menus of its rows by a call; text fields and selected
 * text have the system's own items. Labels come from our table of commands, and never from a rollout.
 */
import { Menu, type BrowserWindow, type MenuItemConstructorOptions, type WebContents } from 'electron'
import type { Request } from '../../shared/contract/contract'
import { menuLabel } from './menuLabel'

/** How long after a menu has closed its click may still come. */
const lateClickMs = 100

/** Shows a menu over a window. Answers the id of the chosen item, or null when it was closed without a choice. */
export function popUpMenu(
  window: BrowserWindow,
  { items, at }: Request<'menu:popUp'>,
): Promise<string | null> {
  return new Promise((resolve) => {
    const template = items.map((item): MenuItemConstructorOptions => {
      if (item.kind === 'line') return { type: 'separator' }
      const { id, label, isEnabled } = item
      return {
        id,
        label: menuLabel(label),
        enabled: isEnabled,
        click: () => {
          resolve(id)
        },
      }
    })
    const zoom = window.webContents.getZoomFactor()
    Menu.buildFromTemplate(template).popup({
      window,
      x: Math.round(at.x * zoom),
      y: Math.round(at.y * zoom),
      callback: () => {
        setTimeout(() => {
          resolve(null)
        }, lateClickMs)
      },
    })
  })
}

/** Gives text fields and selected text the system's own items. Where the page shows its own menu, this is not asked. */
export function offerTextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (!isEditable && selectionText.trim() === '') return
    const editing: MenuItemConstructorOptions[] = [
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ]
    Menu.buildFromTemplate(isEditable ? editing : [{ role: 'copy' }]).popup()
  })
}
