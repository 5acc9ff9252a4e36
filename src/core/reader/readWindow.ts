/**
 * Reading windows: a bounded run of lines, and a byte window of one line. Runs in a worker.
 *
 * A window starts at the checkpoint before its first line. Where lines are judged by their beginning, checkpoints also
 * let it step over a long line without reading it.
 */
import { err, ok, type Result } from '../../shared/result'
import { checkShape } from '../../shared/rollout/checkShape'
import type { LineRow, LineSpan } from '../../shared/rollout/lineRow'
import type { Readable } from '../../shared/rollout/readable/readable'
import type { ShapeReport } from '../../shared/rollout/schema/shapeReport'
import type { Task } from '../jobs/task'
import { scanLines, type ScanOptions, type ScannedLine } from '../scanner/scanLines'
import { prettyJson } from '../../shared/rollout/prettyJson'
import { findUtf8Fault, toDisplayText } from '../scanner/textBytes'
import type { ByteSource } from '../source/byteSource'
import { openContent, type Content } from '../source/content'
import type { Checkpoint } from './lineIndex'
import { buildIndex, type IndexChunk } from './lineIndex'
import { windowLineBytes } from './lineIdentity'
import { toLineRow } from './lineRow'
import { readReadable } from './readableLine'

/** A window that has no checkpoints to step by ends after this many bytes; `next` says where to go on. */
const windowBytes = 64 * 1024 * 1024

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
}

export interface WindowAnswer {
  readonly rows: readonly LineRow[]
  /** The line after the last one read; null at the end of the content. */
  readonly next: Checkpoint | null
}

/** Builds or extends the line index of a file; chunks of it arrive as progress. */
export const indexTask: Task<
  { readonly content: Content; readonly resume: Checkpoint },
  IndexChunk,
  IndexChunk
> = {
  name: 'reader.index',
  run: ({ content, resume }, context) =>
    withContent(content, context, (source) => {
      const result = buildIndex(source, resume, content.contentBytes, (chunk) => {
        context.report(chunk)
        return !context.isCancelled()
      })
      if (result.ok && context.isCancelled()) {
        return err({ code: 'cancelled', message: 'Counting lines was cancelled.' })
      }
      if (result.ok && result.value.indexedBytes < content.contentBytes) return err(shorter(source.label))
      return result
    }),
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
  const { limit, maxTextBytes, whole } = request
  const visit = (line: ScannedLine): boolean => {
    rows.push(toLineRow(line, maxTextBytes))
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
    onChunk: (_chunk, position) =>
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

/** Says which line holds a byte, scanning from the checkpoint before it. */
export const locateTask: Task<
  { readonly content: Content; readonly start: Checkpoint; readonly byteOffset: number },
  Checkpoint
> = {
  name: 'reader.locate',
  run: ({ content, start, byteOffset }, context) =>
    withContent(content, context, (source) => {
      const last = Math.max(0, Math.min(source.sizeBytes, content.contentBytes) - 1)
      const wanted = Math.min(byteOffset, last)
      const built = buildIndex(source, start, wanted, () => !context.isCancelled())
      return built.ok ? ok(built.value.resume) : built
    }),
}

/** Opens a content, uses it and closes it. */
export function withContent<T>(
  content: Content,
  context: { readonly fileSystem: Parameters<typeof openContent>[0] },
  use: (source: ByteSource) => Result<T>,
): Result<T> {
  const opened = openContent(context.fileSystem, content)
  if (!opened.ok) return opened
  try {
    return use(opened.value)
  } finally {
    opened.value.close()
  }
}

/** The error of a file that ended before the end it had. */
export function shorter(label: string): {
  readonly code: 'changed'
  readonly message: string
  readonly file: string
  readonly hint: string
} {
  return {
    code: 'changed',
    message: `${label} became shorter while it was read.`,
    file: label,
    hint: 'Open it again to see what is there now. What was read before is still on screen.',
  }
}
