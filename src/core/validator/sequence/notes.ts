/**
 * Notes: what a fold that several rules share has found on a line or in a file, each meant for one rule. A sequence is
 * followed once, and every rule about it picks what is its own.
 */
import type { RuleInfo } from '../../../shared/validation/report'
import { nothing, type Draft, type Rule } from '../rule'

/** A finding for the rule of this id. */
export interface Note {
  readonly rule: string
  readonly draft: Draft
}

/** What a fold returns where it has nothing to say: one list for all lines. */
export const noNotes: readonly Note[] = []

/** Joins notes, without a new list where one of the two is empty. */
export function joined(a: readonly Note[], b: readonly Note[]): readonly Note[] {
  if (b.length === 0) return a
  return a.length === 0 ? b : [...a, ...b]
}

/** Where something stands in a file. */
export type Place = Pick<Draft, 'lineNumber' | 'byteOffset' | 'byteLength'>

/** Returns the place of a whole line, and nothing else of it. */
export function placeOf({ lineNumber, byteOffset, byteLength }: Place): Place {
  return { lineNumber, byteOffset, byteLength }
}

/** Returns the place from the first of two lines to the end of the second. */
export function placeThrough(first: Place, last: Place): Place {
  const byteLength = last.byteOffset + last.byteLength - first.byteOffset
  return { lineNumber: first.lineNumber, byteOffset: first.byteOffset, byteLength }
}

/** A rule that picks its own notes. What Codex does is said by each of them. */
export function noteRule(info: RuleInfo): Rule {
  const own = (notes: readonly Note[]): readonly Draft[] =>
    notes.length === 0 ? nothing : notes.filter(({ rule }) => rule === info.id).map(({ draft }) => draft)
  return {
    info,
    // A line with notes is not plain.
    plain: [],
    start: () => ({
      onLine: ({ notes }) => own(notes),
      onEnd: ({ notes }) => own(notes),
      onPart: ({ notes }) => own(notes),
    }),
    codex: () => null,
  }
}
