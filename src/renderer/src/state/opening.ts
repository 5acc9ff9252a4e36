/** Opening: what happens when files come in from a drop, a dialog, the menu or the command line. */
import type { RequestInput } from '../../../shared/contract/contract'
import type { OpenedFiles } from '../../../shared/contract/openedFiles'
import type { DropSource } from '../client/client'
import type { Stores } from './stores'
import { visibleTitle } from './titles'

/**
 * Shows what was opened: selects its root, opens the file if it is one alone, and tells what could not be opened.
 * An opening without files is another root that somebody chose, or nothing but problems.
 */
export async function showOpened(stores: Stores, opened: OpenedFiles): Promise<void> {
  const { sessions, viewer, window } = stores
  window.getState().tellProblems(opened.problems)
  if (opened.fileIds.length === 0 && !isOtherRoot(stores, opened)) return
  await sessions.getState().refreshRoots()
  const listed = sessions.getState().selectRoot(opened.rootId)
  const [only] = opened.fileIds
  if (opened.fileIds.length === 1 && only !== undefined) {
    await viewer.getState().open(only, '')
    return
  }
  await listed
}

function isOtherRoot({ sessions }: Stores, { rootId, problems }: OpenedFiles): boolean {
  if (rootId === '') return false
  const { roots } = sessions.getState()
  const isUnknown = roots.length > 0 && !roots.some((root) => root.rootId === rootId)
  return isUnknown || problems.length === 0
}

/** Shows the answer to a request of the page's own, unless the event for it came first. */
async function showAnswer(stores: Stores, opened: OpenedFiles, isShown: boolean): Promise<void> {
  if (isShown) stores.window.getState().tellProblems(opened.problems)
  else await showOpened(stores, opened)
}

/** Opens what was dropped. Must be called inside the drop event. */
export async function openDropped(stores: Stores, source: DropSource): Promise<void> {
  const { client, jobs, openings, window } = stores
  const abort = new AbortController()
  let report: (done: number, total: number, name: string) => void = () => undefined
  const asked = openings.ask(
    () =>
      client.openDropped(source, {
        signal: abort.signal,
        onProgress: (done, total, name) => {
          report(done, total, name)
        },
      }),
    (answer) => (answer.ok ? answer.value : null),
  )
  const result = await jobs.getState().run('Opening files', (jobId) => {
    report = (done, total, name) => {
      jobs.getState().progress({ jobId, what: `Opening ${name}`, done, total, unit: 'bytes' })
    }
    jobs.getState().onCancel(jobId, () => {
      abort.abort()
    })
    return asked.then(({ answer }) => answer)
  })
  const { isShown } = await asked
  if (result.ok) await showAnswer(stores, result.value, isShown)
  else window.getState().tellError(result.error)
}

/** Asks for files or folders in the host's dialog and opens them. */
export async function chooseFiles(stores: Stores, what: RequestInput<'file:choose'>['what']): Promise<void> {
  const { answer, isShown } = await stores.openings.ask(
    () => stores.client.invoke('file:choose', { what }),
    (chosen) => (chosen.ok ? chosen.value.opened : null),
  )
  if (!answer.ok) stores.window.getState().tellError(answer.error)
  else if (answer.value.opened !== null) await showAnswer(stores, answer.value.opened, isShown)
}

/** Opens what was opened before. What is gone by now is told, and shown as missing from then on. */
export async function openRecent(stores: Stores, recentId: string): Promise<void> {
  const { openings, recents, window } = stores
  const { answer, isShown } = await openings.ask(
    () => recents.getState().open(recentId),
    (opened) => (opened.ok ? opened.value.opened : null),
  )
  if (answer.ok) await showAnswer(stores, answer.value.opened, isShown)
  else window.getState().tellError(answer.error)
  if (!answer.ok || answer.value.opened.fileIds.length === 0) await recents.getState().load()
}

/** Opens a row of the session list. */
export async function openSession(stores: Stores, fileId: string): Promise<void> {
  const row = stores.sessions.getState().rowOf(fileId)
  stores.window.getState().showCentre('session')
  await stores.viewer.getState().open(fileId, row === undefined ? '' : visibleTitle(row))
}

/** Reads what the host was started with, then the roots. The first thing a window does. */
export async function startUp(stores: Stores): Promise<void> {
  const { client, app, openings, recents, sessions, window } = stores
  client.on('file:opened', (opened) => {
    if (openings.isNew(opened)) void showOpened(stores, opened)
  })
  void recents.getState().load()
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
