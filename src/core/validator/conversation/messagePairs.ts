/**
 * Message pairs: the messages of one role, each stored twice: as an event for people and as an item for the model. Both
 * come in the same order, a few lines apart; which one is first depends on the version (ROLLOUT-FORMAT 2.10).
 */
import type { Limits } from '../limits'
import type { Draft } from '../rule'
import { isSameText, type SaidText } from './saidText'

/** The two streams: events for people, items for the model. */
export type MessageSide = 'event' | 'item'

/** A message whose counterpart has not come yet. */
export interface SingleMessage {
  readonly side: MessageSide
  readonly said: SaidText
  readonly draft: Draft
  /** False for one that may have no counterpart. */
  readonly isSure: boolean
  /** Pairs that were found since. */
  overtaken: number
}

/** Two messages in the same place that should be one, or one that has no counterpart. */
export type OddMessage =
  | { readonly kind: 'differs'; readonly event: SingleMessage; readonly item: SingleMessage }
  | { readonly kind: 'only'; readonly message: SingleMessage }

/** Most messages that wait. In healthy files it is one, or as many as one answer has. */
const mostWaiting = 32
/** A message that so many later pairs have overtaken is not waited for any more. */
const mostOvertaken = 2

const noOnes: readonly OddMessage[] = []

export class MessagePairs {
  readonly #limits: Limits
  #waiting: SingleMessage[] = []
  /** True once a pair was found. */
  hasPairs = false

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Takes a message. Returns those that are not waited for any more. */
  take(message: Omit<SingleMessage, 'overtaken'>): readonly OddMessage[] {
    const waiting = this.#waiting
    const at = waiting.findIndex(({ side, said }) => side !== message.side && isSameText(said, message.said))
    if (at < 0) {
      waiting.push({ ...message, overtaken: 0 })
      if (waiting.length <= mostWaiting) return noOnes
      this.#limits.meet('messages')
      return this.#giveUp(mostWaiting / 2)
    }
    this.hasPairs = true
    waiting.splice(at, 1)
    if (at === 0) return noOnes
    let gone = 0
    for (const [index, other] of waiting.entries()) {
      if (index >= at) break
      other.overtaken += 1
      if (other.overtaken >= mostOvertaken) gone = index + 1
    }
    return gone === 0 ? noOnes : this.#giveUp(gone)
  }

  /** Returns all that wait, because nothing more can come. */
  flush(): readonly OddMessage[] {
    return this.#waiting.length === 0 ? noOnes : this.#giveUp(this.#waiting.length)
  }

  /** Gives up the first ones: an event and an item in the same order are one message that was changed. */
  #giveUp(count: number): readonly OddMessage[] {
    const given = this.#waiting.slice(0, count)
    this.#waiting = this.#waiting.slice(count)
    const events = given.filter(({ side }) => side === 'event')
    const items = given.filter(({ side, isSure }) => side === 'item' && isSure)
    return Array.from({ length: Math.max(events.length, items.length) }, (_, index): OddMessage[] => {
      const [event, item] = [events[index], items[index]]
      if (event !== undefined && item !== undefined) return [{ kind: 'differs', event, item }]
      const message = event ?? item
      return message === undefined ? [] : [{ kind: 'only', message }]
    }).flat()
  }
}
