/**
 * Scanner: bytes to lines. The only place that splits lines; reader, checks and lister are folds over it.
 *
 * It reads forward in bounded memory: lines up to `wholeLineBytes` are handed out whole, longer ones are classified
 * piece by piece and handed out with their beginning. Line numbers are 1-based, offsets exact beyond 2^32.
 */
import { isUtf8 } from 'node:buffer'
import { ok, type Result } from '../../shared/result'
import type { LineStatus } from '../../shared/validation/spanKind'
import type { ByteSource } from '../source/byteSource'
import { classifyLine } from './classifyLine'
import { LineClassifier, type LineEnd, type Span } from './lineClassifier'
import { lineFeed } from './textBytes'

/** A line that was scanned. `bytes` are valid only until the visitor returns, and only `bytes.length` of a long line. */
export interface ScannedLine {
  readonly lineNumber: number
  readonly byteOffset: number
  /** Includes the line feed. */
  readonly byteLength: number
  readonly status: LineStatus
  readonly spans: readonly Span[]
  /** True when the status was judged over every byte of the line. */
  readonly complete: boolean
  /** The line without its line feed, or the beginning of a long line. */
  readonly bytes: Buffer
  /** The parsed value of a whole line that is one JSON value, else undefined. */
  readonly value: unknown
  /** The text that `value` was parsed from, without white space around it; empty where there is none. */
  readonly text: string
}

/** What of a source is scanned, and who hears of what besides its lines. */
export interface ScanOptions {
  /** Byte to start at: 0 or the start of a line. */
  readonly fromByte?: number
  readonly fromLine?: number
  /** Lines before this one are counted but not classified. */
  readonly firstLine?: number
  /** Byte to stop before; the file counts as ending there. Default: the source's size. */
  readonly endByte?: number
  /** How a last line without a line feed is to be understood; asked when the scan gets there. */
  readonly openEnd?: () => LineEnd
  /** Lines up to this length are held as a whole. */
  readonly wholeLineBytes?: number
  /** Used in place of a buffer of its own until the scan ends, where many files are scanned one after the other. */
  readonly buffer?: Buffer
  /** False judges lines longer than `wholeLineBytes` by their beginning. */
  readonly judgeLongLines?: boolean
  /** Called with the bytes of each chunk before its lines are handed out. They are valid only until it returns. */
  readonly onBytes?: (chunk: Buffer) => void
  /** Called after each chunk with the position behind it and the line that has not ended yet; answering false ends the scan. */
  readonly onChunk?: (position: number, open: LineStart) => boolean
  /** Asked of every line that is held as a whole, before it is classified: one that is not wanted is only counted. */
  readonly isWanted?: (bytes: Buffer) => boolean
  /** Called with each piece of a line that is too long to be held, before that line is handed out. */
  readonly onLongPiece?: (piece: Buffer) => void
}

/** Where a line starts, and which one it is. */
export interface LineStart {
  readonly lineNumber: number
  readonly byteOffset: number
}

/** Answering false ends the scan. */
export type LineVisitor = (line: ScannedLine) => boolean

const chunkBytes = 1024 * 1024
/** Bytes that a buffer for scans needs, so that none is made for a file without very long lines. */
export const scanBufferBytes = chunkBytes + 1
const defaultWholeLineBytes = 8 * 1024 * 1024
/** What is kept of a long line for its summary. */
const headBytes = 64 * 1024

/** Why a scan ended: at the end, because a visitor said so, or because the file turned out shorter than it was. */
export type ScanEnd = 'end' | 'stopped' | 'short'

/** How a scan ended, and where it could go on. */
export interface ScanResult {
  readonly end: ScanEnd
  /** The line after the last one handed out or counted. */
  readonly nextLine: number
  readonly nextByte: number
}

/** Scans a source from one end to the other, or as far as the visitor wants. Fails only when reading fails. */
export function scanLines(source: ByteSource, options: ScanOptions, visit: LineVisitor): Result<ScanResult> {
  return new Scan(source, options, visit).run()
}

