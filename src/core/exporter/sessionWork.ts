/** Session work: what every way of exporting one session needs, and what all of them share. */
import { createHash } from 'node:crypto'
import { err, ok, type AppError, type Result } from '../../shared/result'
import type { FileSystem } from '../platform/fileSystem'
import { isSameState, type ByteSource } from '../source/byteSource'
import type { DraftFolder } from './draftFolder'
import type { OutputNames } from './outputNames'

/** Where sessions go, and how far they have come. */
export interface ExportTools {
  readonly fileSystem: FileSystem
  readonly draft: DraftFolder
  readonly names: OutputNames
  /** Where compressed files are decompressed to: our own data folder. */
  readonly cacheFolder: string
  isCancelled(): boolean
  /** Tells which share of the current session is done, from 0 to 1. */
  tell(share: number): void
}

/** What an export answers when somebody has cancelled it. */
export const cancelled: AppError = { code: 'cancelled', message: 'The export was cancelled.' }

/** What a source is called once it is not what it was when reading it began. */
export function changedWhileRead(label: string): AppError {
  return {
    code: 'changed',
    message: `${label} was changed while it was read.`,
    file: label,
    hint: 'A session that is still being written cannot be exported. Wait until it has ended, or leave it out.',
  }
}

/** Answers `changed` unless the file and what stands at its path are in the state they were in when it was opened. */
export function requireUnchanged(fileSystem: FileSystem, source: ByteSource, path: string): Result<null> {
  const now = source.restat()
  if (!now.ok) return now
  if (!isSameState(now.value, source.stat)) return err(changedWhileRead(source.label))
  try {
    if (isSameState(fileSystem.lookAt(path), source.stat)) return ok(null)
  } catch {
    // Gone is as changed as replaced: whatever the system says, it is not there as it was.
  }
  return err(changedWhileRead(source.label))
}

const chunkBytes = 1024 * 1024

/** Reads a source from its first byte to its last. `take` ends it early by answering false. */
export function readWhole(
  source: ByteSource,
  tools: Pick<ExportTools, 'isCancelled' | 'tell'>,
  take: (bytes: Buffer) => boolean,
): Result<null> {
  const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, Math.max(1, source.sizeBytes)))
  for (let position = 0; position < source.sizeBytes;) {
    if (tools.isCancelled()) return err(cancelled)
    const read = source.read(buffer, 0, buffer.length, position)
    if (!read.ok) return read
    if (read.value === 0) return err(changedWhileRead(source.label))
    position += read.value
    if (!take(buffer.subarray(0, read.value))) return ok(null)
    tools.tell(position / source.sizeBytes)
  }
  return ok(null)
}

/** Returns the SHA-256 of a whole source. */
export function hashWhole(
  source: ByteSource,
  tools: Pick<ExportTools, 'isCancelled' | 'tell'>,
): Result<string> {
  const hash = createHash('sha256')
  const read = readWhole(source, tools, (bytes) => {
    hash.update(bytes)
    return true
  })
  return read.ok ? ok(hash.digest('hex')) : read
}
