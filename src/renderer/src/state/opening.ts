/** Opening: what happens when files come in from a drop, a dialog, the menu or the command line. */
import type { OpenedFiles, RequestInput } from '../../../shared/contract/contract'
import type { DropSource } from '../client/client'
import type { Stores } from './stores'
import { visibleTitle } from './titles'

/** Shows opened files: selects their root, opens the file if it is one alone, and tells what could not be opened. */
export async function showOpened(stores: Stores, opened: OpenedFiles): Promise<void> {
  const { sessions, viewer, window } = stores
  window.getState().tellProblems(opened.problems)
  if (opened.fileIds.length === 0) return
  await sessions.getState().refreshRoots()
  const listed = sessions.getState().selectRoot(opened.rootId)
  const [only] = opened.fileIds
  if (opened.fileIds.length === 1 && only !== undefined) {
    await viewer.getState().open(only, '')
    return
  }
  await listed
}

/** Opens what was dropped. Must be called inside the drop event. */
export async function openDropped(stores: Stores, source: DropSource): Promise<void> {
  const { client, jobs, window } = stores
  const abort = new AbortController()
  let report: (done: number, total: number, name: string) => void = () => undefined
  const answer = client.openDropped(source, {
    signal: abort.signal,
    onProgress: (done, total, name) => {
      report(done, total, name)
    },
  })
  const result = await jobs.getState().run('Opening files', (jobId) => {
    report = (done, total, name) => {
      jobs.getState().progress({ jobId, what: `Opening ${name}`, done, total, unit: 'files' })
    }
    jobs.getState().onCancel(jobId, () => {
      abort.abort()
    })
    return answer
  })
  if (result.ok) await showOpened(stores, result.value)
  else window.getState().tellError(result.error)
}

/** Asks for files or folders in the host's dialog and opens them. */
export async function chooseFiles(stores: Stores, what: RequestInput<'file:choose'>['what']): Promise<void> {
  const result = await stores.client.invoke('file:choose', { what })
  if (!result.ok) stores.window.getState().tellError(result.error)
  else if (result.value.opened === null) return
  else if (what === 'root') {
    await stores.sessions.getState().refreshRoots()
    await stores.sessions.getState().selectRoot(result.value.opened.rootId)
  } else await showOpened(stores, result.value.opened)
}

/** Opens a row of the session list. */
export async function openSession(stores: Stores, fileId: string): Promise<void> {
  const row = stores.sessions.getState().rowOf(fileId)
  await stores.viewer.getState().open(fileId, row === undefined ? '' : visibleTitle(row))
}

/** Reads what the host was started with, then the roots. The first thing a window does. */
export async function startUp(stores: Stores): Promise<void> {
  const { client, app, sessions, window } = stores
  client.on('file:opened', (opened) => void showOpened(stores, opened))
  const info = await client.invoke('app:getInfo', {})
  if (!info.ok) {
    window.getState().tellError(info.error)
    await sessions.getState().start()
    return
  }
  app.setState({ info: info.value })
  const { startedWith } = info.value
  if (startedWith !== null && startedWith.fileIds.length > 0) await showOpened(stores, startedWith)
  else {
    window.getState().tellProblems(startedWith?.problems ?? [])
    await sessions.getState().start()
  }
}
