/** Session events: what the host tells of the open file while it reads. */
import { sameFinding, withFound } from './checkState'
import type { ViewerAccess, ViewerPorts } from './sessionWork'

/** Takes over what the host tells of the open file while it reads. */
export function followEvents({ client }: ViewerPorts, { get, set }: ViewerAccess): void {
  client.on('rollout:indexed', (index) => {
    const { session, index: known } = get()
    if (session.status !== 'ready' || session.fileId !== index.fileId) return
    if (index.lineCount >= (known?.lineCount ?? 0)) set({ index })
  })
  client.on('rollout:surveyed', ({ jobId, strip, found }) => {
    const { check, selectedFinding } = get()
    // Until the file was checked again, what is on show of it stays.
    if (check.status !== 'running' || check.jobId !== jobId || check.previous !== null) return
    const known = withFound(check.known, found)
    const selected = selectedFinding === null ? undefined : check.known[selectedFinding]
    set({ strip, check: { ...check, known }, selectedFinding: sameFinding(selected, known) })
  })
}
