/** Session commands: what is done with the session that is meant, or inside of the one that is open. */
import { commandsIn, needing, type Command } from './command'
import { copyCitation } from './copying'
import type { FilterMode } from './filterTypes'
import { stepWords, type StepWhat } from './findingSteps'
import { copyLine, copyPath, copySessionId, openInNewWindow, showInFolder } from './rowActions'
import { markHere, markToHere } from './sessionActions'

const command = commandsIn('Session')

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

/** Shows the lines that Codex loses, as it sees them, and no others. */
const showLostLines: Command['run'] = ({ viewer, window }) => {
  if (viewer.getState().session.status !== 'ready') return
  window.getState().show('lines')
  if (!viewer.getState().isEyeOn) viewer.getState().toggleEye()
  viewer.getState().openFilter('filter')
  viewer.getState().changeWish({ isLost: true })
  window.getState().requestFocus('view')
}

function stepMatch(by: -1 | 1): Command['run'] {
  return (stores, region) => {
    if (stores.viewer.getState().isFilterOpen) void stores.viewer.getState().stepMatch(by)
    else findLines('find')(stores, region)
  }
}

function stepFinding(what: StepWhat, by: -1 | 1): Command['run'] {
  return ({ viewer, window }) => {
    if (viewer.getState().session.status !== 'ready') return
    window.getState().announce(stepWords(viewer.getState().stepFinding(what, by)))
  }
}

export const sessionCommands: readonly Command[] = [
  command('toggle-mark', 'Mark or unmark the session', ['m'], markHere),
  command('mark-range', 'Mark from the last mark to here', ['M'], markToHere),
  command('mark-all', 'Mark all sessions that the list shows', [], ({ sessions }) => {
    sessions.getState().markAllVisible()
  }),
  command('clear-marks', 'Clear all marks', [], ({ sessions }) => {
    sessions.getState().clearMarks()
  }),
  needing('canOpenWindows', command('open-in-new-window', 'Open in a new window', [], openInNewWindow)),
  needing('canShowInFolder', command('show-in-folder', 'Show in its folder', [], showInFolder)),
  command('copy-session-id', 'Copy the session id', [], copySessionId),
  command('copy-path', 'Copy the path as listed', [], copyPath),
  command('copy-line', 'Copy the line as it stands', [], copyLine('line')),
  command('copy-value', 'Copy the value of the line as JSON', [], copyLine('value')),
  command('go-to-line', 'Go to a line or a byte…', ['g'], ({ window, viewer }) => {
    if (viewer.getState().session.status === 'ready') window.getState().openDialog('go-to')
  }),
  command('find', 'Find in the session', ['mod+f'], findLines('find')),
  command('filter-lines', 'Filter lines', ['mod+shift+f'], findLines('filter')),
  command('filter-lost-lines', 'Show only lines that Codex 0.169 does not read', [], showLostLines),
  command('next-match', 'Next match', ['F3'], stepMatch(1)),
  command('previous-match', 'Previous match', ['shift+F3'], stepMatch(-1)),
  command('next-finding', 'Next finding', ['n'], stepFinding('finding', 1)),
  command('previous-finding', 'Previous finding', ['N'], stepFinding('finding', -1)),
  command('next-damage', 'Next damage', ['d'], stepFinding('damage', 1)),
  command('previous-damage', 'Previous damage', ['D'], stepFinding('damage', -1)),
  command('back', 'Back', ['alt+ArrowLeft'], ({ viewer }) => void viewer.getState().travel(-1)),
  command('forward', 'Forward', ['alt+ArrowRight'], ({ viewer }) => void viewer.getState().travel(1)),
  command('copy-citation', 'Copy a citation of the selected line', ['y'], (stores) => {
    void copyCitation(stores)
  }),
]
