import type { StateCreator } from 'zustand/vanilla'
import type { RequestInput } from '../../../shared/contract/contract'
import type { EyeSlice, ViewerState } from './viewerTypes'

/** Eye slice of the viewer: whether the lines are shown as Codex sees them. */
export const createEyeSlice: StateCreator<ViewerState, [], [], EyeSlice> = (set, get) => ({
  isEyeOn: false,
  toggleEye() {
    const { isEyeOn, cache, matches } = get()
    set({ isEyeOn: !isEyeOn })
    // Until the rows are here with what Codex makes of them, those without it stand.
    cache?.refreshFrom(1)
    matches?.refreshFrom(1)
  },
})

/** What is asked with rows of the open file: nothing, or what Codex makes of each in a file of that format. */
export function eyeOf({ isEyeOn, session }: ViewerState): Pick<RequestInput<'rollout:readLines'>, 'eye'> {
  if (!isEyeOn || session.status !== 'ready') return {}
  return { eye: session.header.format === 'paginated' ? 'paginated' : 'legacy' }
}
