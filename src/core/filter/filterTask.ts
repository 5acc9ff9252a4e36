/**
 * Filter task: reads a whole rollout and finds the lines that a filter asks for. Runs in a worker, in bounded memory, for
 * lines of any length; what it finds leaves it as it goes.
 *
 * Text is looked for before a line is parsed. Kinds and damage need every byte of a line, so that a filter that asks for
 * them reads as fast as a check does.
 */
import { err, ok, type Result } from '../../shared/result'
import type { LineFilter } from '../../shared/rollout/lineFilter'
import { spanKinds } from '../../shared/validation/spanKind'
import type { Task, TaskContext } from '../jobs/task'
import { identifyLine } from '../reader/lineIdentity'
import { shorter, withContent } from '../reader/withContent'
import { scanLines, type LineStart, type ScannedLine, type ScanResult } from '../scanner/scanLines'
import type { ByteSource } from '../source/byteSource'
import type { Content } from '../source/content'
import { LineText } from './lineText'
import { lostLines } from './lostLines'

/** What to look for in which file, from where on, and how much of it is enough. */
export interface FilterRequest {
  readonly content: Content
  readonly filter: LineFilter
  /** The first line to look at. */
  readonly from: LineStart
  /** The scan ends when it has found so many. */
  readonly mostMatches: number
  readonly isGrowing: boolean
  /** Lines up to this length are held as a whole; tests lower it. */
  readonly wholeLineBytes?: number
}

/** Lines that were found since the chunk before, in parallel arrays, and how far the scan has come with them. */
export interface FilterChunk {
  readonly lineNumbers: Float64Array
  readonly byteOffsets: Float64Array
  readonly byteLengths: Float64Array
  /** Indexes into `spanKinds`. */
  readonly statuses: Uint8Array
  /** The first line that may have to be looked at again when the file grows or the scan goes on. */
  readonly next: LineStart
  readonly scannedBytes: number
  /** Lines looked at from the beginning of the file. */
  readonly scannedLines: number
  readonly isCapped: boolean
}

/** Finds the lines of a filter; chunks of them arrive as progress, and the last one as the answer. */
export const filterTask: Task<FilterRequest, FilterChunk, FilterChunk> = {
  name: 'filter.scan',
  run: (request, context) =>
    withContent(request.content, context, (source) => new FilterScan(source, request, context).run()),
}

/** Chunks are handed over after so many bytes, and the first ones earlier: the first rows should not wait. */
const firstReportBytes = 1024 * 1024
const reportBytes = 32 * 1024 * 1024
const reportMatches = 65_536

class FilterScan {
  readonly #source: ByteSource
  readonly #request: FilterRequest
  readonly #context: TaskContext<FilterChunk>
  readonly #text: LineText | null
  readonly #kinds: ReadonlySet<string> | null
  readonly #types: ReadonlySet<string> | null
  readonly #isLost: ((line: ScannedLine) => boolean) | null
  #found: Pick<ScannedLine, 'lineNumber' | 'byteOffset' | 'byteLength' | 'status'>[] = []
  #foundBefore = 0
  #next: LineStart
  #reportAt: number
  #step = firstReportBytes

  constructor(source: ByteSource, request: FilterRequest, context: TaskContext<FilterChunk>) {
    const { text, caseSensitive, kinds, types, lostByCodex } = request.filter
    this.#source = source
    this.#request = request
    this.#context = context
    this.#text = text === null ? null : new LineText(text, caseSensitive)
    this.#kinds = kinds === null ? null : new Set(kinds)
    this.#types = types === null ? null : new Set(types)
    this.#isLost = lostByCodex === null ? null : lostLines(lostByCodex)
    this.#next = request.from
    this.#reportAt = request.from.byteOffset + this.#step
  }

  run(): Result<FilterChunk> {
    const { content, from, isGrowing, wholeLineBytes } = this.#request
    const text = this.#text
    const scanned = scanLines(
      this.#source,
      {
        fromByte: from.byteOffset,
        fromLine: from.lineNumber,
        endByte: Math.min(this.#source.sizeBytes, content.contentBytes),
        openEnd: () => (isGrowing ? 'growing' : 'end-of-file'),
        ...(wholeLineBytes === undefined ? {} : { wholeLineBytes }),
        ...(text === null
          ? {}
          : {
              isWanted: (line: Buffer) => text.isIn(line),
              onLongPiece: (piece: Buffer) => {
                text.pushLong(piece)
              },
            }),
        onChunk: (position, open) => this.#onChunk(position, open),
      },
      (line) => this.#visit(line),
    )
    return scanned.ok ? this.#finish(scanned.value) : scanned
  }

  #finish({ end, nextLine, nextByte }: ScanResult): Result<FilterChunk> {
    const { label } = this.#source
    if (this.#context.isCancelled()) return err({ code: 'cancelled', message: 'Filtering was cancelled.' })
    if (end === 'short' || this.#source.sizeBytes < this.#request.content.contentBytes)
      return err(shorter(label))
    const isCapped = end === 'stopped' && nextByte < this.#request.content.contentBytes
    const after = { lineNumber: nextLine, byteOffset: nextByte }
    // A last line without its line feed counts, and is looked at again when the file has grown.
    return ok(this.#take(isCapped ? after : this.#next, after, isCapped))
  }

  #visit(line: ScannedLine): boolean {
    if (this.#isMatch(line)) {
      const { lineNumber, byteOffset, byteLength, status } = line
      this.#found.push({ lineNumber, byteOffset, byteLength, status })
    }
    return this.#foundBefore + this.#found.length < this.#request.mostMatches
  }

  #isMatch(line: ScannedLine): boolean {
    // A line that is held was asked for the text before it came here; of a long one the pieces were.
    if (this.#text?.endLong() === false) return false
    if (this.#isLost?.(line) === false) return false
    if (this.#kinds === null && this.#types === null) return true
    const { group, typeName } = identifyLine(line)
    return (this.#kinds?.has(group) ?? true) && (this.#types?.has(typeName) ?? true)
  }

  #onChunk(position: number, open: LineStart): boolean {
    this.#next = open
    if (position >= this.#reportAt || this.#found.length >= reportMatches) {
      this.#step = Math.min(reportBytes, this.#step * 2)
      this.#reportAt = position + this.#step
      this.#context.report(this.#take(open, { ...open, byteOffset: position }, false))
    }
    return !this.#context.isCancelled()
  }

  /** Hands over what was found since the last time. `reached` is where the scan stands. */
  #take(next: LineStart, reached: LineStart, isCapped: boolean): FilterChunk {
    const found = this.#found
    this.#found = []
    this.#foundBefore += found.length
    return {
      lineNumbers: Float64Array.from(found, ({ lineNumber }) => lineNumber),
      byteOffsets: Float64Array.from(found, ({ byteOffset }) => byteOffset),
      byteLengths: Float64Array.from(found, ({ byteLength }) => byteLength),
      statuses: Uint8Array.from(found, ({ status }) => spanKinds.indexOf(status)),
      next,
      scannedBytes: reached.byteOffset,
      scannedLines: reached.lineNumber - 1,
      isCapped,
    }
  }
}
