/** Summary text: the parts of records as one line of text. Pure and total: what is missing or odd makes an empty text. */
import { isJsonObject, type JsonObject } from './rolloutLine'
import { toSessionFacts } from './sessionMeta'

/** Facts of a session meta. */
export function metaText(payload: JsonObject): string {
  const facts = toSessionFacts(payload)
  const parts = [facts.id, facts.originator, facts.cliVersion, facts.source, facts.cwd]
  return fold(parts.filter((part) => part !== null).join(' · '))
}

/** Settings of a turn. */
export function turnContextText(payload: JsonObject): string {
  const sandbox = isJsonObject(payload['sandbox_policy']) ? payload['sandbox_policy'] : {}
  const approval = payload['approval_policy']
  const parts = [
    string(payload['model']),
    typeof approval === 'string' ? `approval ${approval}` : null,
    string(sandbox['type']) ?? string(sandbox['mode']),
    string(payload['cwd']),
  ]
  return fold(parts.filter((part) => part !== null).join(' · '))
}

/** Total of a token usage. */
export function usageText(usage: unknown): string {
  if (!isJsonObject(usage)) return 'no totals'
  const total = usage['total_tokens']
  return typeof total === 'number' ? `${String(total)} tokens` : keysText(usage)
}

/** Summary of a reasoning item, or that it has none. */
export function reasoningText(item: JsonObject): string {
  const text = contentText(item['summary'])
  if (text !== '') return text
  return typeof item['encrypted_content'] === 'string' ? 'encrypted, no summary' : ''
}

/** Words of a command, which is a list of them, or one text in foreign grammars. */
export function commandText(command: unknown): string {
  return fold(Array.isArray(command) ? command.map(str).join(' ') : str(command))
}

/** How a command ended, and which it was. */
export function commandResult(item: JsonObject): string {
  const exit = item['exit_code']
  const outcome = typeof exit === 'number' ? `exit ${String(exit)}` : str(item['status'])
  return fold(`${outcome} · ${commandText(item['command'])}`)
}

/** How a patch ended, and the files it names. */
export function patchText(item: JsonObject): string {
  const paths = isJsonObject(item['changes']) ? Object.keys(item['changes']) : []
  const outcome = string(item['status']) ?? (item['success'] === false ? 'failed' : '')
  return fold([outcome, paths.length === 0 ? 'no files' : paths.join(', ')].filter(Boolean).join(' · '))
}

/** How a picture came out, and what it shows; never its bytes. */
export function imageText(item: JsonObject): string {
  return fold([str(item['status']), str(item['revised_prompt'])].filter(Boolean).join(' · '))
}

/** Which tool of a client was asked, and how it ended where that is told. */
export function dynamicToolText(item: JsonObject): string {
  const name = [str(item['namespace']), str(item['tool'])].filter(Boolean).join('.')
  const outcome = str(item['error']) || (item['success'] === false ? 'failed' : str(item['status']))
  return fold([outcome, name, keysText(item['arguments'])].filter(Boolean).join(' · '))
}

/** What a review came to. */
export function reviewText(item: JsonObject): string {
  const output = isJsonObject(item['review_output']) ? item['review_output'] : null
  if (output === null) return fold(str(item['review']) || 'review without an outcome')
  const found = Array.isArray(output['findings']) ? output['findings'].length : 0
  const count = found === 1 ? '1 finding' : `${String(found)} findings`
  return fold(`${count} · ${str(output['overall_correctness'])}`)
}

/** The first text of a content list, as it stands. */
export function firstText(content: unknown): string {
  const first: unknown = Array.isArray(content) ? content[0] : content
  return isJsonObject(first) ? str(first['text']) : str(first)
}

/** Text of a content list: the texts joined, other parts by their type. */
export function contentText(content: unknown): string {
  if (typeof content === 'string') return fold(content)
  if (!Array.isArray(content)) return ''
  const parts = content.map((part: unknown) => {
    if (typeof part === 'string') return part
    if (!isJsonObject(part)) return ''
    return string(part['text']) ?? `[${str(part['type'])}]`
  })
  return fold(parts.join(' '))
}

/** Members of an object that nothing better is known about, twelve at most. */
export function keysText(value: unknown): string {
  if (!isJsonObject(value)) return fold(str(value))
  return fold(
    Object.entries(value)
      .filter(([key]) => key !== 'type')
      .slice(0, 12)
      .map(([key, entry]) => `${key}=${shorten(entry)}`)
      .join(' '),
  )
}

function shorten(value: unknown): string {
  if (Array.isArray(value)) return `[${String(value.length)}]`
  return isJsonObject(value) ? '{…}' : str(value).slice(0, 80)
}

/** What kind of JSON value it is. */
export function describe(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** Returns a string, or null for anything else. */
export function string(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** Returns a scalar as text, empty for anything else. */
export function str(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
    case 'boolean':
      return String(value)
    default:
      return ''
  }
}

/** Folds white space to single spaces, so that a text stands on one line. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
