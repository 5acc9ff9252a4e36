/** Row reader: the rows of files that a walk found. Each file becomes a grant, and its name is remembered with it. */
import { ok, type Result } from '../../shared/result'
import type { SessionSummary } from '../../shared/session/session'
import type { CancelFlag, TaskRunner } from '../jobs/task'
import type { Grants } from '../source/grants'
import type { Candidate } from './candidate'
import type { HeadRow } from './headRow'
import { headsTask } from './readHeads'
import type { RootState } from './roots'

/** A root and the names of its sessions, as its last walk found them. */
export interface ListedPlace {
  readonly root: RootState
  readonly names: ReadonlyMap<string, string>
}

/** Most heads that are asked for at once. */
export const headsAtOnce = 1000

export class RowReader {
  readonly #runner: TaskRunner
  readonly #grants: Grants
  /** Names of listed files by grant; a file that no list showed has no name that we know. */
  readonly #names = new Map<string, string>()

  constructor(runner: TaskRunner, grants: Grants) {
    this.#runner = runner
    this.#grants = grants
  }

  /** Returns the name that the last listing of a file gave it, or null. */
  nameOf(fileId: string): string | null {
    return this.#names.get(fileId) ?? null
  }

  /** Reads the heads of at most `headsAtOnce` files. Rows come in the order of the files. */
  async read(
    { root, names }: ListedPlace,
    candidates: readonly Candidate[],
    cancel: CancelFlag,
  ): Promise<Result<{ readonly sessions: readonly SessionSummary[]; readonly bytesRead: number }>> {
    if (candidates.length === 0) return ok({ sessions: [], bytesRead: 0 })
    const read = await this.#runner.run(headsTask, { sources: root.sources, candidates }, { cancel })
    if (!read.ok) return read
    const sessions = read.value.rows.map((row) => this.#toRow(row, names))
    return ok({ sessions, bytesRead: read.value.bytesRead })
  }

  #toRow({ path, device, inode, summary }: HeadRow, names: ReadonlyMap<string, string>): SessionSummary {
    const expected = inode === '' ? null : { device, inode }
    const fileId = this.#grants.add({
      path,
      label: summary.path,
      expected,
      isArchived: summary.archived,
      origin: 'file',
    })
    const name = summary.id === null ? null : (names.get(summary.id) ?? null)
    if (name === null) this.#names.delete(fileId)
    else this.#names.set(fileId, name)
    return { fileId, ...summary, name }
  }
}
