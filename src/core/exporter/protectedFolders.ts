/** Protected folders: where what is examined lies, and where an export is therefore refused. Pure. */
import { dirname } from 'node:path'
import type { RootState } from '../lister/roots'
import type { ProtectedFolder } from './checkTarget'

/** Returns the folders of all roots, and of files that were opened by themselves the folders that they lie in. */
export function protectedFoldersOf(roots: readonly RootState[]): readonly ProtectedFolder[] {
  return roots.flatMap(({ sources }) =>
    sources.map(({ kind, path, label }): ProtectedFolder => {
      if (kind === 'file') return { path: dirname(path), reach: 'beside', what: `the opened file ${label}` }
      return {
        path,
        reach: 'tree',
        what: kind === 'home' ? `the examined ${path}` : `the opened folder ${path}`,
      }
    }),
  )
}
