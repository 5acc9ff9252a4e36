/** Reading one line: what it is, judged over all its bytes, and a byte window of it. Runs in a worker. */
import { err, ok, type Result } from '../../shared/result'
import { checkShape } from '../../shared/rollout/checkShape'
import type { LineRow, LineSpan } from '../../shared/rollout/lineRow'
import { prettyJson } from '../../shared/rollout/prettyJson'
import type { Readable } from '../../shared/rollout/readable/readable'
import type { ShapeReport } from '../../shared/rollout/schema/shapeReport'
import type { Task } from '../jobs/task'
import { scanLines, type ScannedLine } from '../scanner/scanLines'
import { findUtf8Fault, toDisplayText } from '../scanner/textBytes'
import type { ByteSource } from '../source/byteSource'
import type { Content } from '../source/content'
import type { Checkpoint } from './lineIndex'
import { toLineRow } from './lineRow'
import { readReadable } from './readableLine'
import { withContent } from './withContent'

/** The line that is wanted, a checkpoint at or before it, and the window of its bytes. */
export interface LineRequest {
  readonly content: Content
  readonly start: Checkpoint
  readonly lineNumber: number
  readonly windowFrom: number
  readonly windowLength: number
  /** Whether the readable form is wanted as well. */
  readonly withReadable: boolean
  readonly isGrowing: boolean
}

/**
 * All that is shown of one line. The readable form and the shape are null where there is no one value, or nobody
 * asked.
 */
export interface LineAnswer {
  readonly row: LineRow
  readonly spans: readonly LineSpan[]
  readonly windowFrom: number
  readonly windowLength: number
  readonly text: string
  readonly hasInvalidUtf8: boolean
  readonly json: string | null
  readonly readable: Readable | null
  readonly shape: ShapeReport | null
}

/** Lines up to this length are shown as a pretty-printed value as well. */
const structuredBytes = 1024 * 1024
const spansShown = 200
/** Longest value that is laid out, in characters; a longer one is shown as it stands. */
const prettyLimit = 4 * 1024 * 1024

/** A line that was found, with what only its whole value tells. */
interface FoundLine {
  readonly line: ScannedLine
  readonly json: string | null
  readonly shape: ShapeReport | null
}

/** Reads one line: what it is, judged over all its bytes, and a byte window of it. `not-found` beyond the last line. */
export const lineTask: Task<LineRequest, LineAnswer | null> = {
  name: 'reader.line',
  run: (request, context) =>
    withContent<LineAnswer | null>(request.content, context, (source) => {
      const { start, lineNumber, content } = request
      const found: FoundLine[] = []
      const scanned = scanLines(
        source,
        {
          fromByte: start.byteOffset,
          fromLine: start.lineNumber,
          firstLine: lineNumber,
          endByte: Math.min(source.sizeBytes, content.contentBytes),
          openEnd: () => (request.isGrowing ? 'growing' : 'end-of-file'),
          onChunk: () => !context.isCancelled(),
        },
        (line) => {
          const isShort = line.byteLength <= structuredBytes
          const isValue = isShort && line.value !== undefined
          const json = isValue ? prettyJson(line.bytes.toString('utf8').trim(), prettyLimit) : null
          const shape = isValue ? checkShape(line.value) : null
          found.push({ line: { ...line, bytes: Buffer.from(line.bytes.subarray(0, 65_536)) }, json, shape })
          return false
        },
      )
      if (!scanned.ok) return scanned
      if (context.isCancelled()) return err({ code: 'cancelled', message: 'Another line was asked for.' })
      const [first] = found
      return first === undefined ? ok(null) : readLineWindow(source, request, first)
    }),
}

function readLineWindow(
  source: ByteSource,
  request: LineRequest,
  { line, json, shape }: FoundLine,
): Result<LineAnswer> {
  const windowFrom = Math.min(request.windowFrom, line.byteLength)
  const length = Math.min(request.windowLength, line.byteLength - windowFrom)
  const bytes = Buffer.alloc(length)
  const read = source.read(bytes, 0, length, line.byteOffset + windowFrom)
  if (!read.ok) return read
  const readable = request.withReadable ? readReadable(source, line) : ok(null)
  if (!readable.ok) return readable
  const end = wholeCharacters(bytes, read.value, windowFrom + read.value < line.byteLength)
  return ok({
    row: toLineRow(line, 400),
    spans: line.spans.slice(0, spansShown).map(({ kind, byteOffset, byteLength }) => ({
      kind,
      byteOffset,
      byteLength,
    })),
    windowFrom,
    windowLength: end,
    text: toDisplayText(bytes, 0, end),
    hasInvalidUtf8: findUtf8Fault(bytes, 0, end) !== null,
    json,
    readable: readable.value,
    shape,
  })
}

/** A window that ends inside a character ends before it instead, so that no character falls between two windows. */
function wholeCharacters(bytes: Buffer, length: number, hasMore: boolean): number {
  if (!hasMore) return length
  for (let back = 1; back <= Math.min(3, length - 1); back += 1) {
    const byte = bytes[length - back] ?? 0
    if (byte < 0x80) return length
    if (byte < 0xc0) continue
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return needed > back ? length - back : length
  }
  return length
}
