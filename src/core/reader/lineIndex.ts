/**
 * Line index: where lines start, sparsely. One checkpoint about every 64 KiB or 4,096 lines, so that the index of a
 * 98 GB file takes 24 MB, and any line is found by scanning from the checkpoint before it.
 *
 * It is usable while it grows: it answers exactly for the lines it has reached. Offsets are doubles, exact to 2^53.
 */
import { ok, type Result } from '../../shared/result'
import type { ByteSource } from '../source/byteSource'
import { lineFeed } from '../scanner/textBytes'

/** The start of a line. `lineNumber` is 1-based. */
export interface Checkpoint {
  readonly lineNumber: number
  readonly byteOffset: number
}

/** A step of indexing: new checkpoints, and how far the index reaches with them. */
export interface IndexChunk {
  readonly checkpoints: readonly Checkpoint[]
  /** Lines that start before `indexedBytes`, an unterminated last one included. */
  readonly lineCount: number
  readonly indexedBytes: number
  /** Start and number of the last line seen, from which indexing goes on when the file grows. */
  readonly resume: Checkpoint
}

const checkpointBytes = 64 * 1024
const checkpointLines = 4096
const chunkBytes = 1024 * 1024
/** Checkpoints are handed over about this often; a step of 32 MiB takes some 10 ms. */
const reportBytes = 32 * 1024 * 1024

const start: Checkpoint = { lineNumber: 1, byteOffset: 0 }

/**
 * Walks a source for line feeds from `resume` to `endByte` and hands over checkpoints as it goes. `onChunk` ends the
 * walk by answering false. Returns the last chunk; its `indexedBytes` is less than `endByte` when the file got shorter
 * or the walk was ended.
 */
export function buildIndex(
  source: ByteSource,
  resume: Checkpoint,
  endByte: number,
  onChunk: (chunk: IndexChunk) => boolean,
): Result<IndexChunk> {
  const buffer = Buffer.allocUnsafe(chunkBytes)
  let checkpoints: Checkpoint[] = []
  let { lineNumber, byteOffset: lineStart } = resume
  let lastCheckpoint = resume
  let position = resume.byteOffset
  let reported = position
  const chunk = (): IndexChunk => ({
    checkpoints,
    lineCount: position > lineStart ? lineNumber : lineNumber - 1,
    indexedBytes: position,
    resume: { lineNumber, byteOffset: lineStart },
  })
  while (position < endByte) {
    const read = source.read(buffer, 0, Math.min(chunkBytes, endByte - position), position)
    if (!read.ok) return read
    if (read.value === 0) break
    for (
      let at = buffer.indexOf(lineFeed);
      at >= 0 && at < read.value;
      at = buffer.indexOf(lineFeed, at + 1)
    ) {
      lineNumber += 1
      lineStart = position + at + 1
      if (
        lineStart - lastCheckpoint.byteOffset >= checkpointBytes ||
        lineNumber - lastCheckpoint.lineNumber >= checkpointLines
      ) {
        lastCheckpoint = { lineNumber, byteOffset: lineStart }
        checkpoints.push(lastCheckpoint)
      }
    }
    position += read.value
    if (position - reported < reportBytes) continue
    reported = position
    if (!onChunk(chunk())) break
    checkpoints = []
  }
  return ok(chunk())
}

/** The index of one file, as chunks fill it. */
export class LineIndex {
  #lines = new Float64Array(1024)
  #bytes = new Float64Array(1024)
  #count = 0
  lineCount = 0
  indexedBytes = 0
  resume: Checkpoint = start

  add(chunk: IndexChunk): void {
    for (const { lineNumber, byteOffset } of chunk.checkpoints) {
      if (this.#count === this.#lines.length) this.#grow()
      this.#lines[this.#count] = lineNumber
      this.#bytes[this.#count] = byteOffset
      this.#count += 1
    }
    this.lineCount = chunk.lineCount
    this.indexedBytes = chunk.indexedBytes
    this.resume = chunk.resume
  }

  #grow(): void {
    const lines = new Float64Array(this.#lines.length * 2)
    const bytes = new Float64Array(this.#bytes.length * 2)
    lines.set(this.#lines)
    bytes.set(this.#bytes)
    this.#lines = lines
    this.#bytes = bytes
  }

  /** Returns the last known line start at or before a line. */
  beforeLine(lineNumber: number): Checkpoint {
    return this.#at(lastAtOrBefore(this.#lines, this.#count, lineNumber))
  }

  /** Returns the last known line start at or before a byte. */
  beforeByte(byteOffset: number): Checkpoint {
    return this.#at(lastAtOrBefore(this.#bytes, this.#count, byteOffset))
  }

  /** Returns the checkpoints after line `from` up to line `to`, by which a window can step over long lines. */
  between(from: number, to: number): readonly Checkpoint[] {
    const found: Checkpoint[] = []
    for (let at = lastAtOrBefore(this.#lines, this.#count, from) + 1; at < this.#count; at += 1) {
      if ((this.#lines[at] ?? 0) > to) break
      found.push(this.#at(at))
    }
    return found
  }

  #at(index: number): Checkpoint {
    if (index < 0) return start
    return { lineNumber: this.#lines[index] ?? 1, byteOffset: this.#bytes[index] ?? 0 }
  }
}

/** Binary search: index of the last of `count` ascending values that is at most `wanted`, -1 when there is none. */
function lastAtOrBefore(values: Float64Array, count: number, wanted: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? Infinity) <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}
