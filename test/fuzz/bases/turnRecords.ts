/** Turn records: what the records of one turn share, in the generations that have turns. */
import type { Members, Scribe } from './scribe'

/** What the records of a session look like. */
export interface TurnStyle {
  readonly generation: '0.137' | '0.169'
  /** True where items completed stand in the place of events, as in paginated files. */
  readonly hasItems: boolean
}

/** What the records of one turn share. */
export interface Turn {
  readonly scribe: Scribe
  readonly style: TurnStyle
  readonly turnId: string
  readonly startedMs: number
}

/** Members that 0.169 writes and 0.137 does not. */
export function newer({ style }: Turn, members: Members): Members {
  return style.generation === '0.169' ? members : {}
}

/** A response item of 0.169 says which turn it belongs to. */
export function item(turn: Turn, type: string, members: Members): void {
  const passthrough = { internal_chat_message_metadata_passthrough: { turn_id: turn.turnId } }
  turn.scribe.item(type, { ...members, ...newer(turn, passthrough) })
}

/** Writes the event of an item that is completed at once. */
export function completed(turn: Turn, members: Members): void {
  const { scribe, turnId } = turn
  const at = scribe.nowMs
  scribe.event('item_completed', {
    thread_id: scribe.sessionId,
    turn_id: turnId,
    item: members,
    started_at_ms: at,
    completed_at_ms: at,
  })
}
