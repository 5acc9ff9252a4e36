/** Dialogs: the system's own, where a person names files and folders. */
import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'
import { assertNever } from '../../shared/assertNever'

/** What can be opened. */
export type ChosenThing = 'files' | 'folder' | 'root'

/** Returns what the person chose, or null when they cancelled. */
export async function choosePaths(
  window: BrowserWindow | null,
  what: ChosenThing | 'export',
): Promise<readonly string[] | null> {
  const options = optionsFor(what)
  const chosen =
    window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options)
  return chosen.canceled || chosen.filePaths.length === 0 ? null : chosen.filePaths
}

function optionsFor(what: ChosenThing | 'export'): OpenDialogOptions {
  switch (what) {
    case 'files':
      return {
        title: 'Open rollout files',
        properties: ['openFile', 'multiSelections', 'showHiddenFiles'],
        filters: [
          { name: 'Rollouts', extensions: ['jsonl', 'zst'] },
          { name: 'All files', extensions: ['*'] },
        ],
      }
    case 'folder':
      return {
        title: 'Open a folder with rollouts',
        properties: ['openDirectory', 'showHiddenFiles'],
      }
    case 'root':
      return {
        title: 'Choose the CODEX_HOME to read',
        properties: ['openDirectory', 'showHiddenFiles'],
      }
    case 'export':
      return {
        title: 'Choose where it is written',
        buttonLabel: 'Choose',
        properties: ['openDirectory', 'createDirectory'],
      }
    default:
      return assertNever(what)
  }
}
