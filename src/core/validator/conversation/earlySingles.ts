/**
 * Early singles: messages without a counterpart, as long as no message of the file has one. Where that stays so, one of
 * the two streams is missing altogether, which is told once and not message by message.
 */
import type { Draft } from '../rule'
import type { Named } from './ruleFamily'

/** What is told of a message that is in one stream alone. */
export type SingleRule = 'only-event' | 'only-item'

/** Most drafts that are kept; more than that are counted. */
const mostKept = 100

export class EarlySingles {
  readonly #kept: Named<SingleRule>[] = []
  readonly #totals = { 'only-event': 0, 'only-item': 0 }
  readonly #firsts = new Map<SingleRule, Draft>()
  /** The first of each kind that was not kept. */
  readonly #beyond = new Map<SingleRule, Draft>()

  add(name: SingleRule, draft: Draft): void {
    this.#totals[name] += 1
    // A user's message waits longer than the model's, and may stand before one that was given up already.
    if (draft.byteOffset < (this.#firsts.get(name)?.byteOffset ?? Infinity)) this.#firsts.set(name, draft)
    if (this.#kept.length < mostKept) this.#kept.push({ name, draft })
    else if (!this.#beyond.has(name)) this.#beyond.set(name, draft)
  }

  /** Returns the messages one by one, because another of the file has its counterpart, and how many more there were. */
  release(): readonly Named<SingleRule>[] {
    const kept = this.#kept.splice(0)
    const more = [...this.#beyond].map(([name, draft]) => {
      const count = this.#totals[name] - kept.filter((one) => one.name === name).length
      const message = `${draft.message} This is the first of ${count.toLocaleString('en')} that are told as one.`
      return { name, draft: count === 1 ? draft : { ...draft, message } }
    })
    return [...kept, ...more]
  }

  /** Returns the rest at the end of the file: one finding for each stream, at the first message in it. */
  rest(): readonly Named<'one-stream'>[] {
    return (['only-event', 'only-item'] as const).flatMap((name) => {
      const first = this.#kept.length === 0 ? undefined : this.#firsts.get(name)
      if (first === undefined) return []
      const total = this.#totals[name]
      const what = total === 1 ? 'A message stands' : `${total.toLocaleString('en')} messages stand`
      const where = name === 'only-event' ? 'as events for people' : 'as items for the model'
      const message = `${what} ${where} only, and no message of the file as both.`
      return [{ name: 'one-stream' as const, draft: { ...first, message } }]
    })
  }
}
