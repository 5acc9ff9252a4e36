/**
 * Few drafts: one finding for each line while they are few, and one for the whole file, at the first place, when they are
 * many. For what says more about the program that wrote a file than about its lines.
 */
import { nothing, type Draft } from './rule'

/** So many lines are named one by one. */
const few = 20

export class FewDrafts {
  readonly #drafts: Draft[] = []
  #count = 0

  add(draft: Draft): void {
    this.#count += 1
    if (this.#drafts.length < few) this.#drafts.push(draft)
  }

  /** Returns the findings of the file. */
  end(): readonly Draft[] {
    const [first] = this.#drafts
    if (first === undefined) return nothing
    if (this.#count <= few) return this.#drafts
    const message = `${this.#count.toLocaleString('en')} lines, this one first: ${first.message}`
    return [{ ...first, message }]
  }
}
