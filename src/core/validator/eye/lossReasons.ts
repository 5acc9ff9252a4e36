/** Loss reasons: why Codex does not read lines as they stand, how many lines for each reason, and which is the first. */
import type { CodexSight, EyeReading } from '../../../shared/validation/codexReport'

/** Most reasons that are told apart. Files name unknown types, and could name any number of them. */
const mostReasons = 20

type LossReason = CodexSight['reasons'][number]
type Mutable = { -readonly [Key in keyof LossReason]: LossReason[Key] }

const othersNote = 'For other reasons than those that are listed.'

export class LossReasons {
  readonly #byKey = new Map<string, Mutable>()

  /** Takes a line. Reasons that differ in numbers alone are one; it is told in the words of its first line. */
  add({ outcome, note }: EyeReading, lineNumber: number): void {
    if (outcome === 'reads') return
    const key = `${outcome} ${note.replace(/\d+/g, '0')}`
    const isKnown = this.#byKey.has(key) || this.#byKey.size < mostReasons
    if (isKnown) this.#count(key, { outcome, note, lines: 1, firstLine: lineNumber })
    else this.#count(outcome, { outcome, note: othersNote, lines: 1, firstLine: lineNumber })
  }

  /** Returns the reasons in the order of their first lines; what goes beyond the most that are told apart comes last. */
  result(): LossReason[] {
    const isOther = ({ note }: LossReason): number => Number(note === othersNote)
    return [...this.#byKey.values()].sort((a, b) => isOther(a) - isOther(b) || a.firstLine - b.firstLine)
  }

  #count(key: string, reason: LossReason): void {
    const known = this.#byKey.get(key)
    if (known === undefined) this.#byKey.set(key, { ...reason })
    else {
      known.lines += 1
      if (reason.firstLine < known.firstLine) {
        known.firstLine = reason.firstLine
        known.note = reason.note
      }
    }
  }
}
