/**
 * Consequences: findings that say again what another finding says at its cause. What is wrong is told once, at the cause;
 * a consequence is never more serious than that, so that nothing serious is left out for something that is not.
 */
import type { Draft } from './rule'

/** Which findings follow from those of a rule. */
interface Cause {
  readonly rule: string
  /** Where a consequence stands: anywhere in the file, on the lines of the cause, or at the very line. */
  readonly reach: 'file' | 'lines' | 'line'
  readonly isConsequence: (rule: string) => boolean
}

const ofTheFileItself: ReadonlySet<string> = new Set(['file', 'source', 'format'])

const ofRepeatedLines: ReadonlySet<string> = new Set([
  'call/id-repeated',
  'turn/repeated',
  'turn/overlapping',
  'turn/not-started',
  'time/backwards',
  'time/far',
  'message/only-event',
  'message/only-item',
])

const causes: readonly Cause[] = [
  // Of a file that is no text nothing but that can be said: no line of it is one.
  { rule: 'file/not-text', reach: 'file', isConsequence: (rule) => !ofTheFileItself.has(areaOf(rule)) },
  // What is written twice happens twice: a call with the id of another, a time that goes back.
  { rule: 'line/repeated', reach: 'lines', isConsequence: (rule) => ofRepeatedLines.has(rule) },
  // The session meta that lacks what makes it a record.
  { rule: 'meta/missing', reach: 'line', isConsequence: (rule) => rule === 'line/not-record' },
]

function areaOf(rule: string): string {
  return rule.slice(0, rule.indexOf('/'))
}

/** What one rule has found: the drafts that are kept, and how many there were. */
export interface RuleDrafts {
  readonly id: string
  readonly drafts: readonly Draft[]
  readonly count: number
}

/** Leaves out what follows from findings that are there. What is not kept of a cause explains nothing. */
export function withoutConsequences<Found extends RuleDrafts>(found: readonly Found[]): readonly Found[] {
  let left = found
  for (const { rule, reach, isConsequence } of causes) {
    const places = found.find(({ id }) => id === rule)?.drafts ?? []
    if (places.length === 0) continue
    left = left.map((one) => {
      if (!isConsequence(one.id)) return one
      if (reach === 'file') return { ...one, drafts: [], count: 0 }
      const drafts = one.drafts.filter((draft) => !isAt(draft, places, reach))
      return { ...one, drafts, count: one.count - one.drafts.length + drafts.length }
    })
  }
  return left
}

/** True where a draft about a line stands on one of some places, which are in the order of the file. */
function isAt({ lineNumber, byteOffset }: Draft, places: readonly Draft[], reach: 'lines' | 'line'): boolean {
  if (lineNumber === null) return false
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.byteOffset ?? 0) <= byteOffset) low = middle + 1
    else high = middle
  }
  const place = places[low - 1]
  if (place === undefined || place.lineNumber === null) return false
  return reach === 'line' ? place.lineNumber === lineNumber : byteOffset < place.byteOffset + place.byteLength
}

/** Every pair of a cause and a rule of which some findings follow from it, of the rules that are named. */
export function causedRules(
  rules: readonly string[],
): readonly { readonly cause: string; readonly rule: string }[] {
  return causes.flatMap(({ rule: cause, isConsequence }) =>
    rules.filter((rule) => rule !== cause && isConsequence(rule)).map((rule) => ({ cause, rule })),
  )
}
