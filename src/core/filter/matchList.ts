/**
 * Match list: the lines that a filter has found, in the host's thread: number, place, length and status of each, in blocks
 * of plain numbers. 25 bytes a match, reached by index or by line.
 */
import { spanKinds, type LineStatus } from '../../shared/validation/spanKind'
import type { FilterChunk } from './filterTask'

/** One line that was found. `byteLength` includes the line feed. */
export interface Match {
  readonly lineNumber: number
  readonly byteOffset: number
  readonly byteLength: number
  /** Judged over every byte of the line. */
  readonly status: LineStatus
}

interface Block {
  readonly lineNumbers: Float64Array
  readonly byteOffsets: Float64Array
  readonly byteLengths: Float64Array
  readonly statuses: Uint8Array
}

const blockMatches = 65_536

/** The list of one filter. Grows at its end; lines ascend. */
export class MatchList {
  readonly #blocks: Block[] = []
  #count = 0

  get count(): number {
    return this.#count
  }

  add(chunk: FilterChunk): void {
    for (let from = 0; from < chunk.lineNumbers.length;) {
      const at = this.#count % blockMatches
      const block = this.#blockAt(this.#count)
      const to = Math.min(chunk.lineNumbers.length, from + blockMatches - at)
      block.lineNumbers.set(chunk.lineNumbers.subarray(from, to), at)
      block.byteOffsets.set(chunk.byteOffsets.subarray(from, to), at)
      block.byteLengths.set(chunk.byteLengths.subarray(from, to), at)
      block.statuses.set(chunk.statuses.subarray(from, to), at)
      this.#count += to - from
      from = to
    }
  }

  /** Forgets the matches from a line on, because that line is looked at again. */
  cutFrom(lineNumber: number): void {
    this.#count = this.indexOf(lineNumber)
    this.#blocks.length = Math.ceil(this.#count / blockMatches)
  }

  /** The match at an index (0-based), or null beyond the last. */
  at(index: number): Match | null {
    if (index < 0 || index >= this.#count) return null
    const block = this.#blocks[Math.floor(index / blockMatches)]
    const at = index % blockMatches
    return {
      lineNumber: block?.lineNumbers[at] ?? 0,
      byteOffset: block?.byteOffsets[at] ?? 0,
      byteLength: block?.byteLengths[at] ?? 0,
      status: spanKinds[block?.statuses[at] ?? 0] ?? 'record',
    }
  }

  /** Index of the first match at or after a line; the count when there is none. */
  indexOf(lineNumber: number): number {
    let low = 0
    let high = this.#count
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (this.#lineAt(middle) < lineNumber) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Up to `limit` matches from an index on. */
  slice(from: number, limit: number): readonly Match[] {
    const found: Match[] = []
    for (let index = from; index < Math.min(this.#count, from + limit); index += 1) {
      const match = this.at(index)
      if (match !== null) found.push(match)
    }
    return found
  }

  /** Where all matches begin, block by block. */
  *offsets(): Generator<Float64Array> {
    for (const [at, { byteOffsets }] of this.#blocks.entries()) {
      yield byteOffsets.subarray(0, Math.min(blockMatches, this.#count - at * blockMatches))
    }
  }

  #lineAt(index: number): number {
    return this.#blocks[Math.floor(index / blockMatches)]?.lineNumbers[index % blockMatches] ?? 0
  }

  #blockAt(index: number): Block {
    const at = Math.floor(index / blockMatches)
    const block = this.#blocks[at] ?? {
      lineNumbers: new Float64Array(blockMatches),
      byteOffsets: new Float64Array(blockMatches),
      byteLengths: new Float64Array(blockMatches),
      statuses: new Uint8Array(blockMatches),
    }
    this.#blocks[at] = block
    return block
  }
}
