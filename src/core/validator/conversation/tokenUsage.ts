/** Token usage: the counts of one answer, turn or thread, and whether they can be counts of the same thing. */
import { isJsonObject } from '../../../shared/rollout/rolloutLine'

/** Members of a usage that add up from answer to answer. */
export const usageKeys = [
  'input_tokens',
  'cached_input_tokens',
  'cache_write_input_tokens',
  'output_tokens',
  'reasoning_output_tokens',
  'total_tokens',
] as const
export type UsageKey = (typeof usageKeys)[number]

/** Counts by member; null for one that is not there. A build before 0.144 has no `cache_write_input_tokens`. */
export type Usage = Readonly<Record<UsageKey, number | null>>

/** Returns the counts of a usage, null where it is none or one of its counts is no natural number, which others name. */
export function usageOf(value: unknown): Usage | null {
  if (!isJsonObject(value)) return null
  for (const key of usageKeys) {
    const count = value[key]
    if (count !== undefined && count !== null && !isNatural(count)) return null
  }
  // Written out: made for each of millions of records, and such an object costs a tenth of one made in a loop.
  return {
    input_tokens: countOf(value['input_tokens']),
    cached_input_tokens: countOf(value['cached_input_tokens']),
    cache_write_input_tokens: countOf(value['cache_write_input_tokens']),
    output_tokens: countOf(value['output_tokens']),
    reasoning_output_tokens: countOf(value['reasoning_output_tokens']),
    total_tokens: countOf(value['total_tokens']),
  }
}

function countOf(count: unknown): number | null {
  return isNatural(count) ? count : null
}

function isNatural(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/** True for a total without parts: what Codex writes where it only estimates, such as after a compaction. */
export function isEstimate(usage: Usage): boolean {
  return usage.total_tokens !== 0 && usage.input_tokens === 0 && usage.output_tokens === 0
}

/** Says what within one usage cannot be, null where all of it can. */
export function usageFault(usage: Usage): string | null {
  const { input_tokens: input, output_tokens: output, total_tokens: total } = usage
  if (isEstimate(usage)) return null
  if (input !== null && output !== null && total !== null && input + output !== total) {
    return `${count(input)} input and ${count(output)} output tokens are not ${count(total)} in total`
  }
  return more('cached', usage.cached_input_tokens, 'input', input) ?? moreReasoning(usage)
}

function moreReasoning(usage: Usage): string | null {
  return more('reasoning', usage.reasoning_output_tokens, 'output', usage.output_tokens)
}

function more(part: string, count1: number | null, whole: string, count2: number | null): string | null {
  if (count1 === null || count2 === null || count1 <= count2) return null
  return `${count(count1)} ${part} tokens are more than ${count(count2)} ${whole} tokens`
}

/** Returns the sum of two usages; null for a member that one of them lacks. */
export function addUsage(a: Usage, b: Usage): Usage {
  return {
    input_tokens: sum(a.input_tokens, b.input_tokens),
    cached_input_tokens: sum(a.cached_input_tokens, b.cached_input_tokens),
    cache_write_input_tokens: sum(a.cache_write_input_tokens, b.cache_write_input_tokens),
    output_tokens: sum(a.output_tokens, b.output_tokens),
    reasoning_output_tokens: sum(a.reasoning_output_tokens, b.reasoning_output_tokens),
    total_tokens: sum(a.total_tokens, b.total_tokens),
  }
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}

/** Returns the first member in which two usages differ, null where they agree in all that both have. */
export function differingKey(a: Usage, b: Usage): UsageKey | null {
  for (const key of usageKeys) if (a[key] !== null && b[key] !== null && a[key] !== b[key]) return key
  return null
}

/** True when a usage has less than another in any member. */
export function isLess(a: Usage, b: Usage): boolean {
  for (const key of usageKeys) if (a[key] !== null && a[key] < (b[key] ?? 0)) return true
  return false
}

/** Writes a count for a message. */
export function count(value: number | null): string {
  return (value ?? 0).toLocaleString('en')
}
