/**
 * Left behind: folders of one process below Rollscope's data folder, and the removal of those whose process was killed
 * before it could remove them. Nobody can find anything in them: what led there went with the process.
 */
import { randomBytes } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { attempt } from './attempt'
import { removeOwn } from './ownFolder'

const dayMs = 86_400_000

/** Returns a new name for a folder of this process. */
export function processFolderName(): string {
  return `${String(process.pid)}-${randomBytes(12).toString('hex')}`
}

/**
 * Removes what lies in a folder of such folders, is older than a day, and belongs to no process that lives. What cannot be
 * looked at or removed stays: it is in nobody's way.
 */
export function removeLeftBehind(folder: string, nowMs = Date.now()): void {
  const names = attempt(folder, () => readdirSync(folder))
  for (const name of names.ok ? names.value : []) {
    const path = join(folder, name)
    const stats = attempt(path, () => statSync(path))
    if (!stats.ok || stats.value.mtimeMs > nowMs - dayMs || isAlive(name)) continue
    removeOwn(path)
  }
}

/** A process of another user cannot be asked, and lives. A number that was given anew only keeps a folder a while longer. */
function isAlive(name: string): boolean {
  const pid = Number(/^(\d+)-/.exec(name)?.[1] ?? 0)
  if (pid === 0) return false
  const asked = attempt(name, () => process.kill(pid, 0))
  return asked.ok || asked.error.code === 'permission-denied'
}
