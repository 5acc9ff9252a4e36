/**
 * Line summary: what one line is about, in one line of text, for rows of the viewer and of `show`.
 *
 * Pure and total: it takes any JSON value, parsed from a whole line or from the beginning of a long one,
 * and never throws. What it does not know it shows by its name, so that new Codex versions stay readable.
 */
import type { RecordKind } from './recordKind'
import { isJsonObject, lineShape, type JsonObject } from './rolloutLine'
import { toSessionFacts } from './sessionMeta'

/** `type` and `subtype` are the tags as they stand in the file; `text` is folded to one line, not yet cut. */
export interface LineSummary {
  readonly timestamp: string | null
  readonly type: string | null
  readonly subtype: string | null
  readonly ordinal: number | null
  readonly kind: RecordKind
  readonly text: string
}

/** Summarises a parsed line of any shape. */
export function summariseLine(value: unknown): LineSummary {
  const { kind, text } = contentOf(value)
  return { ...tagsOf(value), kind, text: text() }
}

/** Returns the record kind of a parsed line, for those who draw many lines and read none. */
export function recordKindOf(value: unknown): RecordKind {
  return contentOf(value).kind
}

type Tags = Pick<LineSummary, 'timestamp' | 'type' | 'subtype' | 'ordinal'>

/** The tags of a line as they stand in the file, also where it is no record. */
function tagsOf(value: unknown): Tags {
  if (!isJsonObject(value)) return { timestamp: null, type: null, subtype: null, ordinal: null }
  const payload = value['payload']
  return {
    timestamp: string(value['timestamp']),
    type: string(value['type']) ?? string(value['record_type']),
    subtype: isJsonObject(payload) ? subtypeOf(payload) : null,
    ordinal: typeof value['ordinal'] === 'number' ? value['ordinal'] : null,
  }
}

function contentOf(value: unknown): Content {
  if (!isJsonObject(value)) {
    return { kind: 'unknown', text: () => `JSON ${describe(value)}, not a record` }
  }
  switch (lineShape(value)) {
    case 'envelope': {
      const payload = isJsonObject(value['payload']) ? value['payload'] : {}
      return envelopeContent(string(value['type']) ?? '', payload)
    }
    case 'bare-meta':
      return { kind: 'meta', text: () => metaText(value) }
    case 'bare-state':
      return { kind: 'context', text: () => 'state' }
    case 'bare-item':
      return responseItem(value)
    case 'other':
      return {
        kind: 'unknown',
        text: () => `object with keys ${Object.keys(value).slice(0, 8).join(', ')}`,
      }
  }
}

/** What a record is about. Its text is only made when somebody asks: most lines are read for their kind alone. */
interface Content {
  readonly kind: RecordKind
  readonly text: () => string
}

/** `item_completed` is named by the item it completes, as that is what a reader looks for. */
function subtypeOf(payload: JsonObject): string | null {
  const type = string(payload['type'])
  const item = payload['item']
  if (type === 'item_completed' && isJsonObject(item)) {
    const itemType = string(item['type'])
    return itemType === null ? type : `${type}/${itemType}`
  }
  return type
}

function envelopeContent(type: string, payload: JsonObject): Content {
  switch (type) {
    case 'session_meta':
      return { kind: 'meta', text: () => metaText(payload) }
    case 'response_item':
      return responseItem(payload)
    case 'event_msg':
      return eventMessage(payload)
    case 'turn_context':
      return { kind: 'context', text: () => turnContextText(payload) }
    case 'compacted':
      return { kind: 'compaction', text: () => fold(string(payload['message']) ?? 'history replaced') }
    case 'world_state':
      return { kind: 'context', text: () => (payload['full'] === true ? 'full snapshot' : 'changes') }
    case 'token_usage_record':
      return { kind: 'context', text: () => usageText(payload['usage']) }
    case 'inter_agent_communication':
      return {
        kind: 'assistant',
        text: () =>
          fold(`${str(payload['author'])} → ${str(payload['recipient'])}: ${str(payload['content'])}`),
      }
    case 'inter_agent_communication_metadata':
    case 'security_risk_score':
    case 'dynamic_tools_updated':
    case 'retained_context':
      return { kind: 'context', text: () => keysText(payload) }
    default:
      return { kind: 'unknown', text: () => keysText(payload) }
  }
}

