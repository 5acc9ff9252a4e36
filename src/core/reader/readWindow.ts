/**
 * Reading windows: a bounded run of lines. Runs in a worker.
 *
 * A window starts at the checkpoint before its first line. Where lines are judged by their beginning, checkpoints also
 * let it step over a long line without reading it.
 */
import { err, ok, type Result } from '../../shared/result'
import type { LineRow } from '../../shared/rollout/lineRow'
import type { Task } from '../jobs/task'
import { scanLines, type ScanOptions, type ScannedLine } from '../scanner/scanLines'
import type { ByteSource } from '../source/byteSource'
import type { Content } from '../source/content'
import { withEye, type EyeFormat } from '../validator/eye/rowReading'
import { windowLineBytes } from './lineIdentity'
import type { Checkpoint } from './lineIndex'
import { toLineRow } from './lineRow'
import { shorter, withContent } from './withContent'

/** A window that has no checkpoints to step by ends after this many bytes; `next` says where to go on. */
const windowBytes = 64 * 1024 * 1024

/** The lines that are wanted, a checkpoint at or before the first, and how much of each line. */
export interface WindowRequest {
  readonly content: Content
  readonly start: Checkpoint
  /** Checkpoints between the first and the last line wanted. */
  readonly steps: readonly Checkpoint[]
  readonly from: number
  readonly limit: number
  readonly maxTextBytes: number
  readonly whole: boolean
  readonly isGrowing: boolean
  /** The format as which Codex reads the file, where it is asked what it makes of each line. */
  readonly eye?: EyeFormat | undefined
}

/** The lines that there are, and where to go on. */
export interface WindowAnswer {
  readonly rows: readonly LineRow[]
  /** The line after the last one read; null at the end of the content. */
  readonly next: Checkpoint | null
}

/** Reads a window of lines. */
export const windowTask: Task<WindowRequest, WindowAnswer> = {
  name: 'reader.window',
  run: (request, context) =>
    withContent(request.content, context, (source) =>
      readWindow(source, request, () => context.isCancelled()),
    ),
}

function readWindow(
  source: ByteSource,
  request: WindowRequest,
  isCancelled: () => boolean,
): Result<WindowAnswer> {
  const rows: LineRow[] = []
  const { limit, maxTextBytes, whole, eye } = request
  const visit = (line: ScannedLine): boolean => {
    rows.push(withEye(toLineRow(line, maxTextBytes), line, eye))
    return rows.length < limit
  }
  let at: Checkpoint = request.start
  for (const step of [...request.steps, null]) {
    const isLongLine =
      step !== null &&
      step.lineNumber === at.lineNumber + 1 &&
      step.byteOffset - at.byteOffset > windowLineBytes
    const result =
      isLongLine && !whole
        ? readHead(source, at, step, request.from, visit)
        : scanLines(source, stretch(source, request, { at, step, rows, isCancelled }), visit)
    if (!result.ok) return result
    at = { lineNumber: result.value.nextLine, byteOffset: result.value.nextByte }
    if (rows.length >= limit || result.value.end !== 'end') break
  }
  if (isCancelled()) return err({ code: 'cancelled', message: 'Reading lines was cancelled.' })
  const isShorter = source.sizeBytes < request.content.contentBytes
  if (isShorter && rows.length < limit) return err(shorter(source.label))
  return ok({ rows, next: at.byteOffset < request.content.contentBytes ? at : null })
}

/** Where a window has got to: from a line start to the next known one, with the rows read so far. */
interface Stretch {
  readonly at: Checkpoint
  readonly step: Checkpoint | null
  readonly rows: readonly LineRow[]
  readonly isCancelled: () => boolean
}

function stretch(
  source: ByteSource,
  request: WindowRequest,
  { at, step, rows, isCancelled }: Stretch,
): ScanOptions {
  // Without a known line to stop at, a window of long lines ends early; but never without a line.
  const isFree = step === null && !request.whole
  return {
    fromByte: at.byteOffset,
    fromLine: at.lineNumber,
    firstLine: request.from,
    endByte: step?.byteOffset ?? Math.min(source.sizeBytes, request.content.contentBytes),
    openEnd: () => (request.isGrowing ? 'growing' : 'end-of-file'),
    wholeLineBytes: request.whole ? 8 * 1024 * 1024 : windowLineBytes,
    judgeLongLines: request.whole,
    onChunk: (position) =>
      !isCancelled() && (!isFree || rows.length === 0 || position - at.byteOffset < windowBytes),
  }
}

/** Judges a long line whose end is known by its first bytes, without reading the rest. */
export function readHead(
  source: ByteSource,
  at: Checkpoint,
  next: Checkpoint,
  from: number,
  visit: (line: ScannedLine) => boolean,
): ReturnType<typeof scanLines> {
  if (at.lineNumber >= from) {
    const endByte = at.byteOffset + Math.min(64 * 1024, next.byteOffset - at.byteOffset)
    const result = scanLines(
      source,
      {
        fromByte: at.byteOffset,
        fromLine: at.lineNumber,
        endByte,
        openEnd: () => 'growing',
        wholeLineBytes: 1024,
        judgeLongLines: false,
      },
      (line) => visit({ ...line, byteLength: next.byteOffset - at.byteOffset }),
    )
    if (!result.ok) return result
  }
  return ok({ end: 'end', nextLine: next.lineNumber, nextByte: next.byteOffset })
}
