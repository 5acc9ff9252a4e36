/**
 * Inspector place: beside the session, where a person's choice is kept, or over it in a window that has no room for both,
 * where it is while it is asked for.
 */
import { usePreferences, useWindow, type Stores } from './stores'

/** Whether the inspector is shown wherever it has its place. */
export function useIsInspectorShown(): boolean {
  const isBeside = usePreferences((state) => state.isInspectorOpen)
  const isOver = useWindow((state) => state.isInspectorOver)
  const isNarrow = useWindow((state) => state.isNarrow)
  return isNarrow ? isOver : isBeside
}

type Places = Pick<Stores, 'preferences' | 'window'>

/** Shows or hides the inspector. */
export function showInspector({ preferences, window }: Places, isShown: boolean): void {
  if (window.getState().isNarrow) window.getState().setInspectorOver(isShown)
  else if (preferences.getState().isInspectorOpen !== isShown)
    preferences.getState().change({ isInspectorOpen: isShown })
}

/** Shows what is hidden, and hides what is shown. */
export function toggleInspector(stores: Places): void {
  const { isNarrow, isInspectorOver } = stores.window.getState()
  showInspector(stores, !(isNarrow ? isInspectorOver : stores.preferences.getState().isInspectorOpen))
}

/** Takes the inspector away from over the session, which then has the focus. One beside it stays. */
export function uncoverSession({ window }: Pick<Stores, 'window'>): void {
  const { isNarrow, isInspectorOver, setInspectorOver, requestFocus } = window.getState()
  if (!isNarrow || !isInspectorOver) return
  setInspectorOver(false)
  requestFocus('view')
}
