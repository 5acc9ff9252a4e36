/**
 * Ordinal fold: which records of a file have ordinals, which lack them, and what is wrong with them. Numbers that may lie
 * on damaged lines are no gap: such a line is the finding of another rule.
 */
import { codexDecodes } from '../../../shared/rollout/codexDecodes'
import { isJsonObject, type JsonObject } from '../../../shared/rollout/rolloutLine'
import type { ShapeReport } from '../../../shared/rollout/schema/shapeReport'
import type { ScannedLine } from '../../scanner/scanLines'
import type { Limits } from '../limits'
import { lineOrdinal, ordinalsOn } from './lineOrdinal'
import { noNotes, placeOf, type Note, type Place } from './notes'
import { faultyNote, hugeNote, legacyNote, misreadItem, missingNote, skipsLine } from './ordinalNotes'
import { OrdinalSequence } from './ordinalSequence'
import type { RecordFacts } from '../recordFacts'

/** A line with what is known of it; `value` is its parsed value, or that of its beginning. */
export interface OrdinalInput {
  readonly line: ScannedLine
  readonly value: unknown
  readonly record: RecordFacts | null
  readonly parts: readonly RecordFacts[]
  readonly shape: ShapeReport | null
}

/** A record; `text` is its JSON, or the beginning of it. */
interface Told {
  readonly envelope: JsonObject
  readonly text: string
  /** Whether Codex loses it; null where it must be asked. */
  readonly isLost?: boolean | null
}

/** A record that is taken, and where it stands. */
interface Entry extends Told {
  readonly place: Place
  readonly isLost: boolean | null
}

export class OrdinalFold {
  readonly #sequence: OrdinalSequence
  /** What the first session meta says; null before it, and for a mode that nobody knows. */
  #mode: 'paginated' | 'legacy' | null = null
  #hasMeta = false
  #base = 0
  /** Records without an ordinal that follow each other. */
  #missing: { readonly first: Entry; last: Entry; count: number } | null = null
  /** The last number beyond what is exact, and the place of a finding about it that waits for the next record. */
  #huge: { readonly value: bigint; readonly place: Place | null } | null = null
  #inLegacy: { readonly first: Place; count: number } | null = null
  #previous: Told | null = null
  /** The first ordinal of the records at the end that Codex cannot decode. */
  #lostFrom: number | null = null

  constructor(limits: Limits) {
    this.#sequence = new OrdinalSequence(limits)
  }

