/**
 * Line cache: the window of a rollout that is in memory. Blocks of a hundred lines, least recently wanted
 * dropped first, so that memory does not grow with the file.
 *
 * It asks only for blocks that somebody is looking at: what scrolled away before its turn is never requested,
 * at most two requests are under way, and after a jump it waits a moment for the next one.
 */
import type { AppError, Result } from '../../../shared/result'
import type { LineRow } from '../../../shared/rollout/lineRow'

/** Lines of one block, which is also what one request asks for. */
export const linesPerBlock = 100
const mostBlocks = 60
const mostRequests = 2
const settleMs = 40
const retryMs = 2_000

/** Lines that were read, and how many there are as far as the host knows. */
export interface LoadedLines {
  readonly lines: readonly LineRow[]
  readonly index: { readonly lineCount: number }
}

/** Where lines come from, and who hears that there are more. */
export interface LineCacheOptions {
  readonly load: (from: number, limit: number) => Promise<Result<LoadedLines>>
  /** Called after rows arrived or a request failed. */
  readonly onChange: () => void
  readonly now?: () => number
}

export interface LineCache {
  /** The row of a line, or undefined while it is not here. */
  readonly row: (lineNumber: number) => LineRow | undefined
  /** Says which lines are on the screen. `lineCount` tells blocks that are short because the file was. */
  readonly want: (first: number, last: number, lineCount: number) => void
  /** Asks for the lines from this one on again, because the file has grown behind it. Until then the old ones stand. */
  readonly refreshFrom: (lineNumber: number) => void
  /** Why the last request failed; null since one succeeded. */
  readonly failure: () => AppError | null
  /** Drops everything and ignores answers that are still to come. */
  readonly dispose: () => void
}

interface Block {
  readonly rows: readonly LineRow[]
  readonly failedAt: number | null
  /** Lines of the file that were known when this was read. Asking again is worth it only when there are more. */
  readonly seenCount: number
  /** Set when the file has grown since, so that the last of the lines may have become longer. */
  readonly isStale: boolean
}

/** Makes the cache of one open file. */
export function createLineCache({ load, onChange, now = Date.now }: LineCacheOptions): LineCache {
  const blocks = new Map<number, Block>()
  const underWay = new Set<number>()
  let wanted: readonly number[] = []
  let lineCount = 0
  let generation = 0
  let failure: AppError | null = null
  let timer: ReturnType<typeof setTimeout> | null = null

  function isMissing(block: number): boolean {
    if (underWay.has(block)) return false
    const known = blocks.get(block)
    if (known === undefined || (known.isStale && known.failedAt === null)) return true
    if (known.failedAt !== null) return now() - known.failedAt > retryMs
    const expected = Math.min(linesPerBlock, lineCount - block * linesPerBlock)
    return known.rows.length < expected && lineCount > known.seenCount
  }

  function pump(): void {
    timer = null
    for (const block of wanted) {
      if (underWay.size >= mostRequests) return
      if (isMissing(block)) void request(block)
    }
  }

  async function request(block: number): Promise<void> {
    const mine = generation
    const askedCount = lineCount
    underWay.add(block)
    const result = await load(block * linesPerBlock + 1, linesPerBlock)
    if (mine !== generation) return
    underWay.delete(block)
    failure = result.ok ? null : result.error
    const before = blocks.get(block)?.rows ?? []
    blocks.delete(block)
    blocks.set(block, {
      rows: result.ok ? result.value.lines : before,
      failedAt: result.ok ? null : now(),
      seenCount: result.ok ? Math.max(askedCount, result.value.index.lineCount) : 0,
      isStale: !result.ok,
    })
    evict()
    onChange()
    pump()
  }

  function evict(): void {
    for (const block of blocks.keys()) {
      if (blocks.size <= mostBlocks) return
      if (!wanted.includes(block)) blocks.delete(block)
    }
  }

  function touch(): void {
    for (const block of wanted) {
      const known = blocks.get(block)
      if (known === undefined) continue
      blocks.delete(block)
      blocks.set(block, known)
    }
  }

  return {
    row: (lineNumber) =>
      blocks.get(Math.floor((lineNumber - 1) / linesPerBlock))?.rows[(lineNumber - 1) % linesPerBlock],
    want(first, last, count) {
      lineCount = count
      const next = blocksOf(first, last, count)
      const isJump = wanted.length > 0 && !next.some((block) => wanted.includes(block))
      wanted = next
      touch()
      if (timer !== null) clearTimeout(timer)
      timer = null
      if (isJump) timer = setTimeout(pump, settleMs)
      else pump()
    },
    refreshFrom(lineNumber) {
      generation += 1
      underWay.clear()
      const from = Math.floor((lineNumber - 1) / linesPerBlock)
      for (const [block, known] of blocks) if (block >= from) blocks.set(block, { ...known, isStale: true })
      pump()
    },
    failure: () => failure,
    dispose() {
      generation += 1
      if (timer !== null) clearTimeout(timer)
      blocks.clear()
      underWay.clear()
      wanted = []
    },
  }
}

function blocksOf(first: number, last: number, lineCount: number): readonly number[] {
  const blocks: number[] = []
  const end = Math.floor((Math.min(last, lineCount) - 1) / linesPerBlock)
  for (let block = Math.max(0, Math.floor((first - 1) / linesPerBlock)); block <= end; block++) {
    blocks.push(block)
  }
  return blocks
}
