/**
 * Walk: which rollout files there are, by their names alone. Runs in a worker.
 *
 * Everything that ends in `.jsonl` or `.jsonl.zst` below `sessions` and `archived_sessions` is a row, however odd its
 * name; there is no cap.
 */
import { err, ok, type Result } from '../../shared/result'
import type { SortKey } from '../../shared/session/query'
import type { Problem } from '../../shared/session/session'
import type { Task } from '../jobs/task'
import { compareCandidates, packCandidates, type ListSource } from './candidate'
import { FolderWalk } from './folderWalk'

/** Result of a walk. `packed` holds the candidates of `packCandidates` as one text: ten times cheaper to hand over. */
export interface WalkAnswer {
  readonly packed: string
  readonly scannedFiles: number
  readonly problems: readonly Problem[]
  readonly names: readonly (readonly [string, string])[]
}

/** Finds and orders the rollout files of some sources. */
export const walkTask: Task<
  {
    readonly sources: readonly ListSource[]
    readonly sort: SortKey
    readonly ascending: boolean
    /** Rollscope's own folder, which is no evidence and is passed over wherever it lies. */
    readonly ownFolder: string
  },
  WalkAnswer,
  { readonly done: number; readonly total: number }
> = {
  name: 'lister.walk',
  run: ({ sources, sort, ascending, ownFolder }, context): Result<WalkAnswer> => {
    const walk = new FolderWalk(context, { sort, ownFolder, hasSeveral: sources.length > 1 })
    sources.forEach((source, index) => {
      walk.addSource(source, index)
    })
    const names = sources.flatMap((source) => walk.namesOf(source))
    // A part of the names would be taken for all of them.
    if (context.isCancelled()) return err({ code: 'cancelled', message: 'Listing was cancelled.' })
    const candidates = [...walk.candidates].sort(compareCandidates)
    if (!ascending) candidates.reverse()
    return ok({
      packed: packCandidates(candidates),
      scannedFiles: candidates.length,
      problems: walk.problems,
      names,
    })
  },
}
