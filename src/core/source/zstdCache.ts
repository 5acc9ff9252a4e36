/**
 * Cache of decompressed rollouts in Rollscope's own data folder, so that a `.jsonl.zst` is read like a plain file.
 *
 * A file is decoded once for each state it was seen in: the key is its device, inode, size and both times. Entries
 * appear under their name only when complete and decoded from that one state, are readable by their owner alone, and the oldest go when the cache
 * grows beyond its cap. Nothing here takes a path below a read root: it writes to `folder` and nowhere else.
 */
import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { err, ok, type AppError, type Result } from '../../shared/result'
import { isSystemError } from '../platform/attempt'
import { attemptOwn, removeOwn } from '../platform/ownFolder'
import type { ByteSource } from './byteSource'
import { isSameState, toIdentity } from './byteSource'
import { decompress, type ZstdOutcome } from './zstd'

/** Most bytes of decompressed content that are kept. */
export const zstdCacheCapBytes = 8 * 1024 ** 3

/** A decompressed rollout: the path of its entry, and what decoding it told. */
export interface CachedContent extends ZstdOutcome {
  readonly path: string
}

/** Returns the decompressed content of a source, from the cache or by decoding it now; `changed` when it changes meanwhile. */
export async function cachedContent(
  source: ByteSource,
  folder: string,
  onProgress: (storedBytes: number) => boolean,
): Promise<Result<CachedContent>> {
  const made = attemptOwn(() => mkdirSync(folder, { recursive: true, mode: 0o700 }))
  if (!made.ok) return made
  const path = join(folder, `${keyOf(source)}.jsonl`)
  const known = readEntry(path)
  if (known !== null) return ok({ ...known, path })
  evict(folder, path)
  return decode(source, path, onProgress)
}

function keyOf(source: ByteSource): string {
  const { device, inode, sizeBytes, modifiedNs, changedNs } = toIdentity(source.stat)
  const text = [device, inode, sizeBytes, modifiedNs, changedNs].join('\n')
  return createHash('sha256').update(text).digest('hex').slice(0, 40)
}

function noteOf(path: string): string {
  return `${path}.note`
}

/** An entry is the content and a note of what decoding it found. Anything odd about either means: decode again. */
function readEntry(path: string): ZstdOutcome | null {
  try {
    const note = JSON.parse(readFileSync(noteOf(path), 'utf8')) as ZstdOutcome
    if (statSync(path).size !== note.contentBytes) return null
    // The note tells when an entry was used last: the content itself is never touched, because a check may be reading it.
    utimesSync(noteOf(path), new Date(), new Date())
    return { contentBytes: note.contentBytes, issues: note.issues }
  } catch (error) {
    if (isSystemError(error) || error instanceof SyntaxError) return null
    throw error
  }
}

/** Decodes into a draft that gets its name only when it is complete. A failure to write fails the whole. */
async function decode(
  source: ByteSource,
  path: string,
  onProgress: (storedBytes: number) => boolean,
): Promise<Result<CachedContent>> {
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`
  const opened = attemptOwn(() => openSync(draft, 'wx', 0o600))
  if (!opened.ok) return opened
  const failures: AppError[] = []
  let room = zstdCacheCapBytes
  const write = (bytes: Uint8Array): void => {
    if (failures.length > 0) return
    room -= bytes.length
    if (room < 0) {
      failures.push(tooLarge(source.label))
      return
    }
    const written = attemptOwn(() => {
      writeAll(opened.value, bytes)
    })
    if (!written.ok) failures.push(written.error)
  }
  try {
    const decoded = await decompress(source, write, (done) => failures.length === 0 && onProgress(done))
    const [failure] = failures
    if (failure !== undefined) return err(failure)
    if (!decoded.ok) return decoded
    const now = source.restat()
    if (!now.ok) return now
    // What was decoded may be half of one state and half of another. Nothing of it is kept.
    if (!isSameState(now.value, source.stat)) return err(changedMeanwhile(source.label))
    return attemptOwn(() => {
      renameSync(draft, path)
      writeFileSync(noteOf(path), JSON.stringify(decoded.value), { mode: 0o600 })
      return { path, ...decoded.value }
    })
  } finally {
    closeSync(opened.value)
    removeOwn(draft)
  }
}

function changedMeanwhile(label: string): AppError {
  return {
    code: 'changed',
    message: `${label} was changed while it was decompressed.`,
    file: label,
    hint: 'Try again when nothing writes to it any more.',
  }
}

function tooLarge(label: string): AppError {
  return {
    code: 'too-large',
    message: `${label} holds more than ${(zstdCacheCapBytes / 1024 ** 3).toFixed(0)} GiB of content, which is more than is decompressed here.`,
    file: label,
    hint: 'Decompress it yourself with zstd -d, into a place of your own, and open the result.',
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
}

/** Removes the least recently used entries until the rest fits, but none that was used in the last hour. */
function evict(folder: string, keep: string): void {
  const hourAgo = Date.now() - 3_600_000
  const names = attemptOwn(() => readdirSync(folder))
  const all = (names.ok ? names.value : []).map((name) => join(folder, name))
  // A process that was killed leaves its draft behind.
  for (const path of all) if (path.endsWith('.tmp') && pickStat(path).usedMs < hourAgo) removeOwn(path)
  const entries = all
    .filter((path) => path.endsWith('.jsonl') && path !== keep)
    .map((path) => ({ path, ...pickStat(path), usedMs: pickStat(noteOf(path)).usedMs }))
    .sort((a, b) => a.usedMs - b.usedMs)
  let total = entries.reduce((sum, entry) => sum + entry.sizeBytes, 0)
  for (const { path, sizeBytes, usedMs } of entries) {
    if (total <= zstdCacheCapBytes || usedMs > hourAgo) return
    removeOwn(path)
    removeOwn(noteOf(path))
    total -= sizeBytes
  }
}

function pickStat(path: string): { readonly sizeBytes: number; readonly usedMs: number } {
  const stats = attemptOwn(() => statSync(path))
  return stats.ok ? { sizeBytes: stats.value.size, usedMs: stats.value.mtimeMs } : { sizeBytes: 0, usedMs: 0 }
}
