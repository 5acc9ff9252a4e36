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

/** Paths of the plain rollouts of a part of the corpus; an index of names is none. */
export function corpusRollouts(below: string): readonly string[] {
  return corpusFiles(below).filter((path) => path.endsWith('.jsonl') && !path.endsWith('session_index.jsonl'))
}

/** Paths of the files of some defect cases. */
export function defectRollouts(...cases: readonly string[]): readonly string[] {
  return cases.flatMap((name) => corpusRollouts(join('defects', 'cases', name)))
}
