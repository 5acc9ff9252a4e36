/** Validating: what begins a validation, and what opens one of its rows. */
import type { RunRow } from '../../../shared/validation/run'
import { openSession } from './opening'
import type { Stores } from './stores'
import type { RunWish } from './validationRun'

/** All sessions of the root on show, with or without archived ones; null where there is no root. */
export function wishOfAll({ sessions }: Pick<Stores, 'sessions'>, withArchived: boolean): RunWish | null {
  const { rootId, roots } = sessions.getState()
  if (rootId === null) return null
  const label = roots.find((root) => root.rootId === rootId)?.label ?? ''
  return {
    scope: { kind: 'root', rootId, archived: withArchived ? 'include' : 'exclude' },
    words: `All sessions of ${label}${withArchived ? '' : ', without archived ones'}`,
  }
}

/** The marked sessions; null where none is marked. */
export function wishOfMarked({ sessions }: Pick<Stores, 'sessions'>): RunWish | null {
  const fileIds = [...sessions.getState().marked]
  if (fileIds.length === 0) return null
  return { scope: { kind: 'files', fileIds }, words: 'Marked sessions' }
}

/** Shows the validation and begins one, or tells why there is nothing to validate. */
export function validate(stores: Stores, wish: RunWish | null): void {
  const { validation, window } = stores
  if (wish === null) {
    window.getState().tell({
      tone: 'info',
      title: 'No session is marked.',
      file: null,
      hint: 'Mark sessions in the list (m), or validate all of them.',
    })
    return
  }
  showValidation(stores)
  // One that goes on is shown, and ends by its own button: a key that was hit by chance takes nothing away.
  if (validation.getState().run.status === 'running') return
  void validation.getState().start(wish)
}

/** Shows the validation of this window, or the choice of what to validate. */
export function showValidation({ window }: Pick<Stores, 'window'>): void {
  window.getState().showCentre('validation')
  window.getState().requestFocus('validation')
}

/**
 * Opens the session of a row, at the first of its most serious findings; the list beside it shows where it stands. A file that
 * has no name to open it by stays a row.
 */
export async function openRow(
  stores: Stores,
  { fileId, place }: Pick<RunRow, 'fileId' | 'place'>,
): Promise<void> {
  if (fileId === null) return
  const { viewer, window } = stores
  stores.sessions.getState().goTo(fileId)
  window.getState().show(place !== null && place.lineNumber === null ? 'findings' : 'lines')
  window.getState().requestFocus('view')
  if (place === null || place.lineNumber === null) await openSession(stores, fileId)
  else
    await viewer
      .getState()
      .open(fileId, stores.sessions.getState().rowOf(fileId)?.name ?? '', place.lineNumber)
}
