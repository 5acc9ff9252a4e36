/** Sightings: what the entries of one folder are for a walk, by their names and kinds alone. Pure. */
import type { DirectoryEntry } from '../platform/fileSystem'
import { compareText } from './candidate'
import { readRolloutName, type RolloutName } from './rolloutName'

/** One entry that a walk takes in, enters, or says something of. Whatever is none of these has none. */
export type Sighting =
  | {
      readonly kind: 'rollout'
      readonly name: string
      readonly parsed: RolloutName
      /** A plain file wins over its compressed sibling, as it does for Codex. */
      readonly hasCompressedSibling: boolean
    }
  | { readonly kind: 'folder' | 'link' | 'not-a-file' | 'not-nameable'; readonly name: string }

/** What makes a folder a CODEX_HOME, and the JSON lines in it that are no rollouts (ROLLOUT-FORMAT 1.1). */
export const homeFolders: ReadonlySet<string> = new Set(['sessions', 'archived_sessions'])
const homeFiles: ReadonlySet<string> = new Set(['session_index.jsonl', 'history.jsonl'])

/** Returns what there is to see in a folder, by name, because a list that is almost in order is sorted almost for nothing. */
export function sightings(listed: readonly DirectoryEntry[]): readonly Sighting[] {
  const entries = [...listed].sort((a, b) => compareText(a.name, b.name))
  const isHome = entries.some(({ name, kind }) => kind === 'directory' && homeFolders.has(name))
  const compressed = new Set<string>()
  for (const { name, kind } of entries) if (kind === 'file' && name.endsWith('.zst')) compressed.add(name)
  const seen: Sighting[] = []
  for (const { name, kind } of entries) {
    if (name.includes('\uFFFD')) seen.push({ kind: 'not-nameable', name })
    else if (kind === 'directory') seen.push({ kind: 'folder', name })
    else {
      const parsed = readRolloutName(name)
      if (kind === 'link') seen.push({ kind, name })
      else if (parsed === null) continue
      else if (kind !== 'file') seen.push({ kind: 'not-a-file', name })
      else {
        const isPassedOver = compressed.has(name) && hasPlainSibling(entries, name)
        if (isPassedOver || (isHome && homeFiles.has(name))) continue
        seen.push({ kind: 'rollout', name, parsed, hasCompressedSibling: compressed.has(`${name}.zst`) })
      }
    }
  }
  return seen
}

function hasPlainSibling(entries: readonly DirectoryEntry[], compressedName: string): boolean {
  const plain = compressedName.slice(0, -'.zst'.length)
  return entries.some(({ name, kind }) => kind === 'file' && name === plain)
}
