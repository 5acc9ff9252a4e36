/** Menu opening: what the menu's own ways to open files do, apart from Electron. */
import type { ExplorerClient } from '../../core/client'
import { errorText, type Result } from '../../shared/result'
import type { OpenedFiles } from '../../shared/contract/openedFiles'
import type { ChosenThing } from './dialogs'

/**
 * Asks with the system's dialog, by the same call as the page. What was chosen reaches the page as the explorer's own
 * event; `tell` takes what cannot be opened, because nobody on the page waits for the answer.
 */
export async function openChosen(
  client: Pick<ExplorerClient, 'handlers'>,
  what: ChosenThing,
  tell: (opened: OpenedFiles) => void,
): Promise<void> {
  await tellFailure(client, await client.handlers['file:choose']({ what }), tell)
}

/** Opens what was opened before, by the same call as the page. */
export async function openRecent(
  client: Pick<ExplorerClient, 'handlers'>,
  recentId: string,
  tell: (opened: OpenedFiles) => void,
): Promise<void> {
  await tellFailure(client, await client.handlers['recent:open']({ recentId }), tell)
}

async function tellFailure(
  client: Pick<ExplorerClient, 'handlers'>,
  answer: Result<unknown>,
  tell: (opened: OpenedFiles) => void,
): Promise<void> {
  if (answer.ok) return
  const { code, file } = answer.error
  const roots = await client.handlers['root:list']({})
  tell({
    // The root stays the one that it was.
    rootId: roots.ok ? (roots.value.roots[0]?.rootId ?? '') : '',
    fileIds: [],
    problems: [
      {
        code: `open/${code}`,
        severity: 'error',
        message: errorText(answer.error),
        path: file ?? null,
      },
    ],
  })
}
