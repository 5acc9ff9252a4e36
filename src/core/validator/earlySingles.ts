/**
 * Early singles: messages without a counterpart, as long as no message of their speaker has one. A file in which one of
 * the two streams is missing altogether is told once, not message by message.
 */
import type { Draft } from './rule'
import type { Named } from './ruleFamily'
import type { Speaker } from './spokenRecord'

type SingleRule = 'only-event' | 'only-item'

/** Most drafts that are kept; more than that are counted. */
const mostKept = 100
/** From so many on they are told in one finding. */
const manyEnough = 4

interface Kept {
  readonly drafts: Named<SingleRule>[]
  total: number
}

export class EarlySingles {
  readonly #kept = new Map<string, Kept>()

  add(speaker: Speaker, name: SingleRule, draft: Draft): void {
    const key = `${speaker} ${name}`
    const kept = this.#kept.get(key) ?? { drafts: [], total: 0 }
    this.#kept.set(key, kept)
    kept.total += 1
    if (kept.drafts.length < mostKept) kept.drafts.push({ name, draft })
  }

  /** Returns the messages of a speaker one by one, because another of theirs has its counterpart. */
  release(speaker: Speaker): readonly Named<SingleRule>[] {
    if (this.#kept.size === 0) return []
    return [...this.#kept].flatMap(([key, kept]) => {
      if (!key.startsWith(`${speaker} `)) return []
      this.#kept.delete(key)
      return kept.drafts
    })
  }

  /** Returns the rest at the end of the file: many of them as one, at the first. */
  rest(): readonly Named<SingleRule>[] {
    return [...this.#kept.values()].flatMap(({ drafts, total }) => {
      const [first] = drafts
      if (first === undefined || total < manyEnough) return drafts
      const message = `${first.draft.message} So are ${(total - 1).toLocaleString('en')} behind it.`
      return [{ name: first.name, draft: { ...first.draft, message } }]
    })
  }
}
