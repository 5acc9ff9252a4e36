/**
 * Held walk: the last walk of a listing, kept for the pages that follow its first, so that paging through a hundred
 * thousand sessions walks once.
 */
import { ok, type Result } from '../../shared/result'
import type { SessionQuery } from '../../shared/session/query'
import type { Problem } from '../../shared/session/session'
import type { CancelFlag, TaskRunner } from '../jobs/task'
import { unpackCandidates, type Candidate } from './candidate'
import type { RootState } from './roots'
import { walkTask } from './walk'

/** What a walk found: the files in the order that was asked for, and the names of sessions by id. */
export interface Walked {
  readonly candidates: readonly Candidate[]
  readonly scannedFiles: number
  readonly problems: readonly Problem[]
  readonly names: ReadonlyMap<string, string>
}

interface Held {
  readonly key: string
  readonly madeAtMs: number
  readonly walked: Walked
}

/** What walks are made with. */
export interface HeldWalkOptions {
  readonly runner: TaskRunner
  readonly nowMs: () => number
  /** Rollscope's data folder, which no listing shows. */
  readonly ownFolder: string
}

/** How long a walk serves the pages after its first. */
const heldMs = 300_000

export class HeldWalk {
  readonly #options: HeldWalkOptions
  #held: Held | null = null

  constructor(options: HeldWalkOptions) {
    this.#options = options
  }

  /** Returns the walk that a query goes on with; a first page, and one that comes late, walks anew. */
  async of(root: RootState, query: SessionQuery, cancel: CancelFlag): Promise<Result<Walked>> {
    const { runner, nowMs, ownFolder } = this.#options
    const { sort, ascending } = query
    const key = JSON.stringify([root.rootId, root.sources.length, sort, ascending])
    const held = this.#held
    const madeAtMs = nowMs()
    if (query.cursor !== null && held?.key === key && madeAtMs - held.madeAtMs < heldMs)
      return ok(held.walked)
    const answer = await runner.run(
      walkTask,
      { sources: root.sources, sort, ascending, ownFolder },
      { cancel },
    )
    if (!answer.ok) return answer
    const { packed, scannedFiles, problems, names } = answer.value
    const walked = { candidates: unpackCandidates(packed), scannedFiles, problems, names: new Map(names) }
    this.#held = { key, madeAtMs, walked }
    return ok(walked)
  }
}
