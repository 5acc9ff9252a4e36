/**
 * Base cut: where the part of a rollout ends that another one goes on from, and whether the byte offset and the ordinal
 * in that one's header agree on it (ROLLOUT-FORMAT 2.3, 6.5). Codex cuts by ordinal, and so does this.
 */
import { err, ok, type Result } from '../../shared/result'
import { isJsonObject } from '../../shared/rollout/rolloutLine'
import { valueOfLine } from '../scanner/lineValue'
import { scanLines, type ScannedLine } from '../scanner/scanLines'
import type { ByteSource } from '../source/byteSource'
import type { HistoryBase } from './ownHeader'

/** The lines of a rollout that belong to a history: the first `lineCount` ones, which end before `endByte`. */
export interface BaseCut {
  readonly lineCount: number
  readonly endByte: number
  /** Largest ordinal among them, null where none has one. */
  readonly lastOrdinal: number | null
  /** Ordinal before which records were taken. */
  readonly takeBefore: number | null
  /** Whether the byte offset lies right behind a line feed. */
  readonly offset: 'fits' | 'inside-line' | 'beyond-end' | 'not-stated'
  /** Ordinal of the last record that ends at or before the byte offset, where that lies behind a line feed. */
  readonly ordinalBefore: number | null
  /** True when nothing follows what was taken. */
  readonly isAtEnd: boolean
}

/** The file that is cut, and how much of it belongs to the history. */
export interface CutOptions {
  readonly contentBytes: number
  /** Ordinal before which records belong to the history: that of the base, or a smaller one of a later fork. */
  readonly takeBefore: number | null
  readonly isCancelled: () => boolean
}

/** Reads a base as far as it is needed. */
export function readBaseCut(source: ByteSource, base: HistoryBase, options: CutOptions): Result<BaseCut> {
  const fold = new CutFold(base, options.takeBefore)
  const scanned = scanLines(
    source,
    { endByte: options.contentBytes, judgeLongLines: false, onChunk: () => !options.isCancelled() },
    (line) => fold.take(line),
  )
  if (!scanned.ok) return scanned
  if (options.isCancelled()) return err({ code: 'cancelled', message: 'Reading was cancelled.' })
  return ok(fold.result(options.contentBytes))
}

class CutFold {
  readonly #base: HistoryBase
  readonly #takeBefore: number | null
  #offset: BaseCut['offset']
  #ordinalBefore: number | null = null
  #lastSeen: number | null = null
  #lastOrdinal: number | null = null
  /** End of the last record that belongs to the history by its ordinal. */
  #byOrdinal = { lineCount: 0, endByte: 0 }
  /** End of the last line that ends before the byte offset. */
  #byOffset = { lineCount: 0, endByte: 0 }

  constructor(base: HistoryBase, takeBefore: number | null) {
    this.#base = base
    this.#takeBefore = takeBefore
    this.#offset = base.endByte === null ? 'not-stated' : base.endByte === 0 ? 'fits' : 'beyond-end'
  }

  /** Takes the next line; false when no later one can belong to the history. */
  take(line: ScannedLine): boolean {
    const { endOrdinal, endByte } = this.#base
    const ordinal = ordinalOfLine(line)
    const end = { lineCount: line.lineNumber, endByte: line.byteOffset + line.byteLength }
    const isBehind = endByte !== null && line.byteOffset >= endByte
    if (
      isBehind &&
      (ordinal === null ? this.#lastSeen === null : endOrdinal === null || ordinal >= endOrdinal)
    )
      return false
    this.#lastSeen = ordinal ?? this.#lastSeen
    this.#noteOffset(line, end.endByte)
    if (!isBehind && endByte !== null && end.endByte <= endByte) this.#byOffset = end
    if (ordinal !== null && this.#takeBefore !== null && ordinal < this.#takeBefore) {
      this.#byOrdinal = end
      this.#lastOrdinal = Math.max(ordinal, this.#lastOrdinal ?? 0)
    }
    return true
  }

  #noteOffset(line: ScannedLine, end: number): void {
    const { endByte } = this.#base
    if (endByte === null || endByte <= line.byteOffset || endByte > end) return
    // A last line without its line feed is held with all its bytes.
    const isOpen = line.bytes.length === line.byteLength
    this.#offset = endByte === end && !isOpen ? 'fits' : 'inside-line'
    if (this.#offset === 'fits') this.#ordinalBefore = this.#lastSeen
  }

  result(contentBytes: number): BaseCut {
    const isByOrdinal = this.#lastSeen !== null && this.#takeBefore !== null
    // Lines without an ordinal that stand before the offset belong to the base as well.
    const isWhole = this.#takeBefore !== null && this.#ordinalBefore === this.#takeBefore - 1
    const isFurther = this.#byOffset.endByte > this.#byOrdinal.endByte
    const isByOffset = !isByOrdinal || (isWhole && isFurther)
    const { lineCount, endByte } = isByOffset ? this.#byOffset : this.#byOrdinal
    return {
      lineCount,
      endByte,
      lastOrdinal: this.#lastOrdinal,
      takeBefore: this.#takeBefore,
      offset: this.#offset,
      ordinalBefore: this.#ordinalBefore,
      isAtEnd: endByte >= contentBytes,
    }
  }
}

/** Returns the ordinal of a line where it is a number that is exact here; long lines are judged by their beginning. */
export function ordinalOfLine(line: ScannedLine): number | null {
  const value = line.status === 'glued' ? undefined : valueOfLine(line)
  const ordinal = isJsonObject(value) ? value['ordinal'] : undefined
  return typeof ordinal === 'number' && Number.isSafeInteger(ordinal) && ordinal >= 0 ? ordinal : null
}
