/**
 * Record content: the kind of a record and what it says, by its type. The one place that knows the types by name; a type
 * it does not know is shown by its keys.
 */
import { isTypedByHuman } from './humanText'
import type { RecordKind } from './recordKind'
import { isJsonObject, type JsonObject } from './rolloutLine'
import {
  metaText,
  turnContextText,
  usageText,
  reasoningText,
  commandText,
  commandResult,
  patchText,
  firstText,
  contentText,
  keysText,
  string,
  str,
  fold,
} from './summaryText'

/** What a record is about. Its text is only made when somebody asks: most lines are read for their kind alone. */
export interface Content {
  readonly kind: RecordKind
  readonly text: () => string
}

/** Says what an envelope's payload is about, by its type and its own. Unknown types are shown by their keys. */
export function envelopeContent(type: string, payload: JsonObject): Content {
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
