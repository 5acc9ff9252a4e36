/** Detail slice: the line under inspection, its bytes in windows of 64 KiB. Waits until the selection rests. */
import type { StateCreator, StoreApi } from 'zustand/vanilla'
import type { LineDetail } from '../../../shared/contract/openRollout'
import type { Result } from '../../../shared/result'
import type { ViewerPorts } from './sessionWork'
import { fromWholeCharacter, longestCharacter } from './detailWindow'
import type { DetailSlice, DetailState, ShownDetail, ViewerState } from './viewerTypes'

/** Bytes of a line that are read at a time. */
export const detailWindowBytes = 65_536
const restMs = 60
/** A host ends a read for the next one, which may be another window's; then this one asks again. */
const mostAttempts = 4

/** Detail slice of the viewer. */
export const createDetailSlice =
  ({ client, onFailure }: ViewerPorts): StateCreator<ViewerState, [], [], DetailSlice> =>
  (set, get) => ({
    detail: { status: 'none' },
    detailVersion: 0,
    reloadDetail() {
      set({ detailVersion: get().detailVersion + 1 })
    },
    async showBefore() {
      const { detail, session } = get()
      if (detail.status !== 'ready' || detail.isLoadingMore || session.status !== 'ready') return
      const before = detail.windows[0].windowFrom
      if (before === 0) return
      set({ detail: { ...detail, isLoadingMore: true } })
      const windowFrom = Math.max(0, before - detailWindowBytes)
      const result = await client.invoke('rollout:readLine', {
        fileId: session.fileId,
        lineNumber: detail.lineNumber,
        windowFrom: Math.max(0, windowFrom - longestCharacter),
        windowLength: before - Math.max(0, windowFrom - longestCharacter),
      })
      const now = get().detail
      if (now.status !== 'ready' || now.windows !== detail.windows) return
      if (!result.ok) {
        onFailure(result.error)
        set({ detail: { ...now, isLoadingMore: false } })
        return
      }
      set({
        detail: { ...now, windows: [fromWholeCharacter(result.value), ...now.windows], isLoadingMore: false },
      })
    },
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

  function schedule(attempt: number): void {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void load(attempt), restMs)
  }

  async function load(attempt: number): Promise<void> {
    const { session, selectedLine, selectedByte, detail, cache } = store.getState()
    const mine = ++asked
    if (session.status !== 'ready' || selectedLine === null) {
      store.setState({ detail: { status: 'none' } })
      return
    }
    store.setState({ detail: { status: 'loading', lineNumber: selectedLine, previous: shownOf(detail) } })
    const ask = (windowFrom: number): Promise<Result<LineDetail>> =>
      client.invoke('rollout:readLine', {
        fileId: session.fileId,
        lineNumber: selectedLine,
        windowFrom,
        windowLength: detailWindowBytes,
        withReadable: true,
      })
    const length = store.getState().row(selectedLine)?.byteLength ?? null
    const from = windowStart(selectedByte, length)
    let result = await ask(from)
    // Only now is it known how long the line is: a short one is shown whole.
    if (from > 0 && result.ok && result.value.row.byteLength <= detailWindowBytes) result = await ask(0)
    // The cache is made with each opening, so that the same one means the same file, opened once.
    if (mine !== asked || store.getState().cache !== cache) return
    if (result.ok) {
      const windows = [from > 0 ? fromWholeCharacter(result.value) : result.value] as const
      store.setState({ detail: { status: 'ready', lineNumber: selectedLine, windows, isLoadingMore: false } })
    } else if (result.error.code === 'cancelled' && attempt < mostAttempts) schedule(attempt + 1)
    else store.setState({ detail: { status: 'failed', lineNumber: selectedLine, error: result.error } })
  }

  return store.subscribe((state, before) => {
    const isSame =
      state.selectedLine === before.selectedLine &&
      state.selectedByte === before.selectedByte &&
      state.cache === before.cache &&
      state.detailVersion === before.detailVersion
    if (!isSame) schedule(1)
  })
}

/**
 * Where the first window of a line begins: at its beginning, or a character before the byte that was asked for where
 * the line is longer than one window. A length that is not known counts as long.
 */
export function windowStart(byte: number | null, lineLength: number | null): number {
  if (byte === null || (lineLength !== null && lineLength <= detailWindowBytes)) return 0
  return Math.max(0, byte - longestCharacter)
}

function shownOf(detail: DetailState): ShownDetail | null {
  if (detail.status === 'loading') return detail.previous
  return detail.status === 'ready' ? { lineNumber: detail.lineNumber, windows: detail.windows } : null
}
