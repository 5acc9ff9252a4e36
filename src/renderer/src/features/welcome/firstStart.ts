import type { Root } from '../../../../shared/contract/openedFiles'
import type { ListState } from '../../state/sessionsStore'

/** What the middle of the window has to say while no session is open. */
export type StartState = 'reading' | 'nothing-anywhere' | 'choose-one'

/**
 * Tells a first start, where no session is to be found, from an ordinary one. Nothing is said before the list has been
 * read, so that nothing has to be taken back.
 */
export function startState(list: ListState, sessions: number, root: Root | undefined): StartState {
  if (sessions > 0) return 'choose-one'
  if (list.status === 'idle' || list.status === 'loading') return 'reading'
  return root === undefined || root.kind === 'home' ? 'nothing-anywhere' : 'choose-one'
}

/** Says where sessions were looked for. */
export function whereLooked(root: Root | undefined): string {
  if (root === undefined) return 'Nothing could be listed yet.'
  return root.exists
    ? 'It looked here and found no session file:'
    : 'It looked here, and there is no such folder:'
}
