import type { Root } from '../../../../shared/contract/contract'
import type { Problem } from '../../../../shared/session/session'

/** Why a root has no rows, as a title and what can be done about it. */
export interface EmptyRootWords {
  readonly isBroken: boolean
  readonly title: string
  readonly advice: string | null
}

const nothing: EmptyRootWords = { isBroken: false, title: 'No sessions here', advice: null }

/** Words for a root without rows. Only the host knows why: a folder that may not be read is not a missing one. */
export function emptyRootWords(root: Root | undefined, problems: readonly Problem[]): EmptyRootWords {
  for (const { code, path } of problems) {
    if (code === 'list/root-missing') {
      return {
        isBroken: true,
        title: 'This folder does not exist',
        advice: 'Start Codex once, or choose another folder.',
      }
    }
    if (code === 'list/root-not-a-folder') {
      return {
        isBroken: true,
        title: 'This is a file, not a folder',
        advice: 'Choose the folder that holds it, or drop the file in this window to open it.',
      }
    }
    if (code === 'list/unreadable-folder' && path === root?.label) {
      return {
        isBroken: true,
        title: 'This folder may not be read',
        advice:
          'Its sessions are not shown; there may be some. Give your user permission to read and enter it, then read the list again.',
      }
    }
  }
  return nothing
}
