import type { Place } from '../../sequence/notes'
import { nothing, type Draft, type Rule, type RuleLine } from '../../rule'
import { quoted } from '../../shapeText'
import { TurnOverlap, type Overlap } from '../../conversation/turnOverlap'

/** As often as this must ordinals be given twice, or times go back, before they tell of two writers. */
const often = 3

/** Two processes wrote into the file at the same time. */
export const interleavedWriters: Rule = {
  info: {
    id: 'writers/interleaved',
    severity: 'warning',
    title: 'Two writers at once',
    explanation:
      'Lines of two turns alternate, ordinals are given twice again and again, or times go to and fro: two processes appended to the file at the same time, each with a history of its own. Read as one session, they are two that never knew of each other.',
    remedy:
      'Tell the two apart by their turn ids. Codex locks a session against this since 0.147, on one machine.',
    source: 'openai/codex#33241, #38629, #40109.',
    example: 'task_started of turn A, task_started of turn B, an item of A, an item of B',
    codex: null,
  },
  start: ({ limits }) => {
    const turns = new TurnOverlap(limits)
    const repeated = new Often('ordinal/repeated')
    const back = new Often('time/backwards')
    let overlap: Overlap | null = null
    const onEnd = (): readonly Draft[] => {
      const signs = [
        ...(overlap === null ? [] : [{ place: overlap.place, message: overlapText(overlap) }]),
        ...repeated.signs((count) => `${count} times an ordinal is given that was given before.`),
        ...back.signs((count) => `${count} times a line is earlier than the one before it.`),
      ].sort((a, b) => a.place.byteOffset - b.place.byteOffset)
      const [first] = signs
      return first === undefined
        ? nothing
        : [{ ...first.place, message: signs.map(({ message }) => message).join(' ') }]
    }
    return {
      onLine: (line) => {
        if (line.notes.length > 0) {
          repeated.take(line)
          back.take(line)
        }
        overlap ??= turns.take(line)
        return nothing
      },
      onEnd,
      onPart: onEnd,
    }
  },
  codex: () => null,
}

function overlapText({ first, second, from }: Overlap): string {
  return `Turn ${quoted(second)} begins here while turn ${quoted(first)}, which began on line ${String(from)}, goes on: their lines alternate.`
}

/** Counts the notes for one rule, and keeps the place of the first. */
class Often {
  readonly #rule: string
  #place: Place | null = null
  #count = 0

  constructor(rule: string) {
    this.#rule = rule
  }

  take({ notes }: RuleLine): void {
    for (const { rule, draft } of notes) {
      if (rule !== this.#rule) continue
      this.#place ??= draft
      this.#count += 1
    }
  }

  /** Returns a sentence and its place where there were many. */
  signs(sentence: (count: string) => string): readonly { readonly place: Place; readonly message: string }[] {
    if (this.#place === null || this.#count < often) return []
    const { lineNumber, byteOffset, byteLength } = this.#place
    return [
      { place: { lineNumber, byteOffset, byteLength }, message: sentence(this.#count.toLocaleString('en')) },
    ]
  }
}
