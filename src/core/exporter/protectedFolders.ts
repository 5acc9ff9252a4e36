/** Protected folders: where what is examined lies, and where an export is therefore refused. Pure. */
import { dirname } from 'node:path'
import type { RootState } from '../lister/roots'
import type { ListSource } from '../lister/candidate'
import type { ProtectedFolder } from './checkTarget'

/** Places that are nobody's root and protected all the same. */
export interface OwnPlaces {
  readonly dataFolder: string
  readonly codexHomes: readonly string[]
}

/** Returns the folders of all roots, of files that were opened by themselves the folders that they lie in, and our own. */
export function protectedFoldersOf(
  roots: readonly RootState[],
  { dataFolder, codexHomes }: OwnPlaces,
): readonly ProtectedFolder[] {
  return [
    { path: dataFolder, reach: 'tree', what: "Rollscope's own folder" },
    ...codexHomes.map((path) => ({ path, reach: 'tree' as const, what: `the CODEX_HOME ${path}` })),
    ...roots.flatMap(({ sources }) => sources.map(toProtected)),
  ]
}

function toProtected({ kind, path, label }: ListSource): ProtectedFolder {
  if (kind === 'file') return { path: dirname(path), reach: 'beside', what: `the opened file ${label}` }
  return { path, reach: 'tree', what: kind === 'home' ? `the examined ${path}` : `the opened folder ${path}` }
}
