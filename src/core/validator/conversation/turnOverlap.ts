/**
 * Turn overlap: finds two turns of one file that are open at once and go on by turns. One process runs one turn after
 * the other; a review leaves the end of a turn whose start is elsewhere, and a crash a start without an end, but neither
 * makes two started turns alternate (ROLLOUT-FORMAT 2.8).
 */
import { isJsonObject, type JsonObject } from '../../../shared/rollout/rolloutLine'
import { placeOf, type Place } from '../sequence/notes'
import type { RecordFacts } from '../recordFacts'
import type { Limits } from '../limits'
import type { RuleLine } from '../rule'

interface OpenTurn {
  readonly id: string
  readonly place: Place
  /** How often an older turn that is still open had lines since this one began, with its own between them. */
  cuts: number
  /** True where the last line of the two was one of this turn. */
  wasLast: boolean
}

/** Two turns that alternate. `place` is where the second one began, `from` the line where the first one did. */
export interface Overlap {
  readonly place: Place
  readonly first: string
  readonly second: string
  readonly from: number | null
}

/** Most turns that are held open: those of crashed sessions are never ended. */
const openTurns = 16

export class TurnOverlap {
  readonly #limits: Limits
  #open: OpenTurn[] = []
  #hasGivenUp = false

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Takes the next line. Returns two turns that alternate, null where there are none. */
  take({ line, record }: RuleLine): Overlap | null {
    // Nothing is asked of lines within the only turn there is.
    if (record === null || (this.#open.length < 2 && !isBound(record))) return null
    const id = turnIdOf(record)
    if (id === null) return null
    if (isStart(record)) {
      this.#open.push({ id, place: placeOf(line), cuts: 0, wasLast: true })
      this.#giveUpOldest()
      return null
    }
    const at = this.#open.findIndex((turn) => turn.id === id)
    const turn = this.#open[at]
    if (turn === undefined) {
      // It may be one that was given up, and then nothing is known of it.
      if (this.#hasGivenUp) this.#limits.meet('writers')
      return null
    }
    const isAbort = record.subtype === 'turn_aborted'
    // The end of a turn that another one replaced may come late.
    if (!isAbort) cutInto(this.#open.slice(at + 1))
    turn.wasLast = true
    const older = turn.cuts >= 2 ? this.#open[at - 1] : undefined
    if (isAbort || isEnd(record)) this.#end(at)
    if (older === undefined) return null
    return { place: turn.place, first: older.id, second: id, from: older.place.lineNumber }
  }

  #giveUpOldest(): void {
    if (this.#open.length <= openTurns) return
    this.#open.shift()
    this.#hasGivenUp = true
  }

  /** A turn that ended is kept while a later one, into which it cut, waits for its next line. */
  #end(at: number): void {
    if (this.#open.slice(at + 1).some(({ cuts }) => cuts > 0)) return
    this.#open.splice(at, 1)
  }
}

/** Takes a line of an older turn. */
function cutInto(later: readonly OpenTurn[]): void {
  for (const turn of later) {
    if (turn.wasLast) turn.cuts += 1
    turn.wasLast = false
  }
}

/** The events that begin and end turns. */
const bounds: ReadonlySet<string> = new Set([
  'task_started',
  'turn_started',
  'task_complete',
  'turn_complete',
  'turn_aborted',
])

function isBound({ type, subtype }: RecordFacts): boolean {
  return type === 'event_msg' && subtype !== null && bounds.has(subtype)
}

function isStart({ type, subtype }: RecordFacts): boolean {
  return type === 'event_msg' && (subtype === 'task_started' || subtype === 'turn_started')
}

function isEnd({ subtype }: RecordFacts): boolean {
  return subtype === 'task_complete' || subtype === 'turn_complete'
}

/** The turn that a record says to belong to. */
function turnIdOf({ type, payload }: RecordFacts): string | null {
  switch (type) {
    case 'event_msg':
    case 'turn_context':
    case 'token_usage_record':
      return textOf(payload, 'turn_id')
    case 'response_item': {
      const passed = payload['internal_chat_message_metadata_passthrough']
      return isJsonObject(passed) ? textOf(passed, 'turn_id') : null
    }
    default:
      return null
  }
}

function textOf(value: JsonObject, key: string): string | null {
  const text = value[key]
  return typeof text === 'string' ? text : null
}
