/** Menu opening: what the menu's own ways to open files do, apart from Electron. */
import type { Explorer } from '../../core/explorer'
import type { OpenedFiles } from '../../shared/contract/contract'
import type { ChosenThing } from './dialogs'

/**
 * Asks with the system's dialog, by the same call as the page. What was chosen reaches the page as the explorer's own
 * event; `tell` takes what cannot be opened, because nobody on the page waits for the answer.
 */
export async function openChosen(
  explorer: Explorer,
  what: ChosenThing,
  tell: (opened: OpenedFiles) => void,
): Promise<void> {
  const answer = await explorer.handlers['file:choose']({ what })
  if (answer.ok) return
  const { code, message, hint, file } = answer.error
  const roots = await explorer.handlers['root:list']({})
  tell({
    // The root stays the one that it was.
    rootId: roots.ok ? (roots.value.roots[0]?.rootId ?? '') : '',
    fileIds: [],
    problems: [
      {
        code: `open/${code}`,
        severity: 'error',
        message: hint === undefined ? message : `${message} ${hint}`,
        path: file ?? null,
      },
    ],
  })
}
