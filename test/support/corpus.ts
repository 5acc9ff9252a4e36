import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sharedFolder } from './shared'

/** Paths of all rollout files of the corpus, in a fixed order; empty where the shared folder is absent. */
export function corpusFiles(below = ''): readonly string[] {
  const shared = sharedFolder()
  if (shared === null) return []
  return readdirSync(join(shared, 'corpus', below), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.jsonl(\.zst)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
