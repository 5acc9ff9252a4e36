/** View commands: what is shown, and how it looks. */
import type { RequestInput } from '../../../shared/contract/contract'
import type { Theme } from '../../../shared/settings/settings'
import { commandsIn, needing, type Command } from './command'
import { showInspector, toggleInspector, uncoverSession } from './inspectorPlace'

const command = commandsIn('View')

function zoomCommand(
  step: RequestInput<'window:zoom'>['step'],
  title: string,
  keys: readonly string[],
): Command {
  const run: Command['run'] = ({ client }) => void client.invoke('window:zoom', { step })
  return needing('canZoom', command(`zoom-${step}`, title, keys, run))
}

function setTheme(theme: Theme): Command['run'] {
  return ({ preferences }) => {
    preferences.getState().change({ theme })
  }
}

export const viewCommands: readonly Command[] = [
  command('show-lines', 'Show lines', ['1'], ({ window }) => {
    window.getState().show('lines')
    window.getState().requestFocus('view')
  }),
  command('show-findings', 'Show findings', ['2'], ({ window }) => {
    window.getState().show('findings')
    window.getState().requestFocus('view')
  }),
  command('toggle-eye', 'Show the lines as Codex 0.169 sees them', ['c'], ({ viewer, window }) => {
    viewer.getState().toggleEye()
    if (viewer.getState().isEyeOn) window.getState().show('lines')
  }),
  command('explain-rule', 'Explain the rule of the finding, or no longer', ['e'], ({ viewer, window }) => {
    if (window.getState().view === 'findings') viewer.getState().explainHere()
  }),
  command('toggle-findings-order', 'List findings by rule, or by their place', [], ({ preferences }) => {
    const { findingsOrder, change } = preferences.getState()
    change({ findingsOrder: findingsOrder === 'rule' ? 'place' : 'rule' })
  }),
  command('toggle-inspector', 'Show or hide the inspector', ['i'], toggleInspector),
  {
    ...command('uncover-session', 'Close an inspector that covers the session', ['Escape'], uncoverSession),
    inPalette: false,
  },
  command('toggle-threads', 'Group sessions by thread, or show each by itself', [], ({ preferences }) => {
    const { isGrouped, change } = preferences.getState()
    change({ isGrouped: !isGrouped })
  }),
  // Ctrl+F does the same with the focus in the inspector; elsewhere that stroke is not ours.
  command('find-in-line', 'Find in the selected line', [], (stores) => {
    showInspector(stores, true)
    stores.window.getState().openFind(true)
  }),
  command('toggle-time-zone', 'Switch between UTC and local time', [], ({ preferences }) => {
    const { timeZone, change } = preferences.getState()
    change({ timeZone: timeZone === 'utc' ? 'local' : 'utc' })
  }),
  command('theme-light', 'Light theme', [], setTheme('light')),
  command('theme-dark', 'Dark theme', [], setTheme('dark')),
  command('theme-system', 'Theme of the system', [], setTheme('system')),
  zoomCommand('in', 'Zoom in', ['mod+=', 'mod++']),
  zoomCommand('out', 'Zoom out', ['mod+-']),
  zoomCommand('reset', 'Natural size', ['mod+0']),
]
