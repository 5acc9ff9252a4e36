/**
 * Eye fold: what Codex makes of a whole file, from its lines in their order (SPEC, "Codex's eye"). In bounded memory; the
 * facts about a version are in `codexEyes.ts`, those about a line in `codexDecodes.ts`.
 */
import { codexEyes, type CodexEye, type MeasuredVersion } from '../../../shared/rollout/codexEyes'
import { ordinalOf } from '../../../shared/rollout/codexNumbers'
import { mostMisplaced } from '../../../shared/rollout/lineFilter'
import type { JsonObject } from '../../../shared/rollout/rolloutLine'
import type { CodexSight, EyeReading } from '../../../shared/validation/codexReport'
import type { ScannedLine } from '../../scanner/scanLines'
import { HeadFold } from './headFold'
import { LossReasons } from './lossReasons'
import { LegacyTurns } from './legacyTurns'
import { ownReading } from './ownReading'
import { PaginatedTurns } from './paginatedTurns'
import type { Limits } from '../limits'
import type { WrittenLine } from '../spelling/writtenLine'

const homeless = 'Nothing begins or ends the turn of this item; Codex does not show it.'

/** What the fold knows of a file when its last line was seen. */
export interface EyeFacts {
  readonly eye: CodexEye
  readonly head: HeadFold
  readonly hasInvalidUtf8: boolean
  readonly isPaginated: boolean
  /** Ordinal of the last record that Codex decodes: null where it has none, undefined where there is no record. */
  readonly lastOrdinal: bigint | null | undefined
  readonly turns: number | null
  readonly hasBlindOrdinal: boolean
  readonly endsInLineFeed: boolean
  readonly lines: CodexSight['lines']
  readonly reasons: CodexSight['reasons']
  /** The first line that is not blank, null where there is none. */
  readonly firstLine: number | null
  readonly misplaced: CodexSight['misplaced']
  /** Lines that are too long to be held, null where there is none. */
  readonly longLines: { readonly lines: number; readonly firstLine: number } | null
}

export class EyeFold {
  readonly #eye: CodexEye
  readonly #head: HeadFold
  readonly #legacy: LegacyTurns
  readonly #paginated: PaginatedTurns
  readonly #lines = { reads: 0, skips: 0, misreads: 0 }
  readonly #reasons = new LossReasons()
  #firstLine: number | null = null
  readonly #misplaced: { readonly lineNumber: number; readonly note: string }[] = []
  #longLines: EyeFacts['longLines'] = null
  #hasInvalidUtf8 = false
  #lastOrdinal: bigint | null | undefined = undefined

  constructor(version: MeasuredVersion, limits: Limits) {
    this.#eye = codexEyes[version]
    this.#head = new HeadFold(this.#eye)
    this.#legacy = new LegacyTurns(this.#eye, limits)
    this.#paginated = new PaginatedTurns(this.#eye, limits)
  }

  /** Takes the next line. `value` is its parsed value, or that of its beginning. Null for a blank line. */
  observe(line: ScannedLine, value: unknown, written: WrittenLine | null = null): EyeReading | null {
    if (line.status === 'blank') return null
    this.#firstLine ??= line.lineNumber
    const own = ownReading(line, value, written)
    this.#head.observe(line.status, own)
    this.#hasInvalidUtf8 ||= line.status === 'invalid-utf8'
    if (!own.isWhole) this.#noteLong(line.lineNumber)
    const { record } = own
    const note = record === null ? null : this.#place(record, line)
    const isMisplaced = note !== null && own.reading.outcome === 'reads'
    const reading: EyeReading = isMisplaced ? { outcome: 'misreads', note } : own.reading
    this.#lines[reading.outcome] += 1
    if (reading.outcome !== 'reads') this.#reasons.add(reading, line.lineNumber)
    if (isMisplaced) this.#noteMisplaced(line.lineNumber, note)
    return reading
  }

  /** Says what is known when the last line was seen. It may be asked once. */
  finish(endsInLineFeed: boolean): EyeFacts {
    const isPaginated = this.#isPaginated
    if (isPaginated) this.#countHomeless()
    return {
      eye: this.#eye,
      head: this.#head,
      hasInvalidUtf8: this.#hasInvalidUtf8,
      isPaginated,
      lastOrdinal: this.#lastOrdinal,
      turns: isPaginated ? this.#paginated.count : this.#legacy.count,
      hasBlindOrdinal: this.#paginated.hasBlindOrdinal,
      endsInLineFeed,
      lines: this.#lines,
      reasons: this.#reasons.result(),
      firstLine: this.#firstLine,
      misplaced: this.#misplaced.sort((a, b) => a.lineNumber - b.lineNumber),
      longLines: this.#longLines,
    }
  }

  get #isPaginated(): boolean {
    const { header } = this.#head
    return header?.kind === 'meta' && header.meta.isPaginated
  }

  #place(record: JsonObject, line: ScannedLine): string | null {
    if (!this.#isPaginated) return this.#legacy.observe(record)
    const ordinal = ordinalOf(line.text, record['ordinal'])
    this.#lastOrdinal = ordinal
    return this.#paginated.observe(record, ordinal, line.lineNumber)
  }

  #countHomeless(): void {
    for (const lineNumber of this.#paginated.homeless) {
      this.#lines.reads -= 1
      this.#lines.misreads += 1
      this.#reasons.add({ outcome: 'misreads', note: homeless }, lineNumber)
      this.#noteMisplaced(lineNumber, homeless)
    }
  }

  #noteLong(lineNumber: number): void {
    const { lines, firstLine } = this.#longLines ?? { lines: 0, firstLine: lineNumber }
    this.#longLines = { lines: lines + 1, firstLine }
  }

  #noteMisplaced(lineNumber: number, note: string): void {
    if (this.#misplaced.length < mostMisplaced) this.#misplaced.push({ lineNumber, note })
  }
}
