/**
 * Growth: keeps up with an open file that grows, as Codex writes it. What was appended is read at each look at the disk,
 * which costs no more than what was appended. A check reads the whole file, so it waits until the file rests: for two
 * looks without growth, and for three times as long as the last check took, so that a file of any size is read for at most
 * a quarter of the time. Growth ends a check that began so. A compressed file is not followed: it would have to be
 * decompressed as a whole each time.
 */
import { isStale, reportOf } from './checkState'
import type { ViewerAccess, ViewerPorts } from './sessionWork'
import type { DiskState } from './viewerTypes'

/** How often an open file is looked at. */
export const diskPollMs = 2_000
const restingPolls = 2
const shareOfChecks = 3

/** What is told of a file that has grown: by how much since the check before, and whether that was checked again. */
export interface Growth {
  readonly isChecked: boolean
  readonly lines: number
  readonly bytes: number
}

/** True for a file that is followed as it grows. */
export function isFollowed({ get }: Pick<ViewerAccess, 'get'>): boolean {
  const { session } = get()
  return session.status === 'ready' && session.header.form === 'jsonl'
}

/** Is told of every look at the disk, and reads and checks when it is time. */
export interface GrowthFollower {
  /** Takes what a look at the disk told. */
  readonly looked: (disk: DiskState) => Promise<void>
  /** Forgets the file before. */
  readonly reset: () => void
}

/** Follows the growth of the open file. `readOn` reads what was appended, `recheck` checks the whole. */
export function createGrowthFollower(
  { jobs }: Pick<ViewerPorts, 'jobs'>,
  { get, set }: ViewerAccess,
  { readOn }: { readonly readOn: () => Promise<void> },
): GrowthFollower {
  let quietPolls = 0
  let isReading = false
  /** Bytes of the content that this window has taken in; another window may have read on before it. */
  let takenBytes: number | null = null

  async function read(): Promise<void> {
    quietPolls = 0
    const { check, indexing } = get()
    if (check.status === 'running' && check.previous !== null) jobs.getState().cancel(check.jobId)
    if (isReading || indexing.status === 'running') return
    isReading = true
    try {
      await readOn()
    } finally {
      isReading = false
    }
    takenBytes = get().index?.totalBytes ?? takenBytes
    const report = reportOf(get())
    if (report !== null) set({ growth: { ...grownSince(report), isChecked: false } })
  }

  function grownSince(report: {
    readonly lineCount: number
    readonly contentBytes: number
  }): Omit<Growth, 'isChecked'> {
    const { index } = get()
    return {
      lines: Math.max(0, (index?.lineCount ?? 0) - report.lineCount),
      bytes: Math.max(0, (index?.totalBytes ?? 0) - report.contentBytes),
    }
  }

  async function checkWhenResting(): Promise<void> {
    quietPolls += 1
    const { check, lastCheckMs, indexing } = get()
    const needed = Math.max(restingPolls, Math.ceil((shareOfChecks * lastCheckMs) / diskPollMs))
    if (check.status !== 'done' || indexing.status !== 'done' || quietPolls < needed) return
    if (!isStale(get())) return
    const grown = grownSince(check.report)
    await get().recheck()
    const after = get()
    if (after.check.status !== 'done' || after.check.report === check.report) return
    set({ growth: { ...grown, isChecked: true } })
    // Only now is it known what an open last line is: a record, unterminated or torn.
    const last = Math.max(1, after.index?.lineCount ?? 1)
    after.cache?.refreshFrom(last)
    if ((after.selectedLine ?? 0) >= last) after.reloadDetail()
  }

  return {
    async looked({ state }) {
      const { index, indexing } = get()
      if (!isFollowed({ get }) || (state !== 'grown' && state !== 'same')) return
      if (takenBytes === null && indexing.status === 'done') takenBytes = index?.totalBytes ?? null
      const isAhead = takenBytes !== null && (index?.totalBytes ?? 0) > takenBytes
      if (state === 'grown' || isAhead) await read()
      else await checkWhenResting()
    },
    reset() {
      quietPolls = 0
      takenBytes = null
    },
  }
}
