/** One huge file: first window, speed of the index against plain reading, memory. Run in a process of its own. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { growth, must, median, startExplorer, timed } from './support'

export interface HugeFigures {
  readonly sizeMb: number
  readonly lines: number
  readonly firstWindowMs: number
  readonly plainMbPerSecond: number
  readonly indexMbPerSecond: number
  readonly checkMbPerSecond: number
  readonly indexGrowthMb: number
  readonly checkGrowthMb: number
}

const runs = 5

/** Reads the file with one buffer and nothing else, in this thread: the baseline that the index is compared with. */
function plainRead(path: string): number {
  const descriptor = openSync(path, 'r')
  const size = fstatSync(descriptor).size
  const buffer = Buffer.alloc(1024 * 1024)
  const start = performance.now()
  for (let at = 0; at < size;) at += readSync(descriptor, buffer, 0, buffer.length, at)
  const ms = performance.now() - start
  closeSync(descriptor)
  return ms
}

/** Measures one file. The baseline and the index take turns, so that both see the machine at the same speed. */
export async function measureHuge(path: string): Promise<HugeFigures> {
  const explorer = startExplorer('/nonexistent')
  const { entries } = await explorer.openPaths([path])
  const fileId = entries[0]?.fileId ?? ''
  const open = async () =>
    must(await explorer.handlers['rollout:open']({ fileId, jobId: 'open', acceptReplaced: false }))
  const window = async (from: number) =>
    must(
      await explorer.handlers['rollout:readLines']({
        fileId,
        from,
        limit: 100,
        maxTextBytes: 400,
        whole: false,
      }),
    )
  const index = async () => must(await explorer.handlers['rollout:index']({ fileId, jobId: 'index' }))
  plainRead(path)
  const firstWindows: number[] = []
  const plain: number[] = []
  const indexed: number[] = []
  let lines = 0
  let sizeBytes = 0
  const indexGrowthMb = await growth(async () => {
    for (let run = 0; run < runs; run += 1) {
      // An open file keeps its index; each run starts without one.
      must(await explorer.handlers['rollout:close']({ fileId }))
      const [ms, header] = await timed(async () => {
        const opened = await open()
        await window(1)
        return opened
      })
      firstWindows.push(ms)
      sizeBytes = header.sizeBytes
      plain.push(plainRead(path))
      const [indexMs, state] = await timed(index)
      indexed.push(indexMs)
      lines = state.lineCount
      await window(Math.max(1, lines - 100))
    }
  })
  let checkMs = 0
  const checkGrowthMb = await growth(async () => {
    const [ms] = await timed(async () =>
      must(await explorer.handlers['rollout:check']({ fileId, jobId: 'check' })),
    )
    checkMs = ms
  })
  await explorer.dispose()
  const speed = (ms: number): number => sizeBytes / 1000 / ms
  return {
    sizeMb: sizeBytes / 1e6,
    lines,
    firstWindowMs: median(firstWindows),
    plainMbPerSecond: speed(median(plain)),
    indexMbPerSecond: speed(median(indexed)),
    checkMbPerSecond: speed(checkMs),
    indexGrowthMb,
    checkGrowthMb,
  }
}
