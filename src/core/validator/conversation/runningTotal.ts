/**
 * Running total: whether totals that are stated one after the other are what their last answers make of them. In every
 * file that Codex was seen to write, a total is the one before and its last answer, or the one before once more.
 */
import { addUsage, count, differingKey, isEstimate, isLess, type Usage, type UsageKey } from './tokenUsage'

/** What is wrong with a total: it is less than before, begins anew with its last answer, or is another number. */
export interface TotalFault {
  readonly kind: 'down' | 'restarted' | 'sum'
  readonly words: string
}

interface Stated {
  readonly total: Usage
  readonly last: Usage
  /** What the total should have been, where it was another; null where it was right. */
  readonly expected: Usage | null
}

export class RunningTotal {
  #before: Stated | null = null
  /** True behind a compaction, whose own answers not every build tells. */
  #mayJump = false

  /** Forgets what was stated, because what comes next does not have to follow from it. */
  forget(): void {
    this.#before = null
  }

  /** Takes note of a compaction. */
  allowJump(): void {
    this.#mayJump = true
  }

  /** Takes a total with the usage of the last answer in it. Returns what is wrong with it, null for nothing. */
  take(total: Usage, last: Usage): TotalFault | null {
    const before = this.#before
    const fault = before === null ? firstFault(total, last) : this.#fault(before, total, last)
    const isRight = fault?.kind !== 'sum' || before === null
    this.#before = { total, last, expected: isRight ? null : addUsage(before.expected ?? before.total, last) }
    if (before !== null && differingKey(before.total, total) !== null) this.#mayJump = false
    return fault
  }

  #fault(before: Stated, total: Usage, last: Usage): TotalFault | null {
    if (differingKey(total, before.total) === null) return repeatFault(before, last)
    const key = differingKey(total, addUsage(before.total, last))
    if (key === null || isEstimate(total) || followsFrom(before.expected, total, last)) return null
    if (isLess(total, before.total)) return lessFault(before.total, total, last)
    if (this.#mayJump && !isLess(total, addUsage(before.total, last))) return null
    return sumFault(key, before.total, { total, last })
  }
}

/** True for a total that is right, where the one before it was not. */
function followsFrom(expected: Usage | null, total: Usage, last: Usage): boolean {
  if (expected === null) return false
  return differingKey(total, addUsage(expected, last)) === null || differingKey(total, expected) === null
}

function firstFault(total: Usage, last: Usage): TotalFault | null {
  if (isEstimate(last) || isEstimate(total) || !isLess(total, last)) return null
  return {
    kind: 'sum',
    words: `the total of ${tokens(total)} is less than the ${tokens(last)} of the last answer`,
  }
}

/** A total that comes twice is that of one answer; only an estimate may stand in the place of its last answer. */
function repeatFault(before: Stated, last: Usage): TotalFault | null {
  const key = differingKey(last, before.last)
  if (key === null || isEstimate(last) || isEstimate(before.last)) return null
  const [now, then] = [count(last[key]), count(before.last[key])]
  return {
    kind: 'sum',
    words: `the total is repeated, and the ${key} of its last answer are ${now} and were ${then}`,
  }
}

function lessFault(before: Usage, total: Usage, last: Usage): TotalFault {
  const [now, then] = [tokens(total), tokens(before)]
  return differingKey(total, last) === null
    ? { kind: 'restarted', words: `the total begins anew with ${now}, where it was ${then}` }
    : { kind: 'down', words: `the total is ${now}, where it was ${then}` }
}

function sumFault(
  key: UsageKey,
  before: Usage,
  { total, last }: { readonly total: Usage; readonly last: Usage },
): TotalFault {
  const parts = `${count(before[key])} before and ${count(last[key])} for the last answer`
  return { kind: 'sum', words: `${key} are ${count(total[key])} in total, and ${parts}` }
}

function tokens({ total_tokens: total }: Usage): string {
  return `${count(total)} tokens`
}
