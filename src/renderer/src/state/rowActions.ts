/** Row actions: what can be taken from a session or a line without opening anything: ids, paths, lines, windows. */
import type { SessionSummary } from '../../../shared/session/session'
import type { Region } from './command'
import { copyText } from './copying'
import { meant } from './sessionActions'
import type { Stores } from './stores'

/** The most of a line that is copied at once; the host hands out no more. */
const mostLineBytes = 1_048_576

/** Opens the session that is meant in a window of its own. */
export function openInNewWindow(stores: Stores, region: Region): void {
  const fileId = meant(stores, region)
  const { rootId } = stores.sessions.getState()
  if (fileId === null || rootId === null) return
  void stores.client.invoke('window:open', { file: { rootId, fileId } }).then((answer) => {
    if (!answer.ok) stores.window.getState().tellError(answer.error)
  })
}

/** Shows the file of the session that is meant in the system's file manager. */
export function showInFolder(stores: Stores, region: Region): void {
  const fileId = meant(stores, region)
  if (fileId === null) return
  void stores.client.invoke('file:showInFolder', { fileId }).then((answer) => {
    if (!answer.ok) stores.window.getState().tellError(answer.error)
  })
}

/** Copies the id of the session that is meant, or says that it has none. */
export function copySessionId(stores: Stores, region: Region): void {
  const row = summaryOf(stores, region)
  if (row === null) return
  if (row.id !== null) void copyText(stores, row.id, 'Session id')
  else {
    stores.window.getState().tell({
      tone: 'info',
      title: 'This file records no session id.',
      file: row.path,
      hint: null,
    })
  }
}

/** Copies the path of the session that is meant, as the list shows it. */
export function copyPath(stores: Stores, region: Region): void {
  const row = summaryOf(stores, region)
  if (row !== null) void copyText(stores, row.path, 'Path')
}

function summaryOf(stores: Stores, region: Region): SessionSummary | null {
  const fileId = meant(stores, region)
  if (fileId === null) return null
  const { session } = stores.viewer.getState()
  const isOpen = session.status === 'ready' && session.fileId === fileId
  return stores.sessions.getState().rowOf(fileId) ?? (isOpen ? session.header.summary : null)
}

/** Copies the selected line as it stands in the file, or as a value laid out over lines. Says what is left out. */
export function copyLine(what: 'line' | 'value'): (stores: Stores) => void {
  return (stores) => void copySelected(stores, what)
}

async function copySelected(stores: Stores, what: 'line' | 'value'): Promise<void> {
  const { client, viewer, window } = stores
  const { session, selectedLine } = viewer.getState()
  if (session.status !== 'ready' || selectedLine === null) return
  const request = { fileId: session.fileId, lineNumber: selectedLine, windowLength: mostLineBytes }
  const answer = await client.invoke('rollout:readLine', request)
  if (!answer.ok) {
    window.getState().tellError(answer.error, 'session')
    return
  }
  const { row, text, json, windowLength } = answer.value
  const isPart = windowLength < row.byteLength
  if (what === 'line') await copyText(stores, text, isPart ? 'First megabyte of the line' : 'Line')
  else if (json !== null) await copyText(stores, json, 'Value')
  if (what === 'value' && json === null) {
    window.getState().tell({
      tone: 'info',
      title: 'This line is not one JSON value of at most 1 MB.',
      file: null,
      scope: 'session',
      hint: 'Copy the line as it stands instead.',
    })
  }
}