function responseItem(item: JsonObject): Content {
  const type = string(item['type']) ?? ''
  switch (type) {
    case 'message':
      return messageContent(item)
    case 'agent_message':
      return { kind: 'assistant', text: () => contentText(item['content']) }
    case 'reasoning':
      return { kind: 'reasoning', text: () => reasoningText(item) }
    case 'function_call':
      return { kind: 'tool-call', text: () => fold(`${str(item['name'])} ${str(item['arguments'])}`) }
    case 'custom_tool_call': {
      const name = str(item['name'])
      const kind = name === 'apply_patch' ? 'patch' : 'tool-call'
      return { kind, text: () => fold(`${name} ${str(item['input'])}`) }
    }
    case 'local_shell_call': {
      const action = isJsonObject(item['action']) ? item['action'] : {}
      return { kind: 'tool-call', text: () => commandText(action['command']) }
    }
    case 'function_call_output':
    case 'custom_tool_call_output':
    case 'local_shell_call_output':
    case 'tool_search_output':
      return { kind: 'tool-output', text: () => contentText(item['output'] ?? item['tools']) }
    case 'web_search_call':
    case 'tool_search_call':
    case 'image_generation_call':
      return { kind: 'tool-call', text: () => keysText(item['action'] ?? item['arguments'] ?? item) }
    case 'compaction':
    case 'context_compaction':
      return { kind: 'compaction', text: () => 'compaction item' }
    case 'ghost_snapshot':
    case 'additional_tools':
    case 'configuration_update':
      return { kind: 'context', text: () => keysText(item) }
    default:
      return { kind: 'unknown', text: () => keysText(item) }
  }
}

function messageContent(item: JsonObject): Content {
  const text = (): string => contentText(item['content'])
  switch (item['role']) {
    case 'assistant':
      return { kind: 'assistant', text }
    case 'user':
      return { kind: isTypedByHuman(firstText(item['content'])) ? 'user' : 'context', text }
    default:
      return { kind: 'context', text: () => fold(`${str(item['role'])}: ${text()}`) }
  }
}

/**
 * Beginnings of `role: user` messages that no human typed, from ROLLOUT-FORMAT 2.5. Used for previews and for
 * the colour of a line; newer files also say it in `content_item_metadata`, which the complete schemas read.
 */
const machinePrefixes = [
  '<environment_context',
  '# AGENTS.md instructions',
  '<user_instructions',
  '<INSTRUCTIONS',
  '<turn_aborted',
  '<user_shell_command',
  '<user_action',
  '<codex_internal_context',
  '<skill',
  '<permissions instructions',
  '<collaboration_mode',
  'Another language model started to solve this',
  'Warning: apply_patch was requested via',
] as const

/** True when a user message was written by a person, as far as its beginning tells. */
export function isTypedByHuman(text: string): boolean {
  const start = text.trimStart()
  return start !== '' && !machinePrefixes.some((prefix) => start.startsWith(prefix))
}

function eventMessage(payload: JsonObject): Content {
  switch (string(payload['type'])) {
    case 'user_message':
      return { kind: 'user', text: () => fold(str(payload['message'])) }
    case 'agent_message':
      return { kind: 'assistant', text: () => fold(str(payload['message'])) }
    case 'agent_reasoning':
    case 'agent_reasoning_raw_content':
      return { kind: 'reasoning', text: () => fold(str(payload['text'])) }
    case 'item_completed':
      return completedItem(isJsonObject(payload['item']) ? payload['item'] : {})
    case 'exec_command_end':
      return { kind: 'tool-output', text: () => commandResult(payload) }
    case 'mcp_tool_call_end': {
      const call = isJsonObject(payload['invocation']) ? payload['invocation'] : {}
      return { kind: 'tool-output', text: () => fold(`${str(call['server'])}.${str(call['tool'])}`) }
    }
    case 'web_search_end':
      return { kind: 'tool-output', text: () => fold(str(payload['query'])) }
    case 'patch_apply_end':
      return { kind: 'patch', text: () => patchText(payload) }
    case 'token_count': {
      const info = isJsonObject(payload['info']) ? payload['info'] : {}
      return { kind: 'context', text: () => usageText(info['total_token_usage']) }
    }
    case 'task_complete':
    case 'turn_complete': {
      const error = isJsonObject(payload['error']) ? `failed: ${str(payload['error']['message'])}` : null
      return { kind: 'context', text: () => fold(error ?? str(payload['last_agent_message'])) }
    }
    case 'turn_aborted':
      return { kind: 'context', text: () => fold(str(payload['reason'])) }
    case 'context_compacted':
      return { kind: 'compaction', text: () => 'context compacted' }
    case 'task_started':
    case 'turn_started':
    case 'thread_settings_applied':
    case 'thread_rolled_back':
    case 'thread_goal_updated':
    case 'thread_name_updated':
    case 'entered_review_mode':
    case 'exited_review_mode':
      return { kind: 'context', text: () => keysText(payload) }
    default:
      return { kind: 'unknown', text: () => keysText(payload) }
  }
}

