/**
 * Commands: everything that can be done from the keyboard, in one table. The keys, the palette, the sheet of
 * keys and the native menu all run from it, so that none of them can promise what another does not do.
 */
import { menuCommands, type MenuCommand } from '../../../shared/contract/events'
import { copyCitation } from './copying'
import { chooseFiles } from './opening'
import type { RequestInput } from '../../../shared/contract/contract'
import type { Theme } from '../../../shared/settings/settings'
import { copyLine, copyPath, copySessionId, openInNewWindow, showInFolder } from './rowActions'
import type { FilterMode } from './filterTypes'
import { foldRow, markHere, markToHere } from './sessionActions'
import type { AppState, Stores } from './stores'

/** Where the focus is. Commands that move a selection mean another one in each place. */
export type Region = 'sessions' | 'lines' | 'findings' | 'other'

/** What a host may be able to do or not, by the name under which it says so. */
export type Need = 'canChooseFiles' | 'canOpenWindows' | 'canShowInFolder' | 'canZoom'

/** `mod` is Ctrl, or Cmd on macOS. A key without modifiers only works outside of text fields. */
export interface Command {
  readonly id: string
  readonly title: string
  readonly group: 'General' | 'Move' | 'Session' | 'View'
  readonly keys: readonly string[]
  /** False leaves it out of the palette: moving by a row is nothing that one picks from a list. */
  readonly inPalette: boolean
  /** What the host must be able to do for it; null for what every host can. */
  readonly needs: Need | null
  readonly run: (stores: Stores, region: Region) => void
}

function command(
  id: string,
  title: string,
  group: Command['group'],
  keys: readonly string[],
  run: Command['run'],
): Command {
  return { id, title, group, keys, inPalette: group !== 'Move', needs: null, run }
}

function dialogCommand(
  id: string,
  title: string,
  keys: readonly string[],
  what: 'files' | 'folder' | 'root',
): Command {
  const run: Command['run'] = (stores) => void chooseFiles(stores, what)
  return { ...command(id, title, 'General', keys, run), needs: 'canChooseFiles' }
}

function zoomCommand(
  step: RequestInput<'window:zoom'>['step'],
  title: string,
  keys: readonly string[],
): Command {
  const run: Command['run'] = ({ client }) => void client.invoke('window:zoom', { step })
  return { ...command(`zoom-${step}`, title, 'View', keys, run), needs: 'canZoom' }
}

function setTheme(theme: Theme): Command['run'] {
  return ({ preferences }) => {
    preferences.getState().change({ theme })
  }
}

function moveBy(rows: number): Command['run'] {
  return (stores, region) => {
    if (region === 'sessions') {
      const { cursor, moveTo } = stores.sessions.getState()
      moveTo(cursor + rows)
    } else if (region === 'findings') stores.viewer.getState().nextFinding(rows > 0 ? 1 : -1)
    else stores.viewer.getState().moveBy(rows)
  }
}

function moveByPage(sign: -1 | 1): Command['run'] {
  return (stores, region) => {
    if (region === 'sessions') moveBy(sign * 10)(stores, region)
    else stores.viewer.getState().moveBy(sign * Math.max(1, stores.viewer.getState().viewport.count - 1))
  }
}

function moveToEnd(end: 'first' | 'last'): Command['run'] {
  return ({ sessions, viewer }, region) => {
    if (region === 'sessions') sessions.getState().moveTo(end === 'first' ? 0 : Number.MAX_SAFE_INTEGER)
    else viewer.getState().moveToEnd(end)
  }
}

function open({ sessions, viewer, window }: Stores, region: Region): void {
  if (region === 'sessions') {
    const { rowAt, cursor } = sessions.getState()
    const row = rowAt(cursor)
    if (row === undefined) return
    void viewer.getState().open(row.fileId, row.name ?? row.preview ?? '')
    window.getState().requestFocus('view')
  } else if (region === 'findings') window.getState().show('lines')
  else window.getState().requestFocus('view')
}

/** An export that goes on, or has just ended out of sight, is shown as it is. */
function openExport({ exports, window }: Stores): void {
  const { run, begin } = exports.getState()
  if (run.status === 'idle' || window.getState().dialog === 'export') void begin()
  window.getState().openDialog('export')
}

