/**
 * Legacy turns: how many turns Codex shows of a legacy file, and which items it drops because they name a turn that is not
 * there. It builds turns from events in the order of the file; a turn that nothing began is begun by a message.
 */
import type { CodexEye } from '../../../shared/rollout/codexEyes'
import { isJsonObject, type JsonObject } from '../../../shared/rollout/rolloutLine'
import type { Limits } from '../limits'
import { SeenIds } from '../seenIds'
import { wrongFormat } from './wrongFormat'

interface OpenTurn {
  readonly id: string | null
  /** Begun by an event of its own. */
  readonly isExplicit: boolean
  hasItems: boolean
  hasCompaction: boolean
}

export class LegacyTurns {
  readonly #eye: CodexEye
  readonly #ids = new SeenIds()
  #finished = 0
  #turn: OpenTurn | null = null

  readonly #limits: Limits

  constructor(eye: CodexEye, limits: Limits) {
    this.#eye = eye
    this.#limits = limits
  }

  /** Takes the next record that Codex decodes. Says why it is not shown, or null. */
  observe(record: JsonObject): string | null {
    const { type, payload } = record
    if (type === 'compacted') this.#current().hasCompaction = true
    if (type !== 'event_msg' || !isJsonObject(payload)) return null
    const kind = String(payload['type'])
    if (this.#eye.turnStarts.includes(kind)) this.#start(String(payload['turn_id']))
    else if (this.#eye.turnEnds.includes(kind)) this.#end(kind, payload['turn_id'])
    else if (kind === 'thread_rolled_back') this.#rollBack(payload['num_turns'])
    else if (kind === 'item_completed') {
      const note = wrongFormat(record, false, this.#eye)
      if (note !== null) return note
      this.#current().hasItems = true
    } else if (this.#eye.legacyItems.includes(kind)) return this.#item(kind, payload)
    return null
  }

  /** Turns so far; null where they are too many to tell them apart. */
  get count(): number | null {
    return this.#ids.isFull ? null : this.#finished + (this.#isShown() ? 1 : 0)
  }

  #isShown(): boolean {
    const turn = this.#turn
    return turn !== null && (turn.isExplicit || turn.hasItems || turn.hasCompaction)
  }

  #finish(): void {
    if (this.#isShown()) this.#finished += 1
    this.#turn = null
  }

  #start(id: string): void {
    this.#finish()
    this.#ids.add(id)
    if (this.#ids.isFull) this.#limits.meet('eyeTurns')
    this.#turn = { id, isExplicit: true, hasItems: false, hasCompaction: false }
  }

  /**
   * The end of a turn that is over changes that one. Any other completion ends the turn that is open; an abort that names a
   * turn that is not there ends only one that nothing began.
   */
  #end(kind: string, id: unknown): void {
    const isNamed = typeof id === 'string' && id !== this.#turn?.id
    if (isNamed && this.#ids.has(id)) return
    if (isNamed && kind === this.#eye.abort && this.#turn?.isExplicit === true) return
    this.#finish()
  }

  #rollBack(turns: unknown): void {
    this.#finish()
    if (typeof turns === 'number') this.#finished = Math.max(0, this.#finished - turns)
  }

  #item(kind: string, payload: JsonObject): string | null {
    const turnId = payload['turn_id']
    const isScoped = this.#eye.turnScopedItems.includes(kind) && typeof turnId === 'string' && turnId !== ''
    if (isScoped && !this.#ids.has(turnId) && !this.#ids.isFull)
      return 'The event names a turn that does not begin before it; Codex drops it.'
    if (isScoped && turnId !== this.#turn?.id) return null
    const text = kind === 'agent_message' ? payload['message'] : payload['text']
    if (text === '' && kind !== 'user_message') return null
    this.#add(kind)
    return null
  }

  /** A message of a user begins a turn where none was begun by an event; a compaction before it belongs to that turn. */
  #add(kind: string): void {
    const turn = this.#turn
    if (kind === 'user_message' && turn !== null && !turn.isExplicit) {
      if (turn.hasItems || !turn.hasCompaction) this.#finish()
    }
    this.#current().hasItems = true
  }

  #current(): OpenTurn {
    this.#turn ??= { id: null, isExplicit: false, hasItems: false, hasCompaction: false }
    return this.#turn
  }
}
