/**
 * Rollout places: where the files of other rollouts lie, by the ids in their names: anywhere in the home that a file is
 * in, else in its own folder. What a rollout says is compared with names, and never used as a path.
 */
import { basename, dirname, join, sep } from 'node:path'
import { readRolloutName } from '../lister/rolloutName'
import { attempt } from '../platform/attempt'
import type { FileSystem } from '../platform/fileSystem'

/** One file that has the id in its name. */
export interface RolloutPlace {
  readonly path: string
  /** Path below the home, or the name of the file. For display. */
  readonly label: string
  readonly isArchived: boolean
}

/**
 * What lies around a file: in the home or the folder that it lies in, or nowhere for a copy of unknown origin. `unread`
 * are folders that could not be read: what is missing may lie there.
 */
export interface RolloutPlaces {
  readonly kind: 'home' | 'folder' | 'nowhere'
  readonly unread: readonly string[]
  /** The file of a rollout, by the last id of its name: active before archived, plain before compressed. */
  readonly find: (rolloutId: string) => RolloutPlace | null
}

/** The surroundings of a copy: there is nothing to look through. */
export const nowhere: RolloutPlaces = { kind: 'nowhere', unread: [], find: () => null }

const homeFolders = ['sessions', 'archived_sessions'] as const
/** Deepest folder that is entered, far beyond what Codex makes. */
const depthLimit = 64

/** Reads the names around a file. Links are not followed. */
export function readRolloutPlaces(fileSystem: FileSystem, path: string): RolloutPlaces {
  const home = homeOf(path)
  const byId = new Map<string, RolloutPlace>()
  const unread: string[] = []
  const visit = (folder: string, relative: string, depth: number): void => {
    const listed = attempt(relative, () => fileSystem.list(folder))
    if (!listed.ok) {
      if (listed.error.code !== 'not-found') unread.push(relative)
      return
    }
    for (const { name, kind } of listed.value) {
      const label = relative === '' ? name : `${relative}/${name}`
      if (kind === 'directory' && home !== null && depth < depthLimit)
        visit(join(folder, name), label, depth + 1)
      else if (kind === 'file') add(byId, { path: join(folder, name), label, isArchived: isArchived(label) })
    }
  }
  if (home === null) visit(dirname(path), '', 0)
  else for (const folder of homeFolders) visit(join(home, folder), folder, 0)
  return {
    kind: home === null ? 'folder' : 'home',
    unread,
    find: (rolloutId) => byId.get(rolloutId.toLowerCase()) ?? null,
  }
}

/** The folder that holds the `sessions` or `archived_sessions` that a file lies below; null where there is none. */
function homeOf(path: string): string | null {
  const parts = dirname(path).split(sep)
  const at = parts.findLastIndex((part) => homeFolders.some((folder) => folder === part))
  return at < 0 ? null : parts.slice(0, at).join(sep) || sep
}

function isArchived(label: string): boolean {
  return label.startsWith('archived_sessions/')
}

function add(byId: Map<string, RolloutPlace>, place: RolloutPlace): void {
  const name = readRolloutName(basename(place.path))
  const id = name?.rolloutId ?? name?.sessionId ?? null
  if (id === null) return
  const held = byId.get(id)
  if (held === undefined || rank(place) < rank(held)) byId.set(id, place)
}

/** Smaller is better: the file that Codex would take for a rollout. */
function rank(place: RolloutPlace): string {
  const compressed = place.path.endsWith('.zst') ? '1' : '0'
  return `${place.isArchived ? '1' : '0'}${compressed}${place.label}`
}
