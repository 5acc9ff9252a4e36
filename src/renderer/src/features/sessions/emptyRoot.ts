import type { Root } from '../../../../shared/contract/openedFiles'
import type { Problem } from '../../../../shared/session/session'

/** Why a root has no rows. `advice` is what the host's own words, which stand beside it, do not say. */
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
        advice: 'Codex makes its folder when it first runs.',
      }
    }
    if (code === 'list/root-not-a-folder') {
      return {
        isBroken: true,
        title: 'This is a file, not a folder',
        advice: null,
      }
    }
    if (code === 'list/unreadable-folder' && path === root?.label) {
      return {
        isBroken: true,
        title: 'This folder may not be read',
        advice:
          'There may be sessions in it. Give your user permission to read and enter it, then read the list again.',
      }
    }
  }
  return nothing
}
