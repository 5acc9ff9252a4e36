/** Menu: the native menu bar. The page has the same commands behind the same keys. */
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../shared/contract/events'
import type { ChosenThing } from './dialogs'

/** What the menu does. `send` tells the page; `open` asks with the system's dialog. */
export interface MenuActions {
  readonly send: (command: MenuCommand) => void
  readonly open: (what: ChosenThing) => void
}

/** Returns the menu of a platform. `isDevelopment` adds what only developers need. */
export function menuTemplate(
  { send, open }: MenuActions,
  platform: NodeJS.Platform,
  isDevelopment: boolean,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  /** The key is shown, and the page handles it: a single letter must still type itself into a text field. */
  const command = (label: string, name: MenuCommand, key?: string): MenuItemConstructorOptions => ({
    label,
    click: () => {
      send(name)
    },
    ...(key === undefined || isMac ? {} : { accelerator: key, registerAccelerator: false }),
  })
  const opening = (label: string, what: ChosenThing, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => {
      open(what)
    },
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        opening('&Open Files…', 'files', 'CommandOrControl+O'),
        opening('Open &Folder…', 'folder', 'CommandOrControl+Shift+O'),
        opening('Choose &Root…', 'root'),
        separator,
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        command('Copy C&itation', 'copy-citation', 'Y'),
        separator,
        command('&Find in Session…', 'find', 'CommandOrControl+F'),
        command('Filter &Lines…', 'filter-lines', 'CommandOrControl+Shift+F'),
        command('Find &Next', 'next-match', 'F3'),
        command('Find Pre&vious', 'previous-match', 'Shift+F3'),
      ],
    },
    {
      label: '&View',
      submenu: [
        command('&Lines', 'show-lines', '1'),
        command('&Findings', 'show-findings', '2'),
        command('Toggle &Inspector', 'toggle-inspector', 'I'),
        separator,
        {
          label: '&Theme',
          submenu: [
            command('&System', 'theme-system'),
            command('&Light', 'theme-light'),
            command('&Dark', 'theme-dark'),
          ],
        },
        separator,
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { role: 'togglefullscreen' },
        ...(isDevelopment ? [separator, { role: 'toggleDevTools' as const }] : []),
      ],
    },
    {
      label: '&Go',
      submenu: [
        command('&Command Palette…', 'open-palette', 'CommandOrControl+K'),
        command('&Filter Sessions', 'focus-filter', '/'),
        command('Go to &Line…', 'go-to-line', 'G'),
        separator,
        command('&Next Finding', 'next-finding', 'N'),
        command('&Previous Finding', 'previous-finding', 'Shift+N'),
        separator,
        command('&Back', 'back', 'Alt+Left'),
        command('For&ward', 'forward', 'Alt+Right'),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' as const }] : []),
    { label: '&Help', submenu: [command('&Keyboard Shortcuts', 'show-keys', '?')] },
  ]
}
