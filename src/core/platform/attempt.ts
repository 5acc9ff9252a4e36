/** Turns what the file system throws into values with a code, and lets bugs through. */
import { err, ok, type AppError, type ErrorCode, type Result } from '../../shared/result'

const codes: Readonly<Record<string, readonly [ErrorCode, string, string]>> = {
  ENOENT: ['not-found', 'is not there', 'It may have been moved or deleted. Check the path.'],
  ENOTDIR: ['not-found', 'is not there', 'A part of its path is a file. Check the path.'],
  ELOOP: ['not-a-file', 'is a link', 'Links are not followed. Open the file that it points to.'],
  EISDIR: ['not-a-file', 'is a directory', 'Open the directory as a folder, or name a file in it.'],
  EACCES: ['permission-denied', 'may not be read', 'Ask its owner for read permission, or open a copy.'],
  EPERM: ['permission-denied', 'may not be read', 'Ask its owner for read permission, or open a copy.'],
  EMFILE: ['io', 'could not be opened: too many files are open', 'Close some sessions and try again.'],
}

/** Says what went wrong with `file` in words a person can act on. */
export function toAppError(error: NodeJS.ErrnoException, file: string): AppError {
  const [code, what, hint] = codes[error.code ?? ''] ?? [
    'io',
    `could not be read (${error.code ?? 'unknown error'})`,
    'Check the disk, then try again.',
  ]
  return { code, message: `${file} ${what}.`, file, hint }
}

/** True for what the file system throws: it carries a system error code. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string'
}

/** Runs a file system call. A system error becomes a value that names `file`; anything else is a bug and is thrown. */
export function attempt<T>(file: string, action: () => T): Result<T> {
  try {
    return ok(action())
  } catch (error) {
    if (isSystemError(error)) return err(toAppError(error, file))
    throw error
  }
}
