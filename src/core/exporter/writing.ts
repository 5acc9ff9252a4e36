/** Writing: turns what the system says when something cannot be written into values that say what to do. */
import { err, ok, type AppError, type ErrorCode, type Result } from '../../shared/result'
import { isSystemError } from '../platform/attempt'

const denied = ['permission-denied', 'may not be written', 'Choose a folder that you may write to.'] as const
const full = [
  'no-space',
  'could not be written: the disk is full',
  'Make room, or choose another disk.',
] as const

const codes: Readonly<Record<string, readonly [ErrorCode, string, string]>> = {
  ENOSPC: full,
  EDQUOT: [
    'no-space',
    'could not be written: your share of the disk is used up',
    'Make room, or choose another disk.',
  ],
  EFBIG: ['too-large', 'is larger than that disk allows', 'Choose a disk with another file system.'],
  EACCES: denied,
  EPERM: denied,
  EROFS: ['permission-denied', 'lies on a disk that cannot be written to', 'Choose another place.'],
  ENOENT: ['not-found', 'is not there any more', 'Choose the place again.'],
  ENOTDIR: ['not-found', 'lies in something that is no folder', 'Choose a folder.'],
  EEXIST: ['exists', 'exists already, and an export replaces nothing', 'Choose another name.'],
  ENOTEMPTY: ['exists', 'exists already, and an export replaces nothing', 'Choose another name.'],
  ENAMETOOLONG: [
    'io',
    'has a name that is too long for that disk',
    'Choose a shorter name, or a place higher up.',
  ],
}

/** Runs a writing call. A system error becomes a value that names `label`; anything else is a bug and is thrown. */
export function attemptWrite<T>(label: string, action: () => T): Result<T> {
  try {
    return ok(action())
  } catch (error) {
    if (isSystemError(error)) return err(toWriteError(error, label))
    throw error
  }
}

function toWriteError(error: NodeJS.ErrnoException, file: string): AppError {
  const [code, what, hint] = codes[error.code ?? ''] ?? [
    'io',
    `could not be written (${error.code ?? 'unknown error'})`,
    'Check the disk, then try again.',
  ]
  return { code, message: `${file} ${what}.`, file, hint }
}