  /** Takes the next line. */
  observe({ line, value, record, parts, shape }: OrdinalInput): readonly Note[] {
    if (record !== null) {
      const { envelope, text } = record
      const isPlain = shape !== null && shape.isKnown && shape.rejections.length === 0
      if (isPlain && this.#goesOn(record)) return noNotes
      return this.#take({ envelope, text, place: placeOf(line), isLost: isPlain ? false : null })
    }
    if (line.status === 'blank') return noNotes
    if (parts.length > 0) return this.#takeParts(line, parts)
    if (isLong(line) && isJsonObject(value)) {
      const text = line.bytes.toString('utf8', 0, headBytes)
      return this.#take({ envelope: value, text, place: placeOf(line), isLost: false })
    }
    this.#sequence.allow(ordinalsOn(line))
    return noNotes
  }

  /** Returns what can only be told at the end. */
  finish(): readonly Note[] {
    if (this.#inLegacy !== null) return [legacyNote(this.#inLegacy.first, this.#inLegacy.count)]
    return [...this.#endRuns(true), ...this.#sequence.finish()]
  }

  /** Takes a record where nothing is to be said, which is nearly every one, without making anything. */
  #goesOn(record: RecordFacts): boolean {
    const { envelope, text } = record
    if (!this.#hasMeta) return false
    if (this.#mode !== 'paginated') return this.#mode === 'legacy' && envelope['ordinal'] === undefined
    if (this.#missing !== null || this.#huge !== null || this.#lostFrom !== null) return false
    const ordinal = lineOrdinal(envelope, text)
    if (typeof ordinal !== 'number' || !this.#sequence.goesOn(ordinal)) return false
    this.#previous = record
    return true
  }

  #takeParts(line: ScannedLine, parts: readonly RecordFacts[]): readonly Note[] {
    const place = placeOf(line)
    const notes = parts.flatMap(({ envelope, text }) => this.#take({ envelope, text, place, isLost: true }))
    // What else stands on the line may have been a record too.
    this.#sequence.allow(1)
    return notes
  }

  #take(entry: Entry): readonly Note[] {
    const { envelope, text } = entry
    if (!this.#hasMeta && envelope['type'] === 'session_meta') this.#observeMeta(envelope['payload'])
    if (this.#mode === 'legacy') {
      return envelope['ordinal'] === undefined ? noNotes : this.#takeInLegacy(entry)
    }
    const ordinal = lineOrdinal(envelope, text)
    if (ordinal === 'none') return this.#takeNone(entry)
    const ended = this.#endRuns(false)
    const notes =
      typeof ordinal === 'number' ? this.#takeNumber(ordinal, entry) : this.#takeOdd(ordinal, entry)
    return ended.length === 0 ? notes : [...ended, ...notes]
  }

  #observeMeta(payload: unknown): void {
    this.#hasMeta = true
    if (!isJsonObject(payload)) return
    const { history_mode: mode, history_base: base } = payload
    if (mode === undefined || mode === 'legacy') this.#mode = 'legacy'
    if (mode === 'paginated') this.#mode = 'paginated'
    const end = isJsonObject(base) ? base['end_ordinal_exclusive'] : undefined
    if (typeof end === 'number' && Number.isSafeInteger(end) && end >= 0) this.#base = end
  }

  #takeInLegacy({ envelope, text, place }: Entry): readonly Note[] {
    this.#inLegacy ??= { first: place, count: 0 }
    this.#inLegacy.count += 1
    return lineOrdinal(envelope, text) === 'faulty' ? [faultyNote(text, place, null)] : noNotes
  }

  #takeNone(entry: Entry): readonly Note[] {
    this.#sequence.allow(1)
    if (this.#mode !== 'paginated' && !this.#sequence.hasBegun) return noNotes
    this.#missing ??= { first: entry, last: entry, count: 0 }
    this.#missing.last = entry
    this.#missing.count += 1
    return noNotes
  }

  #takeNumber(ordinal: number, entry: Entry): readonly Note[] {
    const { envelope, place } = entry
    const isRepeated = ordinal === this.#sequence.last
    if (isRepeated && this.#lostFrom === null && isLost(this.#previous)) this.#lostFrom = ordinal
    const notes = this.#sequence.take(ordinal, this.#base, {
      place,
      reused: this.#lostFrom,
      codexIfRepeated: misreadItem(envelope),
    })
    const isSound = entry.isLost === false || !isLost(entry)
    this.#lostFrom = isSound ? null : (this.#lostFrom ?? ordinal)
    this.#previous = entry
    return notes
  }

  #takeOdd(ordinal: bigint | 'faulty', { text, place }: Entry): readonly Note[] {
    this.#sequence.allow(1)
    if (ordinal === 'faulty') return [faultyNote(text, place, skipsLine)]
    const goesOn = this.#huge !== null && ordinal === this.#huge.value + 1n
    this.#huge = { value: ordinal, place: goesOn ? null : place }
    return noNotes
  }

  /** Ends what was open until the next record with an ordinal, or the end of the file. */
  #endRuns(isEnd: boolean): readonly Note[] {
    const missing = this.#missing
    const huge = this.#huge
    if (missing === null && (huge === null || huge.place === null)) return noNotes
    this.#missing = null
    const notes: Note[] = []
    if (huge !== null && huge.place !== null) {
      notes.push(hugeNote(huge.value, huge.place, isEnd && missing === null))
      this.#huge = { value: huge.value, place: null }
    }
    if (missing !== null) {
      const { first, last, count } = missing
      const isAll = isEnd && !this.#sequence.hasBegun && huge === null
      const isLast = isEnd && this.#mode === 'paginated' && !isLost(last)
      notes.push(
        missingNote({ first: first.place, last: last.place, count, isAll, isLast, item: last.envelope }),
      )
    }
    return notes
  }
}

/** What is read of a line that is not held whole, to see how its ordinal is written. */
const headBytes = 4096

/** A record of which only the beginning is held. */
function isLong({ status, value }: ScannedLine): boolean {
  return status === 'oversized' || (status === 'record' && value === undefined)
}

function isLost(entry: Told | null): boolean {
  if (entry === null) return false
  return entry.isLost === true || codexDecodes(entry.text, entry.envelope).kind === 'skips'
}
