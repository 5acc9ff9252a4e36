/** Menu: the native menu bar. The page has the same commands behind the same keys. */
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../shared/contract/events'
import type { Recent } from '../../shared/settings/recent'
import type { ChosenThing } from './dialogs'
import { menuLabel } from './menuLabel'

/** What the menu shows and does. `send` tells the page; `open` asks with the system's dialog. */
export interface MenuOptions {
  readonly platform: NodeJS.Platform
  /** Adds what only developers need. */
  readonly isDevelopment: boolean
  /** What was opened before, newest first. */
  readonly recents: readonly Recent[]
  readonly send: (command: MenuCommand) => void
  readonly open: (what: ChosenThing) => void
  readonly openRecent: (recentId: string) => void
  readonly clearRecents: () => void
}

/** Returns the menu of a platform. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { platform, isDevelopment, send, open } = options
  const isMac = platform === 'darwin'
  /** The key is shown, and the page handles it: a single letter must still type itself into a text field. */
  const command = (label: string, name: MenuCommand, key?: string): MenuItemConstructorOptions => ({
    label,
    click: () => {
      send(name)
    },
    ...acceleratorOf(key, isMac),
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
        command('&New Window', 'new-window', 'CommandOrControl+Shift+N'),
        separator,
        opening('&Open Files…', 'files', 'CommandOrControl+O'),
        opening('Open &Folder…', 'folder', 'CommandOrControl+Shift+O'),
        opening('Choose &Root…', 'root'),
        { label: 'Open &Recent', submenu: recentItems(options) },
        separator,
        command('&Export…', 'export', 'CommandOrControl+Shift+E'),
        separator,
        command('&Validate All Sessions', 'validate-all', 'Shift+V'),
        command('Validate &Marked Sessions', 'validate-marked'),
        command('&Show Validation', 'show-validation', 'V'),
        separator,
        { role: 'close' },
        ...(isMac ? [] : [{ role: 'quit' as const }]),
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
        command('Zoom &In', 'zoom-in', 'CommandOrControl+='),
        command('Zoom &Out', 'zoom-out', 'CommandOrControl+-'),
        command('&Actual Size', 'zoom-reset', 'CommandOrControl+0'),
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
        command('Next &Damage', 'next-damage', 'D'),
        command('Previous Da&mage', 'previous-damage', 'Shift+D'),
        separator,
        command('&Back', 'back', 'Alt+Left'),
        command('For&ward', 'forward', 'Alt+Right'),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' as const }] : []),
    {
      label: '&Help',
      submenu: [
        command('&Keyboard Shortcuts', 'show-keys', '?'),
        separator,
        command('&About Rollscope', 'show-about'),
      ],
    },
  ]
}

/** The page handles the keys. Only macOS cannot show one without taking it, so there it shows those with Cmd alone. */
function acceleratorOf(key: string | undefined, isMac: boolean): Partial<MenuItemConstructorOptions> {
  if (key === undefined) return {}
  if (!isMac) return { accelerator: key, registerAccelerator: false }
  return key.startsWith('CommandOrControl') ? { accelerator: key } : {}
}

/** What was opened before. What is missing stays listed, so that a person sees that it is. */
function recentItems({ recents, openRecent, clearRecents }: MenuOptions): MenuItemConstructorOptions[] {
  if (recents.length === 0) return [{ label: 'Nothing was opened yet', enabled: false }]
  return [
    ...recents.map(({ recentId, label, place, isMissing }): MenuItemConstructorOptions => ({
      label: menuLabel(`${label}  (${isMissing ? 'missing, ' : ''}${place})`),
      enabled: !isMissing,
      click: () => {
        openRecent(recentId)
      },
    })),
    { type: 'separator' },
    {
      label: '&Clear Recent',
      click: () => {
        clearRecents()
      },
    },
  ]
}
