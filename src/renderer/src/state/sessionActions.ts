/** Session actions: what keys do with the row that the cursor of the list stands on. */
import type { Region } from './command'
import type { Stores } from './stores'

/** Folds or unfolds the thread at the cursor of the list. */
export function foldRow(isFolded: boolean): (stores: Stores, region: Region) => void {
  return ({ sessions }, region) => {
    const { cursor, fold } = sessions.getState()
    if (region === 'sessions') fold(cursor, isFolded)
  }
}

/** Marks or unmarks the session that is meant: the row at the cursor, or from elsewhere the one that is open. */
export function markHere(stores: Stores, region: Region): void {
  const fileId = meant(stores, region)
  if (fileId !== null) stores.sessions.getState().toggleMark(fileId)
}

/** Marks from the session that was marked last to the row at the cursor. */
export function markToHere({ sessions }: Stores): void {
  const { rowAt, cursor, markRange } = sessions.getState()
  const row = rowAt(cursor)
  if (row !== undefined) markRange(row.fileId)
}

/** The file that a command is for: that of the row at the cursor, or from elsewhere the one that is open. */
export function meant({ sessions, viewer }: Stores, region: Region): string | null {
  const { rowAt, cursor } = sessions.getState()
  if (region === 'sessions') return rowAt(cursor)?.fileId ?? null
  const { session } = viewer.getState()
  return session.status === 'none' ? null : session.fileId
}
