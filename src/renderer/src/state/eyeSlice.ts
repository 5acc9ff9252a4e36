import type { StateCreator } from 'zustand/vanilla'
import type { RequestInput } from '../../../shared/contract/contract'
import type { CodexLoss } from '../../../shared/rollout/lineFilter'
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

/** Which lines of the open file Codex does not read: what rows show, and what its check found out from where they stand. */
export function lossOf({ session, check }: Pick<ViewerState, 'session' | 'check'>): CodexLoss {
  const codex = check.status === 'done' ? check.report.codex : null
  const misplaced = codex?.measured === true ? codex.misplaced.map(({ lineNumber }) => lineNumber) : []
  return { format: formatOf(session), misplaced }
}

/** A file of any other form is read as a legacy one. */
function formatOf(session: ViewerState['session']): CodexLoss['format'] {
  return session.status === 'ready' && session.header.format === 'paginated' ? 'paginated' : 'legacy'
}

/** What is asked with rows of the open file: nothing, or what Codex makes of each in a file of that format. */
export function eyeOf({ isEyeOn, session }: ViewerState): Pick<RequestInput<'rollout:readLines'>, 'eye'> {
  if (!isEyeOn || session.status !== 'ready') return {}
  return { eye: formatOf(session) }
}
