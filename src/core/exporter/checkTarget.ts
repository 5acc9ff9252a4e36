/**
 * Check of a target: an export goes into an existing folder, under a name that is free, and never among evidence or our
 * own files. Places are compared by device and inode, so that no spelling and no link gets around it.
 */
import { basename, dirname, join } from 'node:path'
import { folderNameProblem } from '../../shared/export/folderName'
import { err, ok, type Result } from '../../shared/result'
import type { Task } from '../jobs/task'
import { attempt } from '../platform/attempt'
import type { FileSystem } from '../platform/fileSystem'
import { isSameFile } from '../source/byteSource'
import { requireFree, type ExportTarget } from './draftFolder'

/** Where nothing may be written: a `tree` at all, or `beside` files without the folders below. `what` says what it is. */
export interface ProtectedFolder {
  readonly path: string
  readonly reach: 'tree' | 'beside'
  readonly what: string
}

export interface TargetRequest {
  readonly target: ExportTarget
  readonly protectedFolders: readonly ProtectedFolder[]
}

/** Checks a target as it is now. */
export const checkTargetTask: Task<TargetRequest, ExportTarget> = {
  name: 'exporter.checkTarget',
  run: (request, { fileSystem }) => checkTarget(fileSystem, request),
}

/** Returns the target with its real folder, or why nothing can be exported there. */
export function checkTarget(
  fileSystem: FileSystem,
  { target, protectedFolders }: TargetRequest,
): Result<ExportTarget> {
  const problem = folderNameProblem(target.name)
  if (problem !== null) return err({ code: 'bad-request', message: problem, file: target.name })
  const label = basename(target.folder) || target.folder
  const folder = attempt(label, () => fileSystem.canonical(target.folder))
  if (!folder.ok) return folder
  const looked = attempt(label, () => fileSystem.lookAt(folder.value))
  if (!looked.ok) return looked
  if (looked.value.kind !== 'directory') {
    return err({
      code: 'not-a-file',
      message: `${label} is no folder.`,
      file: label,
      hint: 'Choose a folder.',
    })
  }
  const real = { folder: folder.value, name: target.name }
  const allowed = requireUnprotected(fileSystem, real, protectedFolders)
  if (!allowed.ok) return allowed
  const free = requireFree(fileSystem, real)
  return free.ok ? ok(real) : free
}

function requireUnprotected(
  fileSystem: FileSystem,
  { folder, name }: ExportTarget,
  protectedFolders: readonly ProtectedFolder[],
): Result<null> {
  const known = protectedFolders.flatMap((place) => {
    const found = attempt(place.path, () => fileSystem.lookAt(fileSystem.canonical(place.path)))
    return found.ok ? [{ ...place, stat: found.value }] : []
  })
  for (let at = folder, depth = 0; ; at = dirname(at), depth += 1) {
    const looked = attempt(at, () => fileSystem.lookAt(at))
    if (!looked.ok) return looked
    const hit = known.find(
      ({ stat, reach }) => isSameFile(stat, looked.value) && (reach === 'tree' || depth === 0),
    )
    if (hit !== undefined) return err(among(join(folder, name), hit))
    if (dirname(at) === at) return ok(null)
  }
}

function among(path: string, { what, reach }: ProtectedFolder) {
  const where = reach === 'tree' ? 'lies inside of' : 'lies beside'
  return {
    code: 'forbidden' as const,
    message: `${path} ${where} ${what}, where nothing is written.`,
    file: path,
    hint: 'Choose a folder of your own, away from what is examined.',
  }
}
