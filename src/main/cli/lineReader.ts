/** Line reader: where `show` gets its lines from, window after window: all lines of a file, or those of a filter. */
import type { Explorer } from '../../core/explorer'
import type { Request } from '../../shared/contract/contract'
import type { FilterState, LineWindow } from '../../shared/contract/openRollout'
import { ok, type Result } from '../../shared/result'
import type { LineFilter } from '../../shared/rollout/lineFilter'
import type { LineRow } from '../../shared/rollout/lineRow'
import type { Jobs } from './job'

/** Some lines, and the line that follows the last of them; null where none does. */
export interface ReadLines {
  readonly lines: readonly LineRow[]
  readonly nextLine: number | null
}

/** Reads up to `limit` lines, at most as many as a window holds, at or after line `from`. */
export type LineReader = (from: number, limit: number) => Promise<Result<ReadLines>>

/** What is read, and how much text of each line. */
export interface LineSource {
  readonly fileId: string
  readonly maxTextBytes: number
}

/** The contract's largest window. */
export const windowLines = 500

/** Reads every line; builds the index first where a window reaches beyond what is indexed. */
export function allLines(explorer: Explorer, jobs: Jobs, { fileId, maxTextBytes }: LineSource): LineReader {
  const read = (request: Request<'rollout:readLines'>): Promise<Result<LineWindow>> =>
    jobs.run('reading lines', () => explorer.handlers['rollout:readLines'](request))
  return async (from, limit) => {
    const request = { fileId, from, limit, maxTextBytes, whole: true }
    const early = await read(request)
    if (early.ok && (early.value.lines.length === limit || early.value.index.complete)) return early
    const index = await jobs.run('counting lines', (jobId) =>
      explorer.handlers['rollout:index']({ fileId, jobId }),
    )
    return index.ok ? read(request) : index
  }
}

const filterId = 'show'

/** Finds the lines of a filter in the whole file. */
export function findMatches(
  explorer: Explorer,
  jobs: Jobs,
  fileId: string,
  filter: LineFilter,
): Promise<Result<FilterState>> {
  return jobs.run('filtering lines', (jobId) =>
    explorer.handlers['rollout:filter']({ fileId, jobId, filterId, filter }),
  )
}

/** Reads the lines that `findMatches` has found. */
export function matchingLines(
  explorer: Explorer,
  jobs: Jobs,
  { fileId, maxTextBytes }: LineSource,
): LineReader {
  const { handlers } = explorer
  return (lineNumber, limit) =>
    jobs.run('reading lines', async () => {
      const place = await handlers['rollout:locateMatch']({ fileId, filterId, lineNumber, limit: 1 })
      if (!place.ok) return place
      const { index, matched } = place.value
      if (index >= matched) return ok({ lines: [], nextLine: null })
      const wish = { fileId, filterId, from: index, limit, maxTextBytes, whole: true }
      const rows = await handlers['rollout:readMatches'](wish)
      if (!rows.ok) return rows
      const { lines } = rows.value
      const after = (lines.at(-1)?.lineNumber ?? lineNumber) + 1
      const next = await handlers['rollout:locateMatch']({ fileId, filterId, lineNumber: after, limit: 1 })
      return next.ok ? ok({ lines, nextLine: next.value.lines[0] ?? null }) : next
    })
}
