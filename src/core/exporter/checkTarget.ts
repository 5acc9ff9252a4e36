/**
 * Check of a target: an export goes into an existing folder, under a name that is free, and never among evidence or our
 * own files. Places are compared by device and inode, and by where mounts really lie, so that no spelling, no link and
 * no mount gets around it.
 */
import { basename, dirname, join } from 'node:path'
import { folderNameProblem } from '../../shared/export/folderName'
import { err, ok, type Result } from '../../shared/result'
import type { Task } from '../jobs/task'
import { attempt } from '../platform/attempt'
import type { FileStat, FileSystem } from '../platform/fileSystem'
import { isSameFile } from '../source/byteSource'
import { requireFree, type ExportTarget } from './draftFolder'
import { isDraftName } from './draftName'
import { isInside, locationOf, readMounts, type Mount } from './mounts'

/** Where nothing may be written: a `tree` at all, or `beside` files without the folders below. `what` says what it is. */
export interface ProtectedFolder {
  readonly path: string
  readonly reach: 'tree' | 'beside'
  readonly what: string
}

/** Where an export is to go, and the folders that it may not go into. */
export interface TargetRequest {
  readonly target: ExportTarget
  readonly protectedFolders: readonly ProtectedFolder[]
}

/** A target where an export can go. `drafts` are those of others in its folder: they go on, or were interrupted. */
export interface CheckedTarget extends ExportTarget {
  readonly drafts: readonly string[]
}

/** Checks a target as it is now. */
export const checkTargetTask: Task<TargetRequest, CheckedTarget> = {
  name: 'exporter.checkTarget',
  run: (request, { fileSystem }) => {
    const checked = checkTarget(fileSystem, request)
    return checked.ok ? ok({ ...checked.value, drafts: draftsIn(fileSystem, checked.value.folder) }) : checked
  },
}

/** A folder that may be written to and not listed shows no drafts. */
function draftsIn(fileSystem: FileSystem, folder: string): readonly string[] {
  const listed = attempt(folder, () => fileSystem.list(folder))
  if (!listed.ok) return []
  return listed.value
    .map(({ name }) => name)
    .filter(isDraftName)
    .sort()
    .slice(0, mostDrafts)
}

/** More than anybody leaves behind; beyond that it is not ours. */
const mostDrafts = 100

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
  target: ExportTarget,
  protectedFolders: readonly ProtectedFolder[],
): Result<null> {
  const path = join(target.folder, target.name)
  const mounts = protectedFolders.length === 0 ? [] : readMounts(fileSystem)
  const known = protectedFolders.flatMap((place) => {
    const found = attempt(place.path, () => toKnown(fileSystem, mounts, place))
    return found.ok ? [found.value] : []
  })
  const location = locationOf(mounts, target.folder)
  const mounted = known.find((place) => location !== null && holds(place, location))
  if (mounted !== undefined) return err(among(path, mounted))
  const missing = protectedFolders.find((place) => isMissingPlace(fileSystem, place, path))
  if (missing !== undefined) return err(among(path, missing))
  for (let at = target.folder, depth = 0; ; at = dirname(at), depth += 1) {
    const looked = attempt(at, () => fileSystem.lookAt(at))
    if (!looked.ok) return looked
    const hit = known.find(
      ({ stat, reach }) => isSameFile(stat, looked.value) && (reach === 'tree' || depth === 0),
    )
    if (hit !== undefined) return err(among(path, hit))
    if (dirname(at) === at) return ok(null)
  }
}

interface KnownPlace extends ProtectedFolder {
  readonly stat: FileStat
  readonly location: string | null
}

function toKnown(fileSystem: FileSystem, mounts: readonly Mount[], place: ProtectedFolder): KnownPlace {
  const real = fileSystem.canonical(place.path)
  return { ...place, stat: fileSystem.lookAt(real), location: locationOf(mounts, real) }
}

function holds({ location, reach }: KnownPlace, target: string): boolean {
  if (location === null) return false
  return reach === 'tree' ? isInside(target, location) : target === location
}

/** A protected place that does not exist must not come into being as an export. */
function isMissingPlace(fileSystem: FileSystem, { path, reach }: ProtectedFolder, target: string): boolean {
  const parent = attempt(path, () => fileSystem.canonical(dirname(path)))
  return reach === 'tree' && parent.ok && join(parent.value, basename(path)) === target
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
