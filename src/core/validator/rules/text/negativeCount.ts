import { isJsonObject } from '../../../../shared/rollout/rolloutLine'
import { lineDraft, nothing, type Rule } from '../../rule'

/** A count of tokens below zero. */
export const negativeCount: Rule = {
  info: {
    id: 'text/negative-count',
    severity: 'warning',
    title: 'Negative count of tokens',
    explanation: 'A token count is below zero. Sums that use it are wrong.',
    remedy: 'Use the totals of the records before and after it.',
    source: 'What Codex was seen to write: counts from 0 on.',
    example: '"total_tokens":-5',
    codex: null,
  },
  plain: ['event_msg/token_count'],
  start: () => ({
    onLine: (line) => {
      if (line.record?.subtype !== 'token_count' || line.record.type !== 'event_msg') return nothing
      const { info } = line.record.payload
      if (!isJsonObject(info)) return nothing
      if (!usages.some((name) => hasNegative(info[name]))) return nothing
      const places = usages.flatMap((name) => below(info, name))
      return [lineDraft(line, `Below zero: ${places.join('; ')}.`)]
    },
  }),
  codex: () => null,
}

const usages = ['total_token_usage', 'last_token_usage'] as const
const counts = [
  'input_tokens',
  'cached_input_tokens',
  'cache_write_input_tokens',
  'output_tokens',
  'reasoning_output_tokens',
  'total_tokens',
] as const

function hasNegative(usage: unknown): boolean {
  if (!isJsonObject(usage)) return false
  for (const key of counts) if (isNegative(usage[key])) return true
  return false
}

function isNegative(count: unknown): count is number {
  return typeof count === 'number' && count < 0
}

function below(info: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const usage = info[name]
  if (!isJsonObject(usage)) return []
  return counts.flatMap((key) => {
    const count = usage[key]
    return isNegative(count) ? [`/payload/info/${name}/${key} is ${String(count)}`] : []
  })
}
