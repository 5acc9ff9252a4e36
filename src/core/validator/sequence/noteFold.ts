/** Note fold: everything that several rules share the work of, line by line: the sequence of ordinals and of times. */
import type { SessionFacts } from '../../../shared/rollout/sessionMeta'
import type { Limits } from '../limits'
import { joined, type Note } from './notes'
import { OrdinalFold, type OrdinalInput } from './ordinalFold'
import { TimeFold } from './timeFold'

/** A line with what is known of it. */
export interface NoteInput extends OrdinalInput {
  readonly facts: SessionFacts | null
}

export class NoteFold {
  readonly #ordinals: OrdinalFold
  readonly #times: TimeFold

  /** `nowMs` is the time that no line may be later than; null for none. */
  constructor({ nowMs, limits }: { readonly nowMs: number | null; readonly limits: Limits }) {
    this.#ordinals = new OrdinalFold(limits)
    this.#times = new TimeFold(nowMs, limits)
  }

  /** Takes the next line, and returns what is to be said of it, or of lines before it. */
  observe(input: NoteInput): readonly Note[] {
    return joined(this.#ordinals.observe(input), this.#times.observe(input))
  }

  /** Returns what can only be told at the end. */
  finish(): readonly Note[] {
    return joined(this.#ordinals.finish(), this.#times.finish())
  }
}
