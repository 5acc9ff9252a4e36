/** Copying: what leaves the window through the clipboard, and the words that say so. */
import { assertNever } from '../../../shared/assertNever'
import type { RolloutHeader } from '../../../shared/contract/openRollout'
import { changedError } from './changed'
import { isStale, reportOf } from './checkState'
import type { Stores } from './stores'
import type { ViewerState } from './viewerTypes'

/** Names a line so that a third party finds the same bytes: file name, hash of the file as it lies on disk, line. */
export function citationOf(header: Pick<RolloutHeader, 'name'>, sha256: string, lineNumber: number): string {
  return `${header.name}@${sha256}#L${String(lineNumber)}`
}

/** Why a finished check may have no hash. */
export const noHashReason = 'not every byte was read'

/** Why a file that is no longer what was read cannot be cited. */
export const changedReason = 'the file changed on disk since it was read: open it again to cite it'

/**
 * Whether lines of the open file can be cited. A hash names bytes that anybody can look up only while the file is the
 * one that was read, or has only grown behind it: then it names the file as it was read, up to that byte.
 */
export type Citability =
  | { readonly status: 'yes'; readonly sha256: string; readonly hasGrown: boolean }
  | { readonly status: 'not-yet' | 'no-hash' | 'changed' }

/** Whether lines of the open file can be cited now. */
export function citability(state: ViewerState): Citability {
  const { session, disk, selectedLine } = state
  if (session.status !== 'ready') return { status: 'not-yet' }
  const hasGrown = disk?.state === 'grown' || isStale(state)
  if ((disk !== null && disk.state !== 'same' && disk.state !== 'grown') || changedError(state) !== null) {
    return { status: 'changed' }
  }
  const report = reportOf(state)
  if (report === null) return { status: 'not-yet' }
  // Of a file that has grown since, the hash says nothing of new lines, nor of the last one, which may be longer now.
  if (isStale(state) && (selectedLine ?? 0) >= report.lineCount) return { status: 'not-yet' }
  const { sha256 } = report
  return sha256 === null ? { status: 'no-hash' } : { status: 'yes', sha256, hasGrown }
}

/** What a citation would say, or why there is none. */
export function citationHint(citable: Citability): string {
  switch (citable.status) {
    case 'yes':
      return citable.hasGrown
        ? 'Copy name@sha256#line (y). The file has grown: the hash names it as it was read'
        : 'Copy name@sha256#line (y)'
    case 'not-yet':
      return 'Known when the whole file has been read'
    case 'no-hash':
      return `There is no citation: the SHA-256 is not known, because ${noHashReason}`
    case 'changed':
      return `There is no citation: ${changedReason}`
    default:
      return assertNever(citable)
  }
}

/** The citation of the selected line; null where there is none. */
export function currentCitation({ viewer }: Pick<Stores, 'viewer'>): string | null {
  const state = viewer.getState()
  const citable = citability(state)
  const { session, selectedLine } = state
  if (session.status !== 'ready' || selectedLine === null || citable.status !== 'yes') return null
  return citationOf(session.header, citable.sha256, selectedLine)
}

/** Copies the citation of the selected line, or says why there is none yet. */
export async function copyCitation(stores: Stores): Promise<void> {
  const citation = currentCitation(stores)
  if (citation === null) {
    const { status } = citability(stores.viewer.getState())
    const reason = status === 'changed' ? changedReason : status === 'no-hash' ? noHashReason : null
    stores.window.getState().tell({
      tone: 'info',
      title: reason === null ? 'There is no citation yet.' : `There is no citation: ${reason}.`,
      file: null,
      scope: 'session',
      hint:
        status === 'changed'
          ? null
          : 'A citation carries the SHA-256 of the file, which is known when the whole file has been read.',
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
