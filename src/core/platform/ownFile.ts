/**
 * Own file: a small file of Rollscope's own in the data folder. It is replaced as a whole or not at all, so that neither a
 * crash nor a second process ever leaves half of one.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type AppError, type ErrorCode, type Result } from '../../shared/result'
import { isSystemError } from './attempt'

/** The largest file that is read. What we write is a few kilobytes; anything beyond is not ours. */
export const maxOwnFileBytes = 1024 * 1024

export interface OwnFile {
  /** Returns the text, or null where there is no file. `too-large` beyond what we would ever write. */
  read(): Promise<Result<string | null>>
  /** Puts a text in the place of what is there, readable by its owner alone. */
  replace(text: string): Promise<Result<null>>
  /** Moves what is there out of the way and returns the name that it has now. */
  setAside(): Promise<Result<string>>
}

/** Names a file of the data folder. The folder is made, mode 0700, when the file is first written. */
export function ownFile(folder: string, name: string, now: () => Date = () => new Date()): OwnFile {
  const path = join(folder, name)
  return {
    read: () => attemptOwn(name, 'read', () => readSmall(path, name)),
    replace: (text) => attemptOwn(name, 'written', () => replace(folder, path, text)),
    setAside: () =>
      attemptOwn(name, 'set aside', async () => {
        const stamp = now().toISOString().replace(/[:.]/g, '-')
        const aside = `${name}.damaged-${stamp}`
        await rename(path, join(folder, aside))
        return ok(aside)
      }),
  }
}

async function readSmall(path: string, name: string): Promise<Result<string | null>> {
  const stats = await stat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  })
  if (stats === null) return ok(null)
  if (stats.size > maxOwnFileBytes) return err(problem('too-large', name, 'read: it is too large to be ours'))
  return ok(await readFile(path, 'utf8'))
}

async function replace(folder: string, path: string, text: string): Promise<Result<null>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
    return ok(null)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw error
  }
}

/** A system error becomes a value that says what could not be done; anything else is a bug and is thrown. */
async function attemptOwn<T>(
  name: string,
  deed: string,
  action: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await action()
  } catch (error) {
    if (!isSystemError(error)) throw error
    const isForbidden = error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS'
    return err(problem(isForbidden ? 'permission-denied' : 'io', name, `${deed} (${error.code ?? ''})`))
  }
}

function problem(code: ErrorCode, name: string, what: string): AppError {
  return {
    code,
    message: `${name} in Rollscope's data folder could not be ${what}.`,
    file: name,
    hint: 'Everything else works; what was to be remembered lasts until Rollscope ends.',
  }
}
