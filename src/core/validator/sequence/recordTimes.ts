/**
 * Record times: times within records against the time of their line, and against each other. Codex writes a line within
 * moments of what it tells of: of 250 such times in real files none was later than its line, and none more than 0.3
 * seconds (and the rest of the second that it is cut to) earlier.
 */
import { isJsonObject, type JsonObject } from '../../../shared/rollout/rolloutLine'
import type { Limits } from '../limits'
import { noNotes, placeOf, type Note, type Place } from './notes'
import type { RecordFacts } from '../recordFacts'
import { spanText, timeText } from './timeText'

/** How much earlier than its line what a record tells of may be, and how much later for the step of a clock. */
const earlierMs = 2000
const laterMs = 50
/** Most turns whose start is remembered. */
const openTurns = 64

const timedEvents: ReadonlySet<string> = new Set([
  'task_started',
  'turn_started',
  'task_complete',
  'turn_complete',
  'turn_aborted',
  'item_completed',
])

export class RecordTimes {
  readonly #starts = new Map<string, number>()
  /** False while times of lines are known to be of another time than the records; true again when one agrees. */
  #isTied = true
  readonly #limits: Limits
  #hasGivenUp = false

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Says that the next records may be older than their lines: copied in, or behind a step of the clock. */
  doubt(): void {
    this.#isTied = false
  }

  /** Takes the next record, and the time of its line. */
  take({ type, subtype, payload }: RecordFacts, lineMs: number, line: Place): readonly Note[] {
    if (type !== 'event_msg' || subtype === null || !timedEvents.has(subtype)) return noNotes
    const place = placeOf(line)
    switch (subtype) {
      case 'task_started':
      case 'turn_started':
        return this.#takeStart(payload, lineMs, place)
      case 'task_complete':
      case 'turn_complete':
      case 'turn_aborted':
        return this.#takeEnd(payload, lineMs, place)
      case 'item_completed':
        return this.#takeItem(payload, lineMs, place)
      default:
        return noNotes
    }
  }

  #takeStart(payload: JsonObject, lineMs: number, place: Place): readonly Note[] {
    const { turn_id: turnId, started_at: started } = payload
    if (typeof started !== 'number') return noNotes
    const notes = this.#tie({ name: 'started_at', ms: started * 1000, cutMs: 1000 }, lineMs, place)
    // A start that cannot be true is told once, and nothing else is compared with it.
    if (notes.length > 0 || typeof turnId !== 'string') return notes
    this.#starts.set(turnId, started)
    const [oldest] = this.#starts.keys()
    if (this.#starts.size > openTurns && oldest !== undefined) {
      this.#starts.delete(oldest)
      this.#hasGivenUp = true
    }
    return notes
  }

  #startOf(turnId: unknown): number | undefined {
    const known = typeof turnId === 'string' ? this.#starts.get(turnId) : undefined
    if (known === undefined && this.#hasGivenUp) this.#limits.meet('turnTimes')
    return known
  }

  #takeEnd(payload: JsonObject, lineMs: number, place: Place): readonly Note[] {
    const { turn_id: turnId, started_at: said, completed_at: completed, duration_ms: lasted } = payload
    const known = this.#startOf(turnId)
    if (typeof turnId === 'string') this.#starts.delete(turnId)
    const started = typeof said === 'number' ? said : known
    const notes: Note[] = []
    if (typeof completed === 'number') {
      notes.push(...this.#tie({ name: 'completed_at', ms: completed * 1000, cutMs: 1000 }, lineMs, place))
    }
    if (typeof said === 'number' && known !== undefined && said !== known) {
      const message = `The turn started at ${timeText(known * 1000)} by the line that starts it, and at ${timeText(said * 1000)} by this one.`
      notes.push({ rule: 'time/in-record', draft: { ...place, message } })
    }
    if (notes.length > 0) return notes
    if (typeof completed === 'number' && started !== undefined && typeof lasted === 'number') {
      notes.push(...lastedNotes(completed - started, lasted, place))
    }
    notes.push(...firstTokenNotes(payload, place))
    return notes
  }

  #takeItem(payload: JsonObject, lineMs: number, place: Place): readonly Note[] {
    const { turn_id: turnId, started_at_ms: started, completed_at_ms: completed, item } = payload
    if (typeof completed !== 'number') return noNotes
    const notes = [...this.#tie({ name: 'completed_at_ms', ms: completed, cutMs: 0 }, lineMs, place)]
    if (typeof started !== 'number' || notes.length > 0) return notes
    const turnStart = this.#startOf(turnId)
    const earliest = turnStart === undefined ? -Infinity : turnStart * 1000 - earlierMs
    if (started > completed + laterMs) {
      notes.push(startNote(started, `${spanText(started - completed)} after its end`, place))
    } else if (started < earliest) {
      notes.push(startNote(started, `${spanText(started - earliest - earlierMs)} before its turn`, place))
    }
    const lasted = isJsonObject(item) ? durationMs(item['duration']) : null
    if (notes.length === 0 && lasted !== null && lasted > completed - started + earlierMs) {
      const message = `The item lasted ${spanText(lasted)}, and its start and end are ${spanText(completed - started)} apart.`
      notes.push({ rule: 'time/duration', draft: { ...place, message } })
    }
    return notes
  }

  /** Compares a time within a record, cut to `cutMs`, with that of its line. */
  #tie(
    { name, ms, cutMs }: { readonly name: string; readonly ms: number; readonly cutMs: number },
    lineMs: number,
    place: Place,
  ): readonly Note[] {
    const age = lineMs - ms
    if (age >= -laterMs && age <= earlierMs + cutMs) {
      this.#isTied = true
      return noNotes
    }
    if (!this.#isTied) return noNotes
    this.#isTied = false
    const message = `The record says ${name} ${timeText(ms)}, ${spanText(age)} ${age < 0 ? 'after' : 'before'} the time of its line.`
    return [{ rule: 'time/in-record', draft: { ...place, message } }]
  }
}

/** A turn whose times are cut to seconds: they tell its duration to less than one second. */
function lastedNotes(seconds: number, lastedMs: number, place: Place): readonly Note[] {
  if (Math.abs(seconds * 1000 - lastedMs) <= 1000 + laterMs) return noNotes
  const message = `The turn lasted ${spanText(lastedMs)}, and its start and end are ${spanText(seconds * 1000)} apart.`
  return [{ rule: 'time/duration', draft: { ...place, message } }]
}

function firstTokenNotes(payload: JsonObject, place: Place): readonly Note[] {
  const { time_to_first_token_ms: first, duration_ms: lasted } = payload
  if (typeof first !== 'number' || typeof lasted !== 'number' || first <= lasted + laterMs) return noNotes
  const message = `The turn lasted ${spanText(lasted)}, and its first token came after ${spanText(first)}.`
  return [{ rule: 'time/duration', draft: { ...place, message } }]
}

function startNote(startedMs: number, where: string, place: Place): Note {
  const message = `The item started at ${timeText(startedMs)}, ${where}.`
  return { rule: 'time/in-record', draft: { ...place, message } }
}

function durationMs(duration: unknown): number | null {
  if (!isJsonObject(duration)) return null
  const { secs, nanos } = duration
  return typeof secs === 'number' && typeof nanos === 'number' ? secs * 1000 + nanos / 1_000_000 : null
}
