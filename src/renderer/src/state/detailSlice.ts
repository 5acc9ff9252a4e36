/** Detail slice: the line under inspection, its bytes in windows of 64 KiB. Waits until the selection rests. */
import type { StateCreator, StoreApi } from 'zustand/vanilla'
import type { ViewerPorts } from './sessionWork'
import type { DetailSlice, ViewerState } from './viewerTypes'

/** Bytes of a line that are read at a time. */
export const detailWindowBytes = 65_536
const restMs = 60

/** Detail slice of the viewer. */
export const createDetailSlice =
  ({ client, onFailure }: ViewerPorts): StateCreator<ViewerState, [], [], DetailSlice> =>
  (set, get) => ({
    detail: { status: 'none' },
    async showMore() {
      const { detail, session } = get()
      if (detail.status !== 'ready' || detail.isLoadingMore || session.status !== 'ready') return
      const last = detail.windows[detail.windows.length - 1]
      if (last === undefined) return
      set({ detail: { ...detail, isLoadingMore: true } })
      const result = await client.invoke('rollout:readLine', {
        fileId: session.fileId,
        lineNumber: detail.lineNumber,
        windowFrom: last.windowFrom + last.windowLength,
        windowLength: detailWindowBytes,
      })
      const now = get().detail
      if (now.status !== 'ready' || now.windows !== detail.windows) return
      if (!result.ok) {
        onFailure(result.error)
        set({ detail: { ...now, isLoadingMore: false } })
        return
      }
      set({ detail: { ...now, windows: [...now.windows, result.value], isLoadingMore: false } })
    },
  })

/** Reads the selected line whenever the selection has rested for a moment. Returns the function that ends it. */
export function followSelection(store: StoreApi<ViewerState>, { client }: ViewerPorts): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let asked = 0

  async function load(): Promise<void> {
    const { session, selectedLine, detail } = store.getState()
    const mine = ++asked
    if (session.status !== 'ready' || selectedLine === null) {
      store.setState({ detail: { status: 'none' } })
      return
    }
    const previous = detail.status === 'ready' ? detail.windows[0] : null
    store.setState({ detail: { status: 'loading', lineNumber: selectedLine, previous } })
    const result = await client.invoke('rollout:readLine', {
      fileId: session.fileId,
      lineNumber: selectedLine,
      windowLength: detailWindowBytes,
    })
    if (mine !== asked) return
    store.setState({
      detail: result.ok
        ? { status: 'ready', lineNumber: selectedLine, windows: [result.value], isLoadingMore: false }
        : { status: 'failed', lineNumber: selectedLine, error: result.error },
    })
  }

  return store.subscribe((state, before) => {
    const isSame = state.selectedLine === before.selectedLine && state.cache === before.cache
    if (isSame) return
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void load(), restMs)
  })
}
