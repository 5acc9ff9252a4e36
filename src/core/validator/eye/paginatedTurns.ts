/**
 * Paginated turns: which records of a paginated file Codex shows, and in how many turns. It goes by the ordinals: a record
 * counts when its ordinal is greater than all that counted before it. Measured with every line of a file in every other place.
 */
import type { CodexEye } from '../../../shared/rollout/codexEyes'
import { isJsonObject, type JsonObject } from '../../../shared/rollout/rolloutLine'
import type { Limits } from '../limits'
import { SeenIds } from '../seenIds'
import { wrongFormat } from './wrongFormat'

/** Items that wait for a turn to be begun or ended, by turn; beyond these they are taken to find it. */
const mostWaiting = 1_000

export class PaginatedTurns {
  readonly #eye: CodexEye
  readonly #ids = new SeenIds()
  readonly #waiting = new Map<string, number[]>()
  #next = 0n
  #turns = 0
  /** True once an ordinal went by with which Codex shows no turn at all. */
  hasBlindOrdinal = false

  readonly #limits: Limits

  constructor(eye: CodexEye, limits: Limits) {
    this.#eye = eye
    this.#limits = limits
  }

  /** Takes the next record that Codex decodes, with its ordinal. Says why it is not shown, or null. */
  observe(record: JsonObject, ordinal: bigint | null, lineNumber: number): string | null {
    const { type, payload } = record
    const counts = ordinal !== null && ordinal >= this.#next
    if (counts) this.#count(ordinal)
    if (type !== 'event_msg' || !isJsonObject(payload)) return null
    const kind = String(payload['type'])
    const isTurn = this.#eye.turnStarts.includes(kind) || this.#eye.turnEnds.includes(kind)
    if (!isTurn && kind !== 'item_completed') return wrongFormat(record, true, this.#eye)
    if (!counts) return this.#whyUncounted(ordinal)
    const turnId = payload['turn_id']
    if (typeof turnId === 'string') this.#place(turnId, isTurn, lineNumber)
    return null
  }

  /** Turns so far; null where they are too many to tell them apart. */
  get count(): number | null {
    if (this.#ids.isFull) return null
    return this.hasBlindOrdinal ? 0 : this.#turns
  }

  /** Lines of items whose turn nothing began and nothing ended; none where turns are too many to tell them apart. */
  get homeless(): readonly number[] {
    if (this.#ids.isFull) return []
    return [...this.#waiting.values()].flat()
  }

  #count(ordinal: bigint): void {
    this.#next = ordinal + 1n
    this.hasBlindOrdinal ||= ordinal > this.#eye.lastShownOrdinal
  }

  #whyUncounted(ordinal: bigint | null): string {
    return ordinal === null
      ? 'Without an ordinal Codex does not show it.'
      : `Codex has already counted to ${String(this.#next - 1n)}: it does not show what comes with ordinal ${String(ordinal)}.`
  }

  #place(turnId: string, isTurn: boolean, lineNumber: number): void {
    if (isTurn) {
      this.#waiting.delete(turnId)
      if (!this.#ids.add(turnId)) this.#turns += 1
      if (this.#ids.isFull) this.#limits.meet('eyeTurns')
      return
    }
    if (this.#ids.has(turnId)) return
    const lines = this.#waiting.get(turnId)
    if ((lines?.length ?? this.#waiting.size) >= mostWaiting) this.#limits.meet('eyeItems')
    else if (lines === undefined) this.#waiting.set(turnId, [lineNumber])
    else lines.push(lineNumber)
  }
}
