/** What the benchmarks share: material made by the peer kit, an explorer with real workers, medians. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createExplorer, type Explorer } from '../../src/core/explorer'
import { spawnWorker } from '../../src/main/product'
import type { Result } from '../../src/shared/result'
import { repositoryFolder, sharedFolder } from '../support/shared'

/** One row of the table: what was measured, against what, and whether it is within the figure. */
export interface Row {
  readonly what: string
  readonly measured: string
  readonly against: string
  readonly figure: string
  /** Null where there was nothing to compare with. */
  readonly isMet: boolean | null
}

/** Folder that keeps the material between runs: `ROLLSCOPE_BENCH`, else a new temporary one. */
export function benchFolder(): string {
  const named = process.env['ROLLSCOPE_BENCH']
  if (!named) return mkdtempSync(join(tmpdir(), 'rollscope-bench-'))
  mkdirSync(named, { recursive: true })
  return named
}

/** Makes a synthetic home with the peer kit's generator, once, and returns its folder; null without the kit. */
export function makeHome(folder: string, name: string, args: readonly string[]): string | null {
  const shared = sharedFolder()
  if (shared === null) return null
  const home = join(folder, name)
  if (!existsSync(join(home, 'SYNTHETIC'))) {
    execFileSync(process.execPath, [join(shared, 'peer', 'gen.mjs'), home, ...args], { stdio: 'ignore' })
  }
  return home
}

/**
 * Makes a home of copies of the real recordings in the corpus, at least so many bytes of them, once, and returns its
 * folder; null without the corpus. What people record has longer lines than what the kit makes up.
 */
export function makeFieldHome(folder: string, bytes: number): string | null {
  const shared = sharedFolder()
  if (shared === null) return null
  const home = join(folder, `field-${String(Math.round(bytes / 1e6))}`)
  if (existsSync(home)) return home
  const field = join(shared, 'corpus', 'field')
  const files = readdirSync(field, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
    .map((entry) => ({ name: entry.name, path: join(entry.parentPath, entry.name) }))
  let made = 0
  for (let copy = 0; made < bytes; copy += 1) {
    const target = join(home, 'sessions', String(copy).padStart(4, '0'))
    mkdirSync(target, { recursive: true })
    for (const { name, path } of files) {
      copyFileSync(path, join(target, name))
      made += statSync(path).size
    }
  }
  return home
}

/** Starts an explorer with the built workers, as hosts do. */
export function startExplorer(home: string): Explorer {
  return createExplorer({
    home,
    dataFolder: mkdtempSync(join(tmpdir(), 'rollscope-bench-data-')),
    samplesFolder: null,
    host: 'test',
    version: '0',
    spawnWorker: () => spawnWorker(join(repositoryFolder(), 'out', 'main', 'worker.js')),
  })
}

/** Returns the value of a result or throws: a benchmark that fails measures nothing. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? NaN
}

/** Value below which `share` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

/** Runs an action and returns how long it took, in milliseconds. */
export async function timed<T>(action: () => Promise<T>): Promise<readonly [number, T]> {
  const start = performance.now()
  const value = await action()
  return [performance.now() - start, value]
}

function residentMb(): number {
  return process.memoryUsage().rss / 1e6
}

/** Runs an action and returns by how much the process grew at most while it ran, in MB. */
export async function growth(action: () => Promise<void>): Promise<number> {
  const before = residentMb()
  let peak = before
  const timer = setInterval(() => {
    peak = Math.max(peak, residentMb())
  }, 5)
  await action()
  clearInterval(timer)
  return Math.max(peak, residentMb()) - before
}
