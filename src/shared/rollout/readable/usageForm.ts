/** Usage form: tokens that were counted, and how much of the account's limits they took. */
import { fact, factOf, factsBlock, notice } from './blocks'
import type { Fields } from './fields'
import type { FlatForm } from './form'
import type { Fact, FlatBlock, TableBlock } from './readable'
import { epochText, numberText } from './values'

const usageRows = [
  ['input_tokens', 'Input'],
  ['cached_input_tokens', 'of it cached'],
  ['cache_write_input_tokens', 'written to the cache'],
  ['output_tokens', 'Output'],
  ['reasoning_output_tokens', 'of it reasoning'],
  ['total_tokens', 'Total'],
] as const

interface UsageColumn {
  readonly label: string
  readonly usage: Fields | null
}

/** A `token_count` event. */
export function tokenCountForm(fields: Fields): FlatForm {
  const info = fields.object('info')
  const limits = fields.object('rate_limits')
  const table =
    info === null
      ? [notice('No usage is recorded on this line.', fields.at('info'))]
      : usageTable(info.pointer, [
          { label: 'Last request', usage: info.object('last_token_usage') },
          { label: 'Session so far', usage: info.object('total_token_usage') },
        ])
  return {
    title: 'Token count',
    note: null,
    blocks: [
      ...table,
      ...(info === null ? [] : factsBlock(factOf(info, 'model_context_window', 'Context window'))),
      ...(limits === null ? [] : rateLimitBlocks(limits)),
    ],
  }
}

/** A `token_usage_record`. */
export function usageRecordForm(fields: Fields): FlatForm {
  return {
    title: 'Token usage record',
    note: null,
    blocks: [
      ...usageTable(fields.pointer, [
        { label: 'This response', usage: fields.object('usage') },
        { label: 'Turn', usage: fields.object('turn_token_usage') },
        { label: 'Thread', usage: fields.object('thread_token_usage') },
      ]),
      ...factsBlock([...factOf(fields, 'response_id', 'Response'), ...factOf(fields, 'turn_id', 'Turn')]),
    ],
  }
}

/** What one turn took, as the output of `codex exec --json` tells it. */
export function turnUsageBlocks(fields: Fields): readonly FlatBlock[] {
  return usageTable(fields.pointer, [{ label: 'Turn', usage: fields.object('usage') }])
}

function usageTable(pointer: string, columns: readonly UsageColumn[]): readonly TableBlock[] {
  const present = columns.filter(({ usage }) => usage !== null)
  const rows = usageRows
    .map(([key, label]) => ({ label, cells: present.map(({ usage }) => cell(usage, key)) }))
    .filter(({ cells }) => cells.some((text) => text !== ''))
  return rows.length === 0
    ? []
    : [{ kind: 'table', label: 'Tokens', columns: present.map(({ label }) => label), rows, pointer }]
}

function cell(usage: Fields | null, key: string): string {
  const count = usage?.number(key) ?? null
  return count === null ? '' : withSeparators(numberText(count))
}

function withSeparators(text: string): string {
  return /^-?\d+$/.test(text) ? text.replaceAll(/\B(?=(\d{3})+$)/g, ',') : text
}

function rateLimitBlocks(limits: Fields): readonly FlatBlock[] {
  const facts = [
    ...windowFacts(limits.object('primary'), 'First limit'),
    ...windowFacts(limits.object('secondary'), 'Second limit'),
    ...flatWindowFacts(limits),
    ...factOf(limits, 'plan_type', 'Plan'),
    ...factOf(limits, 'limit_id', 'Limit'),
    ...factOf(limits, 'limit_name', 'Limit name'),
    ...factOf(limits, 'rate_limit_reached_type', 'Limit reached'),
  ]
  return factsBlock(facts, 'Rate limits')
}

function windowFacts(window: Fields | null, label: string): readonly Fact[] {
  if (window === null) return []
  const [used, minutes] = [window.number('used_percent'), window.number('window_minutes')]
  const [at, left] = [window.number('resets_at'), window.number('resets_in_seconds')]
  return [
    ...fact(label, usedText(used, minutes), window.pointer),
    ...fact(`${label} resets at`, at === null ? null : epochText(at), window.at('resets_at')),
    ...fact(
      `${label} resets in`,
      left === null ? null : `${numberText(left)} s`,
      window.at('resets_in_seconds'),
    ),
  ]
}

/** The shape of 0.40: the same without objects. */
function flatWindowFacts(limits: Fields): readonly Fact[] {
  return ['primary', 'secondary'].flatMap((name) => {
    const used = limits.number(`${name}_used_percent`)
    const minutes = limits.number(`${name}_window_minutes`)
    const label = name === 'primary' ? 'First limit' : 'Second limit'
    return fact(label, usedText(used, minutes), limits.at(`${name}_used_percent`))
  })
}

function usedText(used: number | null, minutes: number | null): string | null {
  if (used === null && minutes === null) return null
  const share = used === null ? 'use not recorded' : `${numberText(used)} % used`
  return minutes === null ? share : `${share} of ${windowText(minutes)}`
}

function windowText(minutes: number): string {
  if (minutes % 1440 === 0) return `${numberText(minutes / 1440)} days`
  return minutes % 60 === 0 ? `${numberText(minutes / 60)} hours` : `${numberText(minutes)} minutes`
}
