/** Match rows: the rows of lines that a filter has found. Runs in a worker, and reads each line by itself. */
import { err, ok, type Result } from '../../shared/result'
import type { LineRow } from '../../shared/rollout/lineRow'
import type { Task } from '../jobs/task'
import { windowLineBytes } from '../reader/lineIdentity'
import { toLineRow } from '../reader/lineRow'
import { readHead } from '../reader/readWindow'
import { shorter, withContent } from '../reader/withContent'
import { scanLines, type ScannedLine } from '../scanner/scanLines'
import type { ByteSource } from '../source/byteSource'
import type { Content } from '../source/content'
import { withEye, type EyeFormat } from '../validator/eye/rowReading'
import type { Match } from './matchList'

/** The matches whose rows are wanted, and how much of each line. */
export interface MatchRowsRequest {
  readonly content: Content
  readonly matches: readonly Match[]
  readonly maxTextBytes: number
  /** Reads long lines whole, for clients that can wait. */
  readonly whole: boolean
  readonly isGrowing: boolean
  /** The format as which Codex reads the file, where it is asked what it makes of each line. */
  readonly eye?: EyeFormat | undefined
}

/** Reads the rows of matches. A long line shows its beginning, and the status that the scan of all its bytes gave it. */
export const matchRowsTask: Task<MatchRowsRequest, readonly LineRow[]> = {
  name: 'filter.rows',
  run: (request, context) =>
    withContent(request.content, context, (source) => {
      const rows: LineRow[] = []
      for (const match of request.matches) {
        if (context.isCancelled()) return err({ code: 'cancelled', message: 'Reading lines was cancelled.' })
        const read = readMatch(source, match, request, (line) => {
          const row = toLineRow({ ...line, status: match.status, complete: true }, request.maxTextBytes)
          rows.push(withEye(row, line, request.eye))
          return false
        })
        if (!read.ok) return read
      }
      return rows.length === request.matches.length ? ok(rows) : err(shorter(source.label))
    }),
}

function readMatch(
  source: ByteSource,
  { lineNumber, byteOffset, byteLength }: Match,
  { whole, isGrowing }: MatchRowsRequest,
  visit: (line: ScannedLine) => boolean,
): Result<unknown> {
  const endByte = byteOffset + byteLength
  if (byteLength > windowLineBytes && !whole) {
    const next = { lineNumber: lineNumber + 1, byteOffset: endByte }
    return readHead(source, { lineNumber, byteOffset }, next, lineNumber, visit)
  }
  return scanLines(
    source,
    {
      fromByte: byteOffset,
      fromLine: lineNumber,
      endByte,
      openEnd: () => (isGrowing ? 'growing' : 'end-of-file'),
    },
    visit,
  )
}
