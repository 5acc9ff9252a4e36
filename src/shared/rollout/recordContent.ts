/**
 * Record content: the kind of a record and what it says, by its type. Here are records and response items, events are in
 * `eventContent.ts`; a type that neither knows is shown by its keys. A test holds them to the types of the schemas.
 */
import { eventContent } from './eventContent'
import { isHumanMessage } from './humanText'
import type { Content } from './content'
import { isJsonObject, type JsonObject } from './rolloutLine'
import {
  metaText,
  turnContextText,
  usageText,
  reasoningText,
  commandText,
  firstText,
  contentText,
  keysText,
  string,
  str,
  fold,
} from './summaryText'

/** Says what an envelope's payload is about, by its type and its own. Unknown types are shown by their keys. */
export function envelopeContent(type: string, payload: JsonObject): Content {
  switch (type) {
    case 'session_meta':
      return { kind: 'meta', text: () => metaText(payload) }
    case 'response_item':
      return responseItem(payload)
    case 'event_msg':
      return eventContent(payload)
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
    case 'realtime_item':
      return realtimeItem(payload)
    default:
      return { kind: 'unknown', text: () => keysText(payload) }
  }
}

/** Part of a voice session: what was said, or where it began and ended. */
function realtimeItem(payload: JsonObject): Content {
  const type = string(payload['type'])
  if (type !== 'transcript_segment') {
    return { kind: 'context', text: () => fold(`${type ?? ''} ${keysText(payload)}`) }
  }
  const kind = payload['role'] === 'user' ? 'user' : 'assistant'
  return { kind, text: () => fold(str(payload['text'])) }
}

/** Says what a response item is about, in an envelope or bare. */
export function responseItem(item: JsonObject): Content {
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
    case 'compaction_trigger':
    case 'compaction_summary':
      return { kind: 'compaction', text: () => 'compaction item' }
    case 'ghost_snapshot':
    case 'additional_tools':
    case 'configuration_update':
    case 'other':
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
      return { kind: isHumanMessage(item, firstText(item['content'])) ? 'user' : 'context', text }
    default:
      return { kind: 'context', text: () => fold(`${str(item['role'])}: ${text()}`) }
  }
}