function completedItem(item: JsonObject): Content {
  switch (string(item['type'])) {
    case 'UserMessage':
      return { kind: 'user', text: () => contentText(item['content']) }
    case 'AgentMessage':
      return { kind: 'assistant', text: () => contentText(item['content']) }
    case 'Reasoning':
      return { kind: 'reasoning', text: () => contentText(item['summary_text']) }
    case 'CommandExecution':
      return { kind: 'tool-output', text: () => commandResult(item) }
    case 'FileChange':
      return { kind: 'patch', text: () => patchText(item) }
    case 'McpToolCall':
      return { kind: 'tool-output', text: () => fold(`${str(item['server'])}.${str(item['tool'])}`) }
    case 'WebSearch':
      return { kind: 'tool-output', text: () => fold(str(item['query'])) }
    case 'ContextCompaction':
      return { kind: 'compaction', text: () => 'context compacted' }
    default:
      return { kind: 'unknown', text: () => keysText(item) }
  }
}

function metaText(payload: JsonObject): string {
  const facts = toSessionFacts(payload)
  const parts = [facts.id, facts.originator, facts.cliVersion, facts.source, facts.cwd]
  return fold(parts.filter((part) => part !== null).join(' · '))
}

function turnContextText(payload: JsonObject): string {
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

function usageText(usage: unknown): string {
  if (!isJsonObject(usage)) return 'no totals'
  const total = usage['total_tokens']
  return typeof total === 'number' ? `${String(total)} tokens` : keysText(usage)
}

function reasoningText(item: JsonObject): string {
  const text = contentText(item['summary'])
  if (text !== '') return text
  return typeof item['encrypted_content'] === 'string' ? 'encrypted, no summary' : ''
}

function commandText(command: unknown): string {
  return Array.isArray(command) ? fold(command.map(str).join(' ')) : ''
}

function commandResult(item: JsonObject): string {
  const exit = item['exit_code']
  const outcome = typeof exit === 'number' ? `exit ${String(exit)}` : str(item['status'])
  return fold(`${outcome} · ${commandText(item['command'])}`)
}

function patchText(item: JsonObject): string {
  const paths = isJsonObject(item['changes']) ? Object.keys(item['changes']) : []
  const outcome = string(item['status']) ?? (item['success'] === false ? 'failed' : '')
  return fold([outcome, paths.length === 0 ? 'no files' : paths.join(', ')].filter(Boolean).join(' · '))
}

/** The first text of a content list, as it stands. */
function firstText(content: unknown): string {
  const first: unknown = Array.isArray(content) ? content[0] : content
  return isJsonObject(first) ? str(first['text']) : str(first)
}

/** Text of a content list: the texts joined, other parts by their type. */
function contentText(content: unknown): string {
  if (typeof content === 'string') return fold(content)
  if (!Array.isArray(content)) return ''
  const parts = content.map((part: unknown) => {
    if (typeof part === 'string') return part
    if (!isJsonObject(part)) return ''
    return string(part['text']) ?? `[${str(part['type'])}]`
  })
  return fold(parts.join(' '))
}

function keysText(value: unknown): string {
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

function describe(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function string(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function str(value: unknown): string {
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

/** Longest text that is folded: rows show a few hundred characters, and a megabyte need not be walked for them. */
const foldLimit = 20_000

/** Folds white space to single spaces, so that a text stands on one line. */
function fold(text: string): string {
  return text.slice(0, foldLimit).replace(/\s+/g, ' ').trim()
}
