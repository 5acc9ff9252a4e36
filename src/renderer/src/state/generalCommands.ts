/** General commands: what opens something, or concerns the window or the whole list. */
import { commandsIn, needing, type Command } from './command'
import { chooseFiles } from './opening'
import type { Stores } from './stores'
import { showValidation, validate, wishOfAll, wishOfMarked } from './validating'

const command = commandsIn('General')

function dialogCommand(
  id: string,
  title: string,
  keys: readonly string[],
  what: 'files' | 'folder' | 'root',
): Command {
  const run: Command['run'] = (stores) => void chooseFiles(stores, what)
  return needing('canChooseFiles', command(id, title, keys, run))
}

/** An export that goes on, or has just ended out of sight, is shown as it is. */
function openExport({ exports, window }: Stores): void {
  const { run, begin } = exports.getState()
  if (run.status === 'idle' || window.getState().dialog === 'export') void begin()
  window.getState().openDialog('export')
}

export const generalCommands: readonly Command[] = [
  command('open-palette', 'Find a command or a session', ['mod+k'], ({ window }) => {
    window.getState().openDialog('palette')
  }),
  command('show-keys', 'Show all keys', ['?'], ({ window }) => {
    window.getState().openDialog('keys')
  }),
  command('focus-filter', 'Filter the session list', ['/'], ({ window }) => {
    window.getState().requestFocus('filter')
  }),
  command('filter-by', 'Filter the session list by…', ['F'], ({ window }) => {
    window.getState().requestFocus('facets')
  }),
  command('clear-filters', 'Clear all filters of the session list', [], ({ sessions }) => {
    sessions.getState().clearFilters()
  }),
  dialogCommand('open-files', 'Open files…', ['mod+o'], 'files'),
  dialogCommand('open-folder', 'Open a folder…', [], 'folder'),
  dialogCommand('open-root', 'Choose another Codex home…', [], 'root'),
  command('open-samples', 'Open the sample sessions', [], ({ sessions, window }) => {
    void sessions
      .getState()
      .openSamples()
      .then((result) => {
        if (!result.ok) window.getState().tellError(result.error)
      })
  }),
  needing(
    'canOpenWindows',
    command('new-window', 'Open another window', ['mod+shift+n'], ({ client }) => {
      void client.invoke('window:open', { file: null })
    }),
  ),
  command('show-about', 'About Rollscope', [], ({ window }) => {
    window.getState().openDialog('about')
  }),
  command('export', 'Export sessions…', ['mod+shift+e'], openExport),
  command('validate-all', 'Validate all sessions', ['V'], (stores) => {
    validate(stores, wishOfAll(stores, true))
  }),
  command('validate-marked', 'Validate marked sessions', [], (stores) => {
    validate(stores, wishOfMarked(stores))
  }),
  command('show-validation', 'Show the validation', ['v'], showValidation),
  command('cancel-validation', 'Cancel the validation', [], ({ validation }) => {
    validation.getState().cancel()
  }),
  command('export-report', 'Export the report of the validation…', [], ({ reports, validation, window }) => {
    if (validation.getState().run.status !== 'ended') return
    void reports.getState().begin()
    window.getState().openDialog('report')
  }),
  command('reload-list', 'Read the session list again', [], ({ sessions }) => {
    void sessions.getState().reload()
  }),
]