class Scan {
  readonly #source: ByteSource
  readonly #visit: LineVisitor
  readonly #endByte: number
  readonly #firstLine: number
  readonly #wholeLineBytes: number
  readonly #judgeLongLines: boolean
  readonly #openEnd: () => LineEnd
  readonly #onBytes: ScanOptions['onBytes']
  readonly #onChunk: ScanOptions['onChunk']
  readonly #isWanted: ScanOptions['isWanted']
  readonly #onLongPiece: ScanOptions['onLongPiece']
  #buffer: Buffer
  /** Bytes in the buffer, all of them from the line that starts at `#lineStart`. */
  #held = 0
  #position: number
  #lineStart: number
  #lineNumber: number
  #long: { readonly classifier: LineClassifier | null; readonly head: Buffer } | null = null
  #stopped = false
  /** File offset of the first byte of the buffer. */
  #bufferByte = 0
  /** Whether the lines that end in this chunk are UTF-8, all of them; null until somebody asks. */
  #isUtf8: boolean | null = null
  /** Where the last line that ends in this chunk ends. */
  #lastFeed = -1

  constructor(source: ByteSource, options: ScanOptions, visit: LineVisitor) {
    this.#source = source
    this.#visit = visit
    this.#endByte = options.endByte ?? source.sizeBytes
    this.#position = options.fromByte ?? 0
    this.#lineStart = this.#position
    this.#lineNumber = options.fromLine ?? 1
    this.#firstLine = options.firstLine ?? 1
    this.#wholeLineBytes = options.wholeLineBytes ?? defaultWholeLineBytes
    this.#judgeLongLines = options.judgeLongLines ?? true
    this.#openEnd = options.openEnd ?? (() => 'end-of-file')
    this.#onBytes = options.onBytes
    this.#onChunk = options.onChunk
    this.#isWanted = options.isWanted
    this.#onLongPiece = options.onLongPiece
    const expected = Math.max(1, this.#endByte - this.#position)
    this.#buffer = options.buffer ?? Buffer.allocUnsafe(Math.min(chunkBytes, expected) + 1)
  }

  run(): Result<ScanResult> {
    while (this.#position < this.#endByte) {
      const room = this.#buffer.length - this.#held
      const length = Math.min(room, chunkBytes, this.#endByte - this.#position)
      const read = this.#source.read(this.#buffer, this.#held, length, this.#position)
      if (!read.ok) return read
      if (read.value === 0) return ok(this.#endShort())
      // Before any line is taken: what is left of an open line moves to the front of the buffer, over the chunk's beginning.
      this.#onBytes?.(this.#buffer.subarray(this.#held, this.#held + read.value))
      this.#position += read.value
      this.#take(this.#held, this.#held + read.value)
      if (this.#stopped) return ok(this.#result('stopped'))
      if (this.#onChunk !== undefined && !this.#onChunk(this.#position, this.#open())) {
        return ok(this.#result('stopped'))
      }
    }
    if (this.#position > this.#lineStart) this.#endLine(0, this.#held, this.#openEnd())
    return ok(this.#result(this.#stopped ? 'stopped' : 'end'))
  }

  /** The file became shorter: what was read of the line that it now ends in is accounted for as well. */
  #endShort(): ScanResult {
    if (this.#position > this.#lineStart) this.#endLine(0, this.#held, this.#openEnd())
    return this.#result('short')
  }

  #open(): LineStart {
    return { lineNumber: this.#lineNumber, byteOffset: this.#lineStart }
  }

  #result(end: ScanEnd): ScanResult {
    return { end, nextLine: this.#lineNumber, nextByte: this.#lineStart }
  }

  /** Takes the bytes up to `to` of the buffer; the ones before `from` were searched already. */
  #take(from: number, to: number): void {
    this.#bufferByte = this.#position - to
    this.#isUtf8 = null
    this.#lastFeed = this.#long === null ? this.#buffer.lastIndexOf(lineFeed, to - 1) : -1
    let lineFrom = 0
    let search = from
    for (;;) {
      const feed = this.#buffer.indexOf(lineFeed, search)
      if (feed < 0 || feed >= to) break
      this.#endLine(lineFrom, feed, 'terminated')
      if (this.#stopped) return
      lineFrom = feed + 1
      search = lineFrom
    }
    this.#keep(lineFrom, to)
  }

  /** Keeps the rest of a chunk: moved to the front, in a larger buffer if need be, or passed on when it is too long. */
  #keep(from: number, to: number): void {
    const rest = to - from
    if (this.#long !== null || rest > this.#wholeLineBytes || this.#isSkipped) {
      this.#pushLong(from, to)
      this.#held = 0
      return
    }
    if (rest + chunkBytes > this.#buffer.length && rest > this.#buffer.length / 2) {
      const larger = Buffer.allocUnsafe(this.#buffer.length * 2)
      this.#buffer.copy(larger, 0, from, to)
      this.#buffer = larger
    } else if (from > 0) this.#buffer.copyWithin(0, from, to)
    this.#held = rest
  }

  get #isSkipped(): boolean {
    return this.#lineNumber < this.#firstLine
  }

  #pushLong(from: number, to: number): void {
    if (from === to) return
    if (this.#long === null) {
      const head = Buffer.from(
        this.#buffer.subarray(from, this.#isSkipped ? from : Math.min(to, from + headBytes)),
      )
      const judged = this.#judgeLongLines && !this.#isSkipped
      this.#long = { classifier: judged ? new LineClassifier(this.#lineStart) : null, head }
    }
    this.#long.classifier?.push(this.#buffer, from, to)
    if (!this.#isSkipped) this.#onLongPiece?.(this.#buffer.subarray(from, to))
  }

  /** Ends a line whose last bytes stand at `from` to `to` of the buffer. */
  #endLine(from: number, to: number, ending: LineEnd): void {
    const endByte = ending === 'terminated' ? this.#bufferByte + to + 1 : this.#position
    if (this.#long !== null || (to - from > this.#wholeLineBytes && !this.#isSkipped)) {
      this.#pushLong(from, to)
      this.#endLong(endByte, ending)
    } else if (this.#isSkipped) this.#advance(endByte)
    else {
      const bytes = this.#buffer.subarray(from, to)
      if (this.#isWanted?.(bytes) === false) {
        this.#advance(endByte)
        return
      }
      const { status, spans, value, text } = classifyLine(
        { bytes: this.#buffer, start: from, end: to, isUtf8: this.#areLinesUtf8(to) },
        this.#lineStart,
        ending,
      )
      const { lineNumber, byteOffset, byteLength } = this.#advance(endByte)
      // Written out, because spreading costs more than all else that is done for a short line.
      this.#stopped = !this.#visit({
        lineNumber,
        byteOffset,
        byteLength,
        status,
        spans,
        complete: true,
        bytes,
        value,
        text,
      })
    }
  }

  /** Looks at all lines of a chunk at once, which costs much less than one by one. A line feed is part of no character. */
  #areLinesUtf8(lineEnd: number): boolean {
    if (lineEnd > this.#lastFeed) return false
    return (this.#isUtf8 ??= isUtf8(this.#buffer.subarray(0, this.#lastFeed)))
  }

  #endLong(endByte: number, ending: LineEnd): void {
    const long = this.#long
    this.#long = null
    if (long === null || this.#isSkipped) {
      this.#advance(endByte)
      return
    }
    const { classifier, head } = long
    const { status, spans } = classifier?.end(ending) ?? this.#judgeHead(head, endByte - this.#lineStart)
    const place = this.#advance(endByte)
    const complete = classifier !== null
    this.#stopped = !this.#visit({
      ...place,
      status,
      spans,
      complete,
      bytes: head,
      value: undefined,
      text: '',
    })
  }

  /** Judges a long line by its beginning: what is wrong there is wrong for good, the rest is taken on trust. */
  #judgeHead(
    head: Buffer,
    byteLength: number,
  ): { readonly status: LineStatus; readonly spans: readonly Span[] } {
    const { status } = classifyLine(
      { bytes: head, start: 0, end: head.length, isUtf8: false },
      this.#lineStart,
      'growing',
    )
    const kind = status === 'pending' ? 'record' : status
    return { status: kind, spans: [{ kind, byteOffset: this.#lineStart, byteLength }] }
  }

  #advance(endByte: number): Pick<ScannedLine, 'lineNumber' | 'byteOffset' | 'byteLength'> {
    const place = {
      lineNumber: this.#lineNumber,
      byteOffset: this.#lineStart,
      byteLength: endByte - this.#lineStart,
    }
    this.#lineNumber += 1
    this.#lineStart = endByte
    return place
  }
}
