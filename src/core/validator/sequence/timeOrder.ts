/**
 * Time order: follows the times of lines, which never went back in 120,000 lines of real files. A line that goes back
 * waits for the next one, which tells whether it, the line before it, or everything from here on is out of step.
 */
import type { CodexVerdict } from '../../../shared/validation/finding'
import { noNotes, placeOf, type Note, type Place } from './notes'
import { spanText, timeText } from './timeText'

/** A line with a time. Two of them are used in turn, because nothing is made for a line that is in order. */
interface TimedLine {
  ms: number
  lineNumber: number | null
  byteOffset: number
  byteLength: number
}

/** Beyond this, a single line that is out of step with both its neighbours is far from them. */
const farMs = 3_600_000
/** No session is taken up again after so long. */
const neverMs = 10 * 365.25 * 86_400_000

export class TimeOrder {
  #before: TimedLine | null = null
  #last: TimedLine | null = null
  /** A line that is earlier than the last one. */
  #back: TimedLine | null = null
  /** What is said of a last line that is years later than the one before, if the next one does not return. */
  #leap: Note | null = null

  /** True while the last line is earlier than the one before it: its time is then no proof against those within records. */
  get isBack(): boolean {
    return this.#back !== null
  }

  /** Forgets what came before, because the next lines were copied from elsewhere. Returns what had waited for them. */
  restart(): readonly Note[] {
    const notes = this.finish()
    this.#before = null
    this.#last = null
    this.#back = null
    this.#leap = null
    return notes
  }

  /** Takes the time of the next line. */
  take(ms: number, place: Place): readonly Note[] {
    const last = this.#last
    if (last === null) {
      this.#last = { ms, ...placeOf(place) }
      return noNotes
    }
    if (this.#back !== null) return this.#settle({ ms, ...placeOf(place) }, last, this.#back)
    if (ms < last.ms) {
      this.#back = { ms, ...placeOf(place) }
      return noNotes
    }
    const notes = this.#leap === null ? noNotes : [this.#leap]
    this.#leap = ms - last.ms > neverMs ? leapNote({ ms, ...placeOf(place) }, last) : null
    this.#last = moved(this.#before, ms, place)
    this.#before = last
    return notes
  }

  /** Returns what waits for a next line that does not come. */
  finish(): readonly Note[] {
    if (this.#back !== null && this.#last !== null) return [backNote(this.#back, this.#last)]
    return this.#leap === null ? noNotes : [this.#leap]
  }

  #settle(next: TimedLine, last: TimedLine, back: TimedLine): readonly Note[] {
    this.#back = null
    this.#leap = null
    if (next.ms >= last.ms) {
      // Only the line that went back is out of step.
      return [singleNote(back, last), ...this.take(next.ms, next)]
    }
    const isLastOdd = this.#before === null || back.ms >= this.#before.ms
    const note = isLastOdd ? singleNote(last, back) : backNote(back, last)
    this.#before = isLastOdd ? this.#before : null
    this.#last = back
    return [note, ...this.take(next.ms, next)]
  }
}

function moved(line: TimedLine | null, ms: number, { lineNumber, byteOffset, byteLength }: Place): TimedLine {
  if (line === null) return { ms, lineNumber, byteOffset, byteLength }
  line.ms = ms
  line.lineNumber = lineNumber
  line.byteOffset = byteOffset
  line.byteLength = byteLength
  return line
}

/** One line that is out of step with both its neighbours. */
function singleNote(odd: TimedLine, neighbour: TimedLine): Note {
  const apart = Math.abs(odd.ms - neighbour.ms)
  const where = odd.ms < neighbour.ms ? 'earlier than the line before it' : 'later than the line after it'
  const message = `The time of this line, ${timeText(odd.ms)}, is ${spanText(apart)} ${where}; only this line is out of step.`
  const rule = apart > farMs ? 'time/far' : 'time/backwards'
  return { rule, draft: { ...placeOf(odd), message, codex: readsAnyTime } }
}

function backNote(back: TimedLine, last: TimedLine): Note {
  const message = `The time goes back by ${spanText(last.ms - back.ms)}, from ${timeText(last.ms)} to ${timeText(back.ms)}.`
  return { rule: 'time/backwards', draft: { ...placeOf(back), message, codex: readsAnyTime } }
}

function leapNote(line: TimedLine, last: TimedLine): Note {
  const message = `The time of this line, ${timeText(line.ms)}, is ${spanText(line.ms - last.ms)} later than that of the line before it.`
  return { rule: 'time/far', draft: { ...placeOf(line), message, codex: readsAnyTime } }
}

/** Measured with Codex 0.169.0 (corpus/defects, clock-backwards, clock-far-future, timestamp-*). */
export const readsAnyTime: CodexVerdict = {
  outcome: 'reads',
  note: 'Takes any text for a time, and says nothing.',
}