/** Opens the bar above the lines; without a session there is only the list to be searched. */
function findLines(mode: FilterMode): Command['run'] {
  return ({ viewer, window }) => {
    if (viewer.getState().session.status !== 'ready') {
      window.getState().requestFocus('filter')
      return
    }
    window.getState().show('lines')
    viewer.getState().openFilter(mode)
    window.getState().requestFocus('line-filter')
  }
}

function stepMatch(by: -1 | 1): Command['run'] {
  return (stores, region) => {
    if (stores.viewer.getState().isFilterOpen) void stores.viewer.getState().stepMatch(by)
    else findLines('find')(stores, region)
  }
}

export const commands: readonly Command[] = [
  command('open-palette', 'Find a command or a session', 'General', ['mod+k'], ({ window }) => {
    window.getState().openDialog('palette')
  }),
  command('show-keys', 'Show all keys', 'General', ['?'], ({ window }) => {
    window.getState().openDialog('keys')
  }),
  command('focus-filter', 'Filter the session list', 'General', ['/'], ({ window }) => {
    window.getState().requestFocus('filter')
  }),
  command('filter-by', 'Filter the session list by…', 'General', ['F'], ({ window }) => {
    window.getState().requestFocus('facets')
  }),
  command('clear-filters', 'Clear all filters of the session list', 'General', [], ({ sessions }) => {
    sessions.getState().clearFilters()
  }),
  dialogCommand('open-files', 'Open files…', ['mod+o'], 'files'),
  dialogCommand('open-folder', 'Open a folder…', [], 'folder'),
  dialogCommand('open-root', 'Choose another Codex home…', [], 'root'),
  command('open-samples', 'Open the sample sessions', 'General', [], ({ sessions, window }) => {
    void sessions
      .getState()
      .openSamples()
      .then((result) => {
        if (!result.ok) window.getState().tellError(result.error)
      })
  }),
  {
    ...command('new-window', 'Open another window', 'General', ['mod+shift+n'], ({ client }) => {
      void client.invoke('window:open', { file: null })
    }),
    needs: 'canOpenWindows',
  },
  command('show-about', 'About Rollscope', 'General', [], ({ window }) => {
    window.getState().openDialog('about')
  }),
  command('export', 'Export sessions…', 'General', ['mod+shift+e'], openExport),
  command('reload-list', 'Read the session list again', 'General', [], ({ sessions }) => {
    void sessions.getState().reload()
  }),
  command('next-row', 'Next row', 'Move', ['j', 'ArrowDown'], moveBy(1)),
  command('previous-row', 'Previous row', 'Move', ['k', 'ArrowUp'], moveBy(-1)),
  command('page-down', 'One screen down', 'Move', ['PageDown'], moveByPage(1)),
  command('page-up', 'One screen up', 'Move', ['PageUp'], moveByPage(-1)),
  command('first-row', 'First row', 'Move', ['Home'], moveToEnd('first')),
  command('last-row', 'Last row', 'Move', ['End'], moveToEnd('last')),
  command('open-row', 'Open the selected row', 'Move', ['Enter'], open),
  command('fold', 'Fold a thread, or go to the row above it', 'Move', ['ArrowLeft'], foldRow(true)),
  command('unfold', 'Unfold a thread', 'Move', ['ArrowRight'], foldRow(false)),
  command('toggle-mark', 'Mark or unmark the session', 'Session', ['m'], markHere),
  command('mark-range', 'Mark from the last mark to here', 'Session', ['M'], markToHere),
  command('mark-all', 'Mark all sessions that the list shows', 'Session', [], ({ sessions }) => {
    sessions.getState().markAllVisible()
  }),
  command('clear-marks', 'Clear all marks', 'Session', [], ({ sessions }) => {
    sessions.getState().clearMarks()
  }),
  {
    ...command('open-in-new-window', 'Open in a new window', 'Session', [], openInNewWindow),
    needs: 'canOpenWindows',
  },
  {
    ...command('show-in-folder', 'Show in its folder', 'Session', [], showInFolder),
    needs: 'canShowInFolder',
  },
  command('copy-session-id', 'Copy the session id', 'Session', [], copySessionId),
  command('copy-path', 'Copy the path as listed', 'Session', [], copyPath),
  command('copy-line', 'Copy the line as it stands', 'Session', [], copyLine('line')),
  command('copy-value', 'Copy the value of the line as JSON', 'Session', [], copyLine('value')),
  command('go-to-line', 'Go to a line or a byte…', 'Session', ['g'], ({ window, viewer }) => {
    if (viewer.getState().session.status === 'ready') window.getState().openDialog('go-to')
  }),
  command('find', 'Find in the session', 'Session', ['mod+f'], findLines('find')),
  command('filter-lines', 'Filter lines', 'Session', ['mod+shift+f'], findLines('filter')),
  command('next-match', 'Next match', 'Session', ['F3'], stepMatch(1)),
  command('previous-match', 'Previous match', 'Session', ['shift+F3'], stepMatch(-1)),
  command('next-finding', 'Next finding', 'Session', ['n'], ({ viewer }) => {
    viewer.getState().nextFinding(1)
  }),
  command('previous-finding', 'Previous finding', 'Session', ['N'], ({ viewer }) => {
    viewer.getState().nextFinding(-1)
  }),
  command('back', 'Back', 'Session', ['alt+ArrowLeft'], ({ viewer }) => void viewer.getState().travel(-1)),
  command(
    'forward',
    'Forward',
    'Session',
    ['alt+ArrowRight'],
    ({ viewer }) => void viewer.getState().travel(1),
  ),
  command('copy-citation', 'Copy a citation of the selected line', 'Session', ['y'], (stores) => {
    void copyCitation(stores)
  }),
  command('show-lines', 'Show lines', 'View', ['1'], ({ window }) => {
    window.getState().show('lines')
    window.getState().requestFocus('view')
  }),
  command('show-findings', 'Show findings', 'View', ['2'], ({ window }) => {
    window.getState().show('findings')
    window.getState().requestFocus('view')
  }),
  command('toggle-inspector', 'Show or hide the inspector', 'View', ['i'], ({ preferences }) => {
    const { isInspectorOpen, change } = preferences.getState()
    change({ isInspectorOpen: !isInspectorOpen })
  }),
  command(
    'toggle-threads',
    'Group sessions by thread, or show each by itself',
    'View',
    [],
    ({ preferences }) => {
      const { isGrouped, change } = preferences.getState()
      change({ isGrouped: !isGrouped })
    },
  ),
  // Ctrl+F does the same with the focus in the inspector; elsewhere that stroke is not ours.
  command('find-in-line', 'Find in the selected line', 'View', [], ({ preferences, window }) => {
    preferences.getState().change({ isInspectorOpen: true })
    window.getState().openFind(true)
  }),
  command('toggle-time-zone', 'Switch between UTC and local time', 'View', [], ({ preferences }) => {
    const { timeZone, change } = preferences.getState()
    change({ timeZone: timeZone === 'utc' ? 'local' : 'utc' })
  }),
  command('theme-light', 'Light theme', 'View', [], setTheme('light')),
  command('theme-dark', 'Dark theme', 'View', [], setTheme('dark')),
  command('theme-system', 'Theme of the system', 'View', [], setTheme('system')),
  zoomCommand('in', 'Zoom in', ['mod+=', 'mod++']),
  zoomCommand('out', 'Zoom out', ['mod+-']),
  zoomCommand('reset', 'Natural size', ['mod+0']),
]

/** Commands that the native menu sends and the table lacks. A test holds it empty. */
export function missingMenuCommands(): readonly MenuCommand[] {
  return menuCommands.filter((id) => findCommand(id) === undefined)
}

/** True for what this host can carry out. Before it has said what it can, it is taken to do what every host does. */
export function isOffered({ needs }: Command, { info }: Pick<AppState, 'info'>): boolean {
  return needs === null || info?.[needs] === true
}

/** The commands that this host can carry out: nothing is offered that could only be refused. */
export function offeredCommands(app: Pick<AppState, 'info'>): readonly Command[] {
  return commands.filter((command) => isOffered(command, app))
}

/** The command of that id. */
export function findCommand(id: string): Command | undefined {
  return commands.find((known) => known.id === id)
}
