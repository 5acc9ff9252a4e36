/**
 * Call fold: pairs the calls of tools with their outputs, by the id that both carry. What it holds is bounded: calls that
 * wait for an output, outputs that no call was seen for, and the hashes of ids that went by.
 */
import type { JsonObject } from '../../../shared/rollout/rolloutLine'
import { callEndings, type CallEnd, type CallRule, type OpenCall, type Orphan } from './callEnd'
import { callTypes, isOfModel, outputTypes } from './callItems'
import { bareItem, eachRecord, itemOf } from './lineRecords'
import type { RecordFacts } from '../recordFacts'
import type { Limits } from '../limits'
import { lineDraft, type FileBasics, type FileFacts, type RuleLine } from '../rule'
import { NamedDrafts, type FamilyFold, type Named } from './ruleFamily'
import { SeenIds } from '../seenIds'
import { quotedShort } from '../shapeText'

/** Calls and outputs that wait at the same time; more than that nobody has seen, and the oldest are given up. */
const mostWaiting = 2_000

export class CallFold implements FamilyFold<CallRule> {
  readonly #open = new Map<string, OpenCall>()
  readonly #orphans = new Map<string, Orphan>()
  readonly #calls = new SeenIds()
  /** Calls and outputs that are not waited for any more: of these nothing is said. */
  #givenUp: SeenIds | null = null
  /** Requests to the model, as far as items tell: what it says behind an output belongs to the next one. */
  #round = 0
  #hasOutput = false
  #hasCalls = false
  #lost = 0
  #lostInTurn = false
  readonly #found = new NamedDrafts<CallRule>()
  readonly #limits: Limits

  constructor({ limits }: FileBasics) {
    this.#limits = limits
  }

  onLine = (line: RuleLine): readonly Named<CallRule>[] => {
    const bare = bareItem(line)
    if (bare !== null) this.#item(bare, line)
    else if (!eachRecord(line, this.#record)) {
      this.#lost += 1
      this.#lostInTurn = true
    }
    return this.#found.take()
  }

  onEnd = (file: FileFacts): readonly Named<CallRule>[] => {
    if (this.#calls.isFull) this.#limits.meet('ids')
    return [
      ...[...this.#open.values()].flatMap((call) => this.#ended(call)),
      ...[...this.#orphans.values()]
        .filter(({ isExplained, isFirst }) => !isExplained && !(isFirst && file.session?.hasBase === true))
        .map(({ draft }) => ({ name: 'without-call' as const, draft })),
    ]
  }

  readonly #record = (record: RecordFacts, line: RuleLine): void => {
    const item = itemOf(record)
    if (item !== null) this.#item(item, line)
    else if (record.type === 'event_msg') this.#event(record.subtype)
  }

  #event(type: string | null): void {
    switch (type) {
      case 'task_complete':
      case 'turn_complete':
        this.#endTurn('completed')
        return
      case 'turn_aborted':
        this.#endTurn('aborted')
        return
      case 'task_started':
      case 'turn_started':
        this.#endTurn('next-turn')
        return
      default:
    }
  }

  #endTurn(end: 'completed' | 'aborted' | 'next-turn'): void {
    for (const call of this.#open.values()) this.#endCall(call, end)
    this.#lostInTurn = false
    this.#hasOutput = false
    this.#round += 1
  }

  #item(item: JsonObject, line: RuleLine): void {
    const { type, call_id: id } = item
    if (typeof type !== 'string') return
    if (outputTypes.has(type)) {
      this.#hasOutput = true
      if (typeof id === 'string') this.#output(id, line)
      return
    }
    if (!isOfModel(type, item)) return
    this.#says()
    if (callTypes.has(type) && typeof id === 'string') this.#call(id, item, line)
  }

  /** The model speaks: where it was told an output before, all calls of its last answer have theirs. */
  #says(): void {
    if (!this.#hasOutput) return
    this.#hasOutput = false
    this.#round += 1
    for (const call of this.#open.values()) if (call.round < this.#round) this.#endCall(call, 'answered')
  }

  #endCall(call: OpenCall, end: CallEnd): void {
    call.end ??= call.lost < this.#lost ? 'lost' : end
  }

  #call(id: string, item: JsonObject, line: RuleLine): void {
    this.#hasCalls = true
    const name = typeof item['name'] === 'string' ? item['name'] : String(item['type'])
    const what = `The call ${quotedShort(id)} of ${quotedShort(name)}`
    const orphan = this.#orphans.get(id)
    if (this.#calls.add(id))
      this.#found.push('id-repeated', lineDraft(line, `${what} has the id of an earlier call.`))
    else if (orphan !== undefined) {
      this.#orphans.delete(id)
      this.#found.push('out-of-order', {
        ...orphan.draft,
        message: `${outputOf(id)} stands before its call.`,
      })
      return
    }
    if (this.#givenUp?.has(id) === true) return
    if (this.#open.size >= mostWaiting) this.#giveUpOldestCall()
    this.#open.set(id, { draft: lineDraft(line, what), round: this.#round, lost: this.#lost, end: null })
  }

  #output(id: string, line: RuleLine): void {
    const call = this.#open.get(id)
    if (call !== undefined) {
      this.#open.delete(id)
      if (call.end === 'completed') {
        this.#found.push(
          'out-of-order',
          lineDraft(line, `${outputOf(id)} stands behind the end of its turn.`),
        )
      }
      return
    }
    if (this.#givenUp?.has(id) === true) return
    if (this.#calls.has(id)) {
      this.#found.push('id-repeated', lineDraft(line, `The call ${quotedShort(id)} has one more output.`))
      return
    }
    if (this.#orphans.has(id)) return
    if (this.#orphans.size >= mostWaiting) this.#giveUp(this.#orphans.keys().next().value)
    this.#orphans.set(id, {
      draft: lineDraft(line, `${outputOf(id)} stands without its call.`),
      isExplained: this.#lostInTurn || this.#calls.isFull,
      isFirst: !this.#hasCalls,
    })
  }

  /** A call whose turn is over is named; what comes of another is not known, and is not guessed. */
  #giveUpOldestCall(): void {
    for (const [id, call] of this.#open) {
      if (call.end !== null) for (const { name, draft } of this.#ended(call)) this.#found.push(name, draft)
      this.#giveUp(id)
      return
    }
  }

  /** Nothing is said any more of a call, or of an output without one. */
  #giveUp(id: string | undefined): void {
    if (id === undefined) return
    this.#limits.meet('calls')
    this.#open.delete(id)
    this.#orphans.delete(id)
    this.#givenUp ??= new SeenIds()
    this.#givenUp.add(id)
  }

  #ended(call: OpenCall): readonly Named<CallRule>[] {
    this.#endCall(call, 'file-end')
    const ended = call.end === null ? null : callEndings[call.end]
    if (ended === null) return []
    const { draft } = call
    return [{ name: ended.name, draft: { ...draft, message: `${draft.message} ${ended.words}.` } }]
  }
}

function outputOf(id: string): string {
  return `The output of the call ${quotedShort(id)}`
}
