/**
 * Token fold: compares the counts of tokens that a file states with each other: within one answer, from total to total,
 * and between the two records of one answer.
 */
import { isJsonObject, type JsonObject } from '../../../shared/rollout/rolloutLine'
import { eachRecord } from './lineRecords'
import type { RecordFacts } from '../recordFacts'
import { lineDraft, type RuleLine } from '../rule'
import { NamedDrafts, type FamilyFold, type Named } from './ruleFamily'
import { RunningTotal } from './runningTotal'
import { quotedShort } from '../shapeText'
import { count, differingKey, usageFault, usageOf, type Usage } from './tokenUsage'

/** What is told of token counts, by the names of the rules below `tokens/`. */
export type TokenRule = 'sum' | 'down' | 'restarted' | 'copied'

/** A usage record whose `token_count` has not come yet. */
interface Awaiting {
  readonly usage: Usage
  readonly thread: Usage
  readonly lineNumber: number
}

export class TokenFold implements FamilyFold<TokenRule> {
  /** Totals as events tell them, as usage records tell them, and those of the turn in the records. */
  readonly #counted = new RunningTotal()
  readonly #recorded = new RunningTotal()
  readonly #ofTurn = new RunningTotal()
  readonly #found = new NamedDrafts<TokenRule>()
  #turnId: unknown = undefined
  #awaiting: Awaiting | null = null
  #sessionId: string | null = null
  #hasBase = false
  #copiedFrom: string | null = null
  #isCopyNamed = false
  #isFirstCount = true

  onLine = (line: RuleLine): readonly Named<TokenRule>[] => {
    if (line.sessionFacts !== null) this.#meta(line)
    if (!eachRecord(line, this.#record)) this.#forget()
    return this.#found.take()
  }

  onEnd = (): readonly Named<TokenRule>[] => this.#found.take()

  readonly #record = (record: RecordFacts, line: RuleLine): void => {
    switch (record.type) {
      case 'event_msg':
        if (record.subtype === 'token_count') this.#count(record.payload['info'], line)
        else if (record.subtype === 'task_started') this.#awaiting = null
        return
      case 'token_usage_record':
        this.#usageRecord(record.payload, line)
        return
      case 'compacted':
        this.#counted.allowJump()
        this.#recorded.allowJump()
        return
      default:
    }
  }

  #meta({ sessionFacts: facts }: RuleLine): void {
    if (facts === null) return
    if (this.#sessionId === null) {
      this.#sessionId = facts.id
      this.#hasBase = facts.hasBase
    } else if (facts.id !== null && facts.id !== this.#sessionId) this.#copiedFrom = facts.id
  }

  /** What stood on a line that cannot be read may be what is missing. */
  #forget(): void {
    this.#counted.forget()
    this.#recorded.forget()
    this.#ofTurn.forget()
    this.#turnId = undefined
    this.#awaiting = null
  }

  #count(info: unknown, line: RuleLine): void {
    if (!isJsonObject(info)) return
    const total = usageOf(info['total_token_usage'])
    const last = usageOf(info['last_token_usage'])
    if (total === null || last === null) {
      this.#forget()
      return
    }
    this.#nameCopy(total, last, line)
    const within = usageFault(total) ?? usageFault(last)
    const isNamed = this.#take(this.#counted, { total, last, line, within })
    if (!isNamed) this.#compareWithRecord({ total, last }, line)
    this.#awaiting = null
    this.#isFirstCount = false
  }

  #usageRecord(payload: JsonObject, line: RuleLine): void {
    const usage = usageOf(payload['usage'])
    const thread = usageOf(payload['thread_token_usage'])
    const turn = usageOf(payload['turn_token_usage'])
    if (usage === null || thread === null || turn === null) {
      this.#forget()
      return
    }
    if (payload['turn_id'] !== this.#turnId) this.#ofTurn.forget()
    this.#turnId = payload['turn_id']
    const within = usageFault(usage) ?? usageFault(turn) ?? usageFault(thread)
    const ofTurn = this.#ofTurn.take(turn, usage)
    const ofTurnWords = ofTurn === null ? null : `of the turn, ${ofTurn.words}`
    const isNamed = this.#take(this.#recorded, {
      total: thread,
      last: usage,
      line,
      within: within ?? ofTurnWords,
    })
    const isAlone = this.#awaiting === null && thread.input_tokens !== null
    this.#awaiting = isNamed || !isAlone ? null : { usage, thread, lineNumber: line.line.lineNumber }
  }

  /** Takes a total, and names what is wrong with it; of several things one. Returns whether there was any. */
  #take(
    running: RunningTotal,
    stated: {
      readonly total: Usage
      readonly last: Usage
      readonly line: RuleLine
      readonly within: string | null
    },
  ): boolean {
    const fault = running.take(stated.total, stated.last)
    if (stated.within !== null) this.#name('sum', stated.line, stated.within)
    else if (fault !== null) this.#name(fault.kind, stated.line, fault.words)
    return stated.within !== null || fault !== null
  }

  /** An answer is told by a usage record and then by a `token_count`, with the same numbers. */
  #compareWithRecord({ total, last }: { readonly total: Usage; readonly last: Usage }, line: RuleLine): void {
    const record = this.#awaiting
    if (record === null) return
    const key = differingKey(total, record.thread)
    const where = `line ${String(record.lineNumber)}, about the same answer`
    if (key !== null) {
      const [here, there] = [count(total[key]), count(record.thread[key])]
      this.#name('sum', line, `${key} are ${here} in total, and ${there} in ${where}`)
    } else {
      const ofLast = differingKey(last, record.usage)
      if (ofLast === null) return
      const [here, there] = [count(last[ofLast]), count(record.usage[ofLast])]
      this.#name('sum', line, `${ofLast} of the last answer are ${here}, and ${there} in ${where}`)
    }
  }

  #nameCopy(total: Usage, last: Usage, line: RuleLine): void {
    if (this.#isCopyNamed) return
    const includesBase = this.#hasBase && this.#isFirstCount && differingKey(total, last) !== null
    if (this.#copiedFrom === null && !includesBase) return
    this.#isCopyNamed = true
    const words =
      this.#copiedFrom === null
        ? `of the ${count(total.total_tokens)} tokens in total, ${count(last.total_tokens)} are of this file and the rest of its base`
        : `the totals from here on stand behind a header of the session ${quotedShort(this.#copiedFrom)}, and may be its`
    this.#name('copied', line, words)
  }

  #name(name: TokenRule, line: RuleLine, words: string): void {
    this.#found.push(name, lineDraft(line, `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`))
  }
}
