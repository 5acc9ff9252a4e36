/**
 * Shared folder: reference material (real and damaged rollouts, tools) that lies beside a checkout on some
 * machines. This is the one file that looks for it. Nothing in the repository needs it to build or to pass.
 */
import { statSync } from 'node:fs'
import path from 'node:path'

/**
 * Returns the absolute path of the shared folder: `ROLLSCOPE_SHARED` where set, else `../shared` beside the
 * repository, or null where there is none. Tests that need it skip on null; `announce.ts` says so once a run.
 */
export function sharedFolder(): string | null {
  const wanted = process.env['ROLLSCOPE_SHARED']
  const folder = path.resolve(
    wanted !== undefined && wanted !== '' ? wanted : path.join(repositoryFolder(), '../shared'),
  )
  return isFolder(path.join(folder, 'corpus')) ? folder : null
}

/** Returns the absolute path of this repository. */
export function repositoryFolder(): string {
  return path.resolve(import.meta.dirname, '../..')
}

function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false
}
