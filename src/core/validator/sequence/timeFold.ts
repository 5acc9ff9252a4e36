/** Time fold: what is said of the times of lines, one after the other, and of times within records against them. */
import type { ScannedLine } from '../../scanner/scanLines'
import type { SessionFacts } from '../../../shared/rollout/sessionMeta'
import type { Limits } from '../limits'
import { lineTimeMs } from './lineTime'
import { noNotes, placeOf, placeThrough, type Note, type Place } from './notes'
import type { RecordFacts } from '../recordFacts'
import { RecordTimes } from './recordTimes'
import { quoted } from '../shapeText'
import { readsAnyTime, TimeOrder } from './timeOrder'
import { timeText } from './timeText'

/** A line with what is known of it. */
export interface TimeInput {
  readonly line: ScannedLine
  readonly record: RecordFacts | null
  readonly parts: readonly RecordFacts[]
  readonly facts: SessionFacts | null
}

/** Lines that share something, told as one finding. */
interface Run {
  readonly first: Place
  last: Place
  count: number
  readonly example: string
}

export class TimeFold {
  readonly #order = new TimeOrder()
  readonly #records: RecordTimes
  readonly #nowMs: number | null
  #hasMeta = false
  #hasRecord = false
  #sessionId: string | null = null
  #noTimes: Run | null = null
  #otherForms: Run | null = null
  #future: Run | null = null

  /** `nowMs` is the time that no line may be later than; null for none. */
  constructor(nowMs: number | null, limits: Limits) {
    this.#nowMs = nowMs
    this.#records = new RecordTimes(limits)
  }

  /** Takes the next line. */
  observe({ line, record, parts, facts }: TimeInput): readonly Note[] {
    if (record === null && parts.length === 0) return noNotes
    // A session meta that stands too late is another rule's finding.
    const isLate = facts !== null && !this.#hasMeta && this.#hasRecord
    this.#hasRecord = true
    const header = facts === null ? noNotes : this.#observeMeta(facts, line)
    if (isLate) return header
    const notes = record === null ? parts.flatMap((part) => this.#take(part, line)) : this.#take(record, line)
    return header.length === 0 ? notes : [...header, ...notes]
  }

  /** Returns what can only be told at the end. */
  finish(): readonly Note[] {
    return [
      ...this.#endNoTimes(),
      ...this.#order.finish(),
      ...(this.#otherForms === null ? [] : [otherFormNote(this.#otherForms)]),
      ...(this.#future === null ? [] : [futureNote(this.#future, this.#nowMs ?? 0)]),
    ]
  }

  /** Behind the session meta of another session stand its records, with times of their own. */
  #observeMeta(facts: SessionFacts, line: ScannedLine): readonly Note[] {
    if (!this.#hasMeta) {
      this.#hasMeta = true
      this.#sessionId = facts.id
      return metaTimeNotes(facts, line)
    }
    if (facts.id === this.#sessionId) return noNotes
    this.#records.doubt()
    return this.#order.restart()
  }

  #take(record: RecordFacts, place: Place): readonly Note[] {
    const { timeMs, timestamp } = record
    if (timeMs === null) {
      this.#noTimes = extended(this.#noTimes, place, timestamp)
      return noNotes
    }
    if (!isUsualForm(timestamp)) this.#otherForms = extended(this.#otherForms, place, timestamp)
    if (this.#nowMs !== null && timeMs > this.#nowMs) this.#future = extended(this.#future, place, timestamp)
    const ended = this.#noTimes === null ? noNotes : this.#endNoTimes()
    const order = this.#order.take(timeMs, place)
    if (this.#order.isBack) this.#records.doubt()
    const within = this.#records.take(record, timeMs, place)
    return ended.length + order.length + within.length === 0 ? noNotes : [...ended, ...order, ...within]
  }

  #endNoTimes(): readonly Note[] {
    const run = this.#noTimes
    this.#noTimes = null
    return run === null ? noNotes : [noTimeNote(run)]
  }
}

function extended(run: Run | null, line: Place, example: string): Run {
  const place = placeOf(line)
  if (run === null) return { first: place, last: place, count: 1, example }
  run.last = place
  run.count += 1
  return run
}

/** `2026-03-04T05:06:07.000Z`: the form in which Codex writes every time. Asked of texts that are times. */
function isUsualForm(text: string): boolean {
  return text.length === 24 && text[10] === 'T' && text[19] === '.' && text.endsWith('Z')
}

/** Longest text of a file that a message repeats. */
const exampleLength = 60

function example({ example: text }: Run): string {
  return quoted(text.length > exampleLength ? `${text.slice(0, exampleLength)}…` : text)
}

function noTimeNote(run: Run): Note {
  const message =
    run.count === 1
      ? `The time of the line is ${example(run)}, which is no time.`
      : `${run.count.toLocaleString('en')} lines from here on state no time; the first says ${example(run)}.`
  return {
    rule: 'time/not-a-time',
    draft: { ...placeThrough(run.first, run.last), message, codex: readsAnyTime },
  }
}

function otherFormNote(run: Run): Note {
  const message =
    run.count === 1
      ? `The time of the line, ${example(run)}, is not in the form that Codex writes.`
      : `The times of ${run.count.toLocaleString('en')} lines are not in the form that Codex writes; the first is ${example(run)}.`
  return { rule: 'time/other-form', draft: { ...run.first, message, codex: readsAnyTime } }
}

function futureNote(run: Run, nowMs: number): Note {
  const lines = run.count === 1 ? 'The line is' : `${run.count.toLocaleString('en')} lines are`
  const message = `${lines} later than ${timeText(nowMs)}, the time of this check; the first is of ${example(run)}.`
  return { rule: 'time/after-now', draft: { ...run.first, message } }
}

/** A session meta whose own time is none. */
function metaTimeNotes({ timestamp }: SessionFacts, line: ScannedLine): readonly Note[] {
  if (timestamp === null || lineTimeMs(timestamp) !== null) return noNotes
  const run = { first: placeOf(line), last: placeOf(line), count: 1, example: timestamp }
  const message = `The session meta says that the session began at ${example(run)}, which is no time.`
  return [{ rule: 'time/not-a-time', draft: { ...run.first, message, codex: readsAnyTime } }]
}
