/**
 * Session slice: opening a rollout, then three things side by side that never wait for each other: the first
 * window of lines, the line index, and the check of the whole file. An answer that comes after another session
 * was opened is dropped.
 */
import type { StateCreator } from 'zustand/vanilla'
import { filterClosed } from './filterTypes'
import { createGrowthFollower, isFollowed } from './growth'
import { visit } from './navigation'
import { followEvents } from './sessionEvents'
import { visibleTitle } from './titles'
import { checkFile, countLines, startLines, type ViewerAccess, type ViewerPorts } from './sessionWork'
import type { SessionSlice, ViewerState } from './viewerTypes'

const nothingOpen = {
  index: null,
  indexing: { status: 'waiting' },
  check: { status: 'waiting' },
  lastCheckMs: 0,
  growth: null,
  strip: null,
  census: null,
  disk: null,
  severityOfLine: new Map(),
  selectedLine: null,
  selectedByte: null,
  selectedFinding: null,
  findingCursor: null,
  step: null,
  foldedRules: new Set(),
  explainedRules: new Set(),
  reveal: null,
  linesFailure: null,
  detail: { status: 'none' },
  cache: null,
  ...filterClosed,
} as const satisfies Partial<ViewerState>

/** What is to be opened, and where. */
interface Wish {
  readonly fileId: string
  readonly title: string
  readonly line: number | null
  readonly acceptReplaced: boolean
}

/** Session slice of the viewer. */
export const createSessionSlice =
  (ports: ViewerPorts): StateCreator<ViewerState, [], [], SessionSlice> =>
  (set, get) => {
    const { client, jobs } = ports
    const access: ViewerAccess = { get, set }
    /** Grows with every opening and closing; work that was started under another number is out of date. */
    let generation = 0

    function currentNow(): () => boolean {
      const mine = generation
      return () => mine === generation
    }

    /** `next` is the file that is opened now: opening one anew closes it in the host, in the right order. */
    function release(next: string | null): void {
      generation += 1
      growth.reset()
      releaseFile(ports, get(), next)
    }

    async function openAnew(file: Wish): Promise<void> {
      const { fileId, title, line, acceptReplaced } = file
      release(fileId)
      const isCurrent = currentNow()
      const trail = visit(get().trail, { fileId, line })
      const result = await jobs.getState().run('Opening the file', (jobId) => {
        set({ ...nothingOpen, trail, session: { status: 'opening', fileId, title, jobId } })
        return client.invoke('rollout:open', { fileId, jobId, acceptReplaced })
      })
      if (!isCurrent()) {
        if (result.ok && !isOnShow(get(), fileId)) void client.invoke('rollout:close', { fileId })
        return
      }
      if (!result.ok) {
        set({ session: { status: 'failed', fileId, title, error: result.error } })
        return
      }
      set({ session: { status: 'ready', fileId, header: result.value } })
      startLines(ports, access, fileId)
      if (line !== null) get().goToLine(line)
      await Promise.all([countThenClamp(isCurrent, fileId), checkFile(ports, access, fileId)])
    }

    /** A file that became shorter may lack the line that was selected before. */
    async function countThenClamp(isCurrent: () => boolean, fileId: string): Promise<void> {
      await countLines(ports, access, fileId)
      const { selectedLine, index } = get()
      if (!isCurrent() || index?.complete !== true || index.lineCount === 0) return
      if ((selectedLine ?? 0) > index.lineCount) get().goToLine(index.lineCount)
    }

    /** What the host says of the file now that it has read on; its row in the list follows. */
    async function refreshHeader(fileId: string): Promise<void> {
      const isCurrent = currentNow()
      const request = { fileId, jobId: crypto.randomUUID(), acceptReplaced: false }
      const result = await client.invoke('rollout:open', request)
      if (isCurrent() && result.ok) set({ session: { status: 'ready', fileId, header: result.value } })
    }

    /** Reads what was appended: lines, what is selected of them, the filter, and what the host says of the file. */
    async function readOn(): Promise<void> {
      const { session, index, cache } = get()
      if (session.status !== 'ready') return
      const lastLine = Math.max(1, index?.lineCount ?? 1)
      set({ disk: null, census: null })
      async function recountThenRead(): Promise<void> {
        await get().recount()
        // What was the last line may have been half written.
        cache?.refreshFrom(lastLine)
        const { cache: current, selectedLine } = get()
        if (current === cache && (selectedLine ?? 0) >= lastLine) get().reloadDetail()
      }
      await Promise.all([recountThenRead(), get().matched === null ? null : get().runFilter()])
      await refreshHeader(session.fileId)
    }

    const growth = createGrowthFollower(ports, access, { readOn })
    followEvents(ports, access)

    return {
      session: { status: 'none' },
      ...nothingOpen,
      async open(fileId, title, line = null) {
        const { session } = get()
        if (session.status === 'ready' && session.fileId === fileId) {
          if (line !== null) get().goToLine(line)
          return
        }
        if (session.status === 'opening' && session.fileId === fileId && line === null) return
        await openAnew({ fileId, title, line, acceptReplaced: false })
      },
      async reopen(acceptReplaced) {
        const { session } = get()
        if (session.status !== 'ready' && session.status !== 'failed') return
        const title = session.status === 'ready' ? visibleTitle(session.header.summary) : session.title
        await openAnew({ fileId: session.fileId, title, line: get().selectedLine, acceptReplaced })
      },
      close() {
        release(null)
        set({ ...nothingOpen, session: { status: 'none' } })
      },
      async readAppended() {
        await Promise.all([readOn(), get().recheck()])
      },
      async recount() {
        const { session } = get()
        if (session.status === 'ready') await countLines(ports, access, session.fileId)
      },
      async recheck() {
        const { session } = get()
        if (session.status === 'ready') await checkFile(ports, access, session.fileId)
      },
      async pollDisk() {
        const { session, disk } = get()
        if (session.status !== 'ready') return
        const isCurrent = currentNow()
        const result = await client.invoke('rollout:stat', { fileId: session.fileId })
        if (!isCurrent() || !result.ok) return
        const { state, sizeBytes } = result.value
        const isToTell = state !== 'grown' || !isFollowed(access)
        const isOther = disk?.state !== state || disk.sizeBytes !== sizeBytes
        if (isToTell && isOther) set({ disk: result.value })
        await growth.looked(result.value)
      },
    }
  }

function isOnShow({ session }: ViewerState, fileId: string): boolean {
  return session.status !== 'none' && session.fileId === fileId
}

/** Ends all work on the file that is open, or being opened, and lets the host forget it. */
function releaseFile(
  { client, jobs }: ViewerPorts,
  { session, cache, indexing, check, matches, cancelFilter }: ViewerState,
  next: string | null,
): void {
  cache?.dispose()
  matches?.dispose()
  cancelFilter()
  if (session.status === 'opening') jobs.getState().cancel(session.jobId)
  if (indexing.status === 'running') jobs.getState().cancel(indexing.jobId)
  if (check.status === 'running') jobs.getState().cancel(check.jobId)
  const isHeld = session.status === 'ready' || session.status === 'failed'
  if (isHeld && session.fileId !== next) {
    void client.invoke('rollout:close', { fileId: session.fileId })
  }
}
