/**
 * Own folder: what goes wrong in Rollscope's data folder, told as that. It may belong to somebody else or be full, which is
 * no fault of the evidence and ends no work that can do without it.
 */
import { rmSync } from 'node:fs'
import { err, ok, type AppError, type ErrorCode, type Result } from '../../shared/result'
import { isSystemError } from './attempt'

/** How messages call the folder. */
const place = "Rollscope's data folder"

const mayNotWrite = ['permission-denied', 'may not be written to'] as const
const isFull = ['no-space', 'has no room left'] as const
const isNoFolder = ['not-a-file', 'is not a folder'] as const

const failures: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  EACCES: mayNotWrite,
  EPERM: mayNotWrite,
  EROFS: mayNotWrite,
  ENOSPC: isFull,
  EDQUOT: isFull,
  ENOTDIR: isNoFolder,
  EEXIST: isNoFolder,
}

/** Runs a call that writes to the data folder. A system error becomes a value that says what is wrong with the folder. */
export function attemptOwn<T>(action: () => T): Result<T> {
  try {
    return ok(action())
  } catch (error) {
    if (isSystemError(error)) return err(toOwnError(error))
    throw error
  }
}

/** Says what is wrong with the data folder, and how to do without it. */
export function toOwnError({ code: thrown = '' }: NodeJS.ErrnoException): AppError {
  const [code, what] = failures[thrown] ?? ['io', `could not be used (${thrown})`]
  return {
    code,
    message: `${place} ${what}.`,
    file: place,
    hint: 'Name another folder with ROLLSCOPE_DATA. What was to be read is not at fault.',
  }
}

/**
 * Removes a file or folder of ours, with what is in it. What may not be removed stays: the next start looks for what was
 * left behind, and nothing that was read depends on it.
 */
export function removeOwn(path: string): void {
  attemptOwn(() => {
    rmSync(path, { recursive: true, force: true })
  })
}
