/** Drag out: a row that is dragged out of the window is its file, and one of several marked rows all of theirs. */
import type { Stores } from './stores'

/** The most files that are dragged at once. */
const mostFiles = 1000

/** Asks the host to go on with a drag that has begun in the page. Must be called inside the drag's first event. */
export function dragOut({ client, sessions, window }: Stores, fileId: string): void {
  const { marked } = sessions.getState()
  const fileIds = marked.has(fileId) ? [...marked].slice(0, mostFiles) : [fileId]
  if (marked.has(fileId) && marked.size > mostFiles) {
    const title = `Only the first ${mostFiles.toLocaleString('en')} of the marked files are dragged.`
    window.getState().tell({ tone: 'warning', title, file: null, hint: null })
  }
  window.getState().setDraggingOut(true)
  void client.invoke('file:startDrag', { fileIds }).then((answer) => {
    if (answer.ok) return
    window.getState().setDraggingOut(false)
    window.getState().tellError(answer.error)
  })
}
