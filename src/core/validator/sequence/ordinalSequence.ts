/**
 * Ordinal sequence: follows the ordinals of a paginated file and says where they do not go on one by one. One cause makes
 * one note: two exchanged lines, or one line with a wrong number, are not also a gap.
 */
import type { CodexVerdict } from '../../../shared/validation/finding'
import type { Limits } from '../limits'
import { noNotes, type Note, type Place } from './notes'
import { exchangeNote, gapNote, lateNote, outlierNote, reusedNote, twiceNote, type Gap } from './ordinalNotes'

/** Gaps that may still be filled by a later line; the oldest is told when there are more. */
const openGaps = 1000

/** What is known of the line of an ordinal. */
export interface OrdinalLine {
  readonly place: Place
  /** The number that Codex would give again here, because it cannot decode what bears it; null for none. */
  readonly reused: number | null
  /** What Codex does where the number is that of the record before. */
  readonly codexIfRepeated: CodexVerdict | null
}

export class OrdinalSequence {
  #gaps: Gap[] = []
  #lowest = 0
  #next: number | null = null
  #last = -1
  #lastPlace: Place | null = null
  /** How many numbers may stand on lines that tell none, since the last line that told one. */
  #untold = 0
  readonly #limits: Limits
  #hasGivenUp = false

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** True once an ordinal was taken. */
  get hasBegun(): boolean {
    return this.#next !== null
  }

  /** The ordinal that was taken last, -1 before the first. */
  get last(): number {
    return this.#last
  }

  /** Takes lines on which as many ordinals may stand as are said, and cannot be read. */
  allow(count: number): void {
    this.#untold += count
  }

  /** Takes an ordinal where it is the next one, which nearly every one is. False where it is not, and was not taken. */
  goesOn(ordinal: number): boolean {
    if (ordinal !== this.#next) return false
    this.#next = ordinal + 1
    this.#last = ordinal
    this.#lastPlace = null
    this.#untold = 0
    return true
  }

  /** Takes the next ordinal. `base` is the first one that the file should have. */
  take(ordinal: number, base: number, line: OrdinalLine): readonly Note[] {
    const before = this.#untold
    this.#untold = 0
    const notes =
      this.#next === null
        ? this.#begin(ordinal, base, { before, place: line.place })
        : ordinal >= this.#next
          ? this.#ahead({ from: this.#next, found: ordinal, place: line.place, isStart: false }, before)
          : this.#behind(ordinal, before, line)
    this.#last = ordinal
    this.#lastPlace = line.place
    return notes
  }

  /** Returns a note for each gap that nothing has filled. */
  finish(): readonly Note[] {
    const notes = this.#gaps.map(gapNote)
    this.#gaps = []
    return notes
  }

  #begin(
    found: number,
    base: number,
    { before, place }: { readonly before: number; readonly place: Place },
  ): readonly Note[] {
    this.#lowest = Math.min(found, base)
    if (found >= base) return this.#ahead({ from: base, found, place, isStart: true }, before)
    this.#next = base + 1
    const message = `The first ordinal is ${String(found)}, and the file goes on from a base that ends before ${String(base)}.`
    return [{ rule: 'ordinal/not-from-base', draft: { ...place, message } }]
  }

  #ahead(gap: Omit<Gap, 'to'>, untold: number): readonly Note[] {
    this.#next = gap.found + 1
    if (gap.found - gap.from <= untold) return noNotes
    this.#gaps.push({ ...gap, to: gap.found - 1 })
    const oldest = this.#gaps.length > openGaps ? this.#gaps.shift() : undefined
    if (oldest === undefined) return noNotes
    this.#hasGivenUp = true
    return [gapNote(oldest)]
  }

  #behind(ordinal: number, untold: number, line: OrdinalLine): readonly Note[] {
    const { place } = line
    const newest = this.#gaps.at(-1)
    const isRecent = newest !== undefined && newest.place === this.#lastPlace
    if (isRecent && ordinal > newest.from && ordinal <= newest.from + 1 + untold && ordinal <= newest.to) {
      this.#gaps.pop()
      this.#next = ordinal + 1
      return [outlierNote(newest)]
    }
    if (isRecent && ordinal === this.#last && newest.to === newest.from) {
      this.#gaps.pop()
      return [twiceNote(newest, line.codexIfRepeated)]
    }
    const goesOn = ordinal === this.#last + 1
    if (this.#fill(ordinal)) {
      if (goesOn) return noNotes
      const isExchange = isRecent && newest.from === ordinal
      return [isExchange ? exchangeNote(newest, ordinal, place) : lateNote(ordinal, this.#last, place)]
    }
    if (goesOn) return noNotes
    if (ordinal === line.reused) return [reusedNote(ordinal, place)]
    this.#untold = 1
    // It may belong into a gap that was told already.
    if (this.#hasGivenUp) this.#limits.meet('ordinals')
    return [ordinal < this.#lowest ? lateNote(ordinal, this.#last, place) : this.#repeated(ordinal, line)]
  }

  /** Takes a number out of the gap it lies in. False when it lies in none. */
  #fill(ordinal: number): boolean {
    const at = this.#gaps.findIndex(({ from, to }) => ordinal >= from && ordinal <= to)
    const gap = this.#gaps[at]
    if (gap === undefined) return false
    const rest = [
      { ...gap, to: ordinal - 1 },
      { ...gap, from: ordinal + 1 },
    ].filter(({ from, to }) => from <= to)
    this.#gaps.splice(at, 1, ...rest)
    return true
  }

  #repeated(ordinal: number, { place, codexIfRepeated }: OrdinalLine): Note {
    const isNeighbour = ordinal === this.#last
    const message = isNeighbour
      ? `The line has ordinal ${String(ordinal)}, and so has the record before it.`
      : `The line has ordinal ${String(ordinal)}, which was given before; the record before it has ${String(this.#last)}.`
    return {
      rule: 'ordinal/repeated',
      draft: { ...place, message, codex: isNeighbour ? codexIfRepeated : null },
    }
  }
}
