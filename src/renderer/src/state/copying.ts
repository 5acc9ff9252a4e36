/** Copying: what leaves the window through the clipboard, and the words that say so. */
import type { RolloutHeader } from '../../../shared/contract/contract'
import type { Stores } from './stores'

/** Names a line so that a third party finds the same bytes: file name, hash of the file as it lies on disk, line. */
export function citationOf(header: Pick<RolloutHeader, 'name'>, sha256: string, lineNumber: number): string {
  return `${header.name}@${sha256}#L${String(lineNumber)}`
}

/** Why a finished check may have no hash. */
export const noHashReason = 'not every byte was read'

/** The citation of the selected line; null while the file's hash is not known. */
export function currentCitation({ viewer }: Pick<Stores, 'viewer'>): string | null {
  const { session, check, selectedLine } = viewer.getState()
  if (session.status !== 'ready' || check.status !== 'done' || selectedLine === null) return null
  const { sha256 } = check.report
  return sha256 === null ? null : citationOf(session.header, sha256, selectedLine)
}

/** Copies the citation of the selected line, or says why there is none yet. */
export async function copyCitation(stores: Stores): Promise<void> {
  const citation = currentCitation(stores)
  if (citation === null) {
    const isUnread = stores.viewer.getState().check.status === 'done'
    stores.window.getState().tell({
      tone: 'info',
      title: isUnread ? `There is no citation: ${noHashReason}.` : 'There is no citation yet.',
      file: null,
      hint: 'A citation carries the SHA-256 of the file, which is known when the whole file has been read.',
    })
    return
  }
  await copyText(stores, citation, 'Citation')
}

/** Copies text and says so to the live region; says what to do where the browser refuses. */
export async function copyText(
  { window }: Pick<Stores, 'window'>,
  text: string,
  what: string,
): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    window.getState().announce(`${what} copied`)
    return true
  } catch {
    window.getState().tell({
      tone: 'warning',
      title: `${what} could not be copied: the clipboard is not available.`,
      file: null,
      hint: 'Select the text and copy it with the keys of your system.',
    })
    return false
  }
}
