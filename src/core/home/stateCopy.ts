/**
 * State copy: a copy of Codex's state database with its write-ahead log, in Rollscope's data folder. The database itself is
 * never opened as one: SQLite writes beside what it opens. Readable by its owner alone, and removed after use; what a killed process left is removed by the next check.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type AppError, type Result } from '../../shared/result'
import type { TaskContext } from '../jobs/task'
import { processFolderName, removeLeftBehind } from '../platform/leftBehind'
import { attemptOwn, removeOwn } from '../platform/ownFolder'
import { isSameState, openByteSource, toIdentity, type ByteSource } from '../source/byteSource'

/** The name of the database in a home. */
export const stateFileName = 'state_5.sqlite'

/** Databases of more bytes are not copied. 50,000 sessions take some 220 MB. */
const mostBytes = 4 * 1024 ** 3
const pieceBytes = 1024 * 1024
/** How often a database that is written to meanwhile is copied before that is given up. */
const tries = 3

type Seam = Pick<TaskContext<never>, 'fileSystem' | 'isCancelled'>

/** Where the copy lies. `remove` removes it with whatever SQLite put beside it. */
export interface StateCopy {
  readonly path: string
  readonly remove: () => void
}

/** Copies the database of a home below `folder`. `not-found` where there is none, `changed` where it was written to all the time. */
export function copyState(home: string, folder: string, seam: Seam): Result<StateCopy> {
  removeLeftBehind(folder)
  const target = join(folder, processFolderName())
  const made = attemptOwn(() => mkdirSync(target, { recursive: true, mode: 0o700 }))
  if (!made.ok) return made
  const remove = (): void => {
    removeOwn(target)
  }
  for (let left = tries; left > 0; left -= 1) {
    const copied = copyPair(home, target, seam)
    if (copied.ok && copied.value === 'same') return ok({ path: join(target, stateFileName), remove })
    if (!copied.ok) {
      remove()
      return copied
    }
  }
  remove()
  return err(busy)
}

/** Copies the database, then its log, and says whether either was written to meanwhile. */
function copyPair(home: string, target: string, seam: Seam): Result<'same' | 'changed'> {
  const state = openByteSource(seam.fileSystem, join(home, stateFileName), stateFileName)
  if (!state.ok) return state
  try {
    const logName = `${stateFileName}-wal`
    const log = openByteSource(seam.fileSystem, join(home, logName), logName)
    if (!log.ok && log.error.code !== 'not-found') return log
    try {
      const sources = log.ok ? [state.value, log.value] : [state.value]
      for (const source of sources) {
        const copied = copyFile(source, join(target, source.label), seam)
        if (!copied.ok) return copied
      }
      return ok(sources.every(isUnchanged) ? 'same' : 'changed')
    } finally {
      if (log.ok) log.value.close()
    }
  } finally {
    state.value.close()
  }
}

function copyFile(source: ByteSource, path: string, { isCancelled }: Seam): Result<null> {
  if (source.sizeBytes > mostBytes) return err(tooLarge(source.label))
  const opened = attemptOwn(() => openSync(path, 'w', 0o600))
  if (!opened.ok) return opened
  try {
    const piece = Buffer.allocUnsafe(Math.min(pieceBytes, Math.max(1, source.sizeBytes)))
    for (let position = 0; position < source.sizeBytes;) {
      if (isCancelled()) return err(cancelled)
      const read = source.read(piece, 0, Math.min(piece.length, source.sizeBytes - position), position)
      if (!read.ok) return read
      // It became shorter: the comparison afterwards says so.
      if (read.value === 0) break
      const written = attemptOwn(() => {
        for (let at = 0; at < read.value;) at += writeSync(opened.value, piece, at, read.value - at)
      })
      if (!written.ok) return written
      position += read.value
    }
    return ok(null)
  } finally {
    closeSync(opened.value)
  }
}

function isUnchanged(source: ByteSource): boolean {
  const now = source.restat()
  return now.ok && isSameState(toIdentity(now.value), toIdentity(source.stat))
}

function tooLarge(label: string): AppError {
  return { code: 'too-large', message: `${label} is larger than what is copied here (4 GiB).`, file: label }
}

const busy: AppError = {
  code: 'changed',
  message: `${stateFileName} was written to each time it was copied.`,
  file: stateFileName,
  hint: 'Close Codex, then try again.',
}
const cancelled: AppError = { code: 'cancelled', message: 'The check was cancelled.' }
