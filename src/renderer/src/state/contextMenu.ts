/**
 * Context menu: what a row offers on a right click, out of the one table of commands. Drawn by the host where it has menus
 * of its own, else by the page; what is chosen is run in either case as if its key had been pressed on the row.
 */
import type { MenuItem } from '../../../shared/settings/menu'
import { commands, isOffered } from './commands'
import { citability } from './copying'
import type { Point } from './shownMenu'
import type { Stores } from './stores'

/** What rows offer, by the ids of commands; null is a line between two. Ids that the table lacks are left out. */
const rowMenus: Readonly<Record<'sessions' | 'lines', readonly (string | null)[]>> = {
  sessions: [
    'open-row',
    'open-in-new-window',
    null,
    'toggle-mark',
    null,
    'copy-session-id',
    'copy-path',
    'show-in-folder',
    null,
    'export',
  ],
  lines: ['copy-citation', 'copy-line', 'copy-value', null, 'go-to-line'],
}

/** The items of a row's menu that this host can carry out. */
export function rowMenu(
  stores: Pick<Stores, 'app' | 'viewer'>,
  region: 'sessions' | 'lines',
): readonly MenuItem[] {
  const items = rowMenus[region].flatMap((id): readonly MenuItem[] => {
    if (id === null) return [{ kind: 'line' }]
    const command = commands.find((known) => known.id === id)
    if (command === undefined || !isOffered(command, stores.app.getState())) return []
    const isEnabled = id !== 'copy-citation' || citability(stores.viewer.getState()).status === 'yes'
    return [{ kind: 'command', id, label: command.title, isEnabled }]
  })
  return items.filter(({ kind }, at) => kind === 'command' || isBetween(items, at))
}

/** True for a line that stands between two commands. */
function isBetween(items: readonly MenuItem[], at: number): boolean {
  return items[at + 1]?.kind === 'command' && items.slice(0, at).some(({ kind }) => kind === 'command')
}

/** Shows a row's menu at a point and runs what is chosen. */
export async function openRowMenu(stores: Stores, region: 'sessions' | 'lines', at: Point): Promise<void> {
  const items = rowMenu(stores, region)
  if (items.length === 0) return
  const chosen = await chooseItem(stores, items, at)
  const command = commands.find(({ id }) => id === chosen)
  command?.run(stores, region)
}

async function chooseItem(
  { app, client, window }: Stores,
  items: readonly MenuItem[],
  at: Point,
): Promise<string | null> {
  if (app.getState().info?.hasNativeMenus === true) {
    const answer = await client.invoke('menu:popUp', { items: [...items], at })
    if (!answer.ok) window.getState().tellError(answer.error)
    return answer.ok ? answer.value.chosen : null
  }
  return new Promise((resolve) => {
    window.getState().showMenu({ items, at, choose: resolve })
  })
}
