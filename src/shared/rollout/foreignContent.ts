/** Foreign content: the kind and text of a line of a foreign grammar, so that such a file can be read all the same. */
import type { Content } from './content'
import { foreignEra } from './foreignLine'
import { isJsonObject, type JsonObject } from './rolloutLine'
import {
  commandResult,
  commandText,
  contentText,
  fold,
  keysText,
  str,
  string,
  usageText,
} from './summaryText'
import { tutorialPart } from './tutorialPart'

/** Says what a line of a foreign grammar is about, or null where it is of none. */
export function foreignContent(line: JsonObject): Content | null {
  switch (foreignEra(line)) {
    case 'tutorial':
      return tutorialLine(line)
    case 'exec-stream':
      return streamLine(line)
    case 'session-json': {
      const items = Array.isArray(line['items']) ? line['items'].length : 0
      return {
        kind: 'meta',
        text: () => `single session of ${String(items)} items ${keysText(line['session'])}`,
      }
    }
    case null:
      return null
  }
}

function tutorialLine(line: JsonObject): Content {
  const text = (): string => fold(textOf(line['item']) || keysText(line['item']))
  const part = tutorialPart(line)
  switch (part) {
    case 'tool-result':
      return { kind: 'tool-output', text }
    case 'error':
      return { kind: 'context', text: () => fold(`error: ${text()}`) }
    case 'system':
      return { kind: 'context', text }
    default:
      return { kind: part, text }
  }
}

function textOf(item: unknown): string {
  if (!isJsonObject(item)) return str(item)
  for (const key of ['content', 'text', 'message', 'output', 'result']) {
    const text = contentText(item[key])
    if (text !== '') return text
  }
  return ''
}

function streamLine(line: JsonObject): Content {
  const type = string(line['type']) ?? ''
  if (type.startsWith('item.')) return streamItem(isJsonObject(line['item']) ? line['item'] : {})
  if (type === 'turn.completed') return { kind: 'context', text: () => usageOf(line['usage']) }
  const error = isJsonObject(line['error']) ? line['error']['message'] : line['message']
  if (type === 'error' || type === 'turn.failed') {
    return { kind: 'context', text: () => fold(`error: ${str(error)}`) }
  }
  return { kind: type === 'thread.started' ? 'meta' : 'context', text: () => keysText(line) }
}

function usageOf(usage: unknown): string {
  return isJsonObject(usage) ? usageText(usage) : 'turn ended'
}

function streamItem(item: JsonObject): Content {
  const text = (): string => fold(str(item['text']))
  switch (item['type']) {
    case 'agent_message':
    case 'assistant_message':
    case 'plan':
      return { kind: 'assistant', text }
    case 'reasoning':
      return { kind: 'reasoning', text }
    case 'command_execution':
      return commandLine(item)
    case 'file_change':
      return { kind: 'patch', text: () => changesText(item) }
    case 'mcp_tool_call':
      return { kind: 'tool-output', text: () => fold(`${str(item['server'])}.${str(item['tool'])}`) }
    case 'collab_tool_call':
      return { kind: 'tool-output', text: () => fold(`${str(item['tool'])} ${str(item['prompt'])}`) }
    case 'web_search':
      return { kind: 'tool-output', text: () => fold(str(item['query'])) }
    case 'error':
      return { kind: 'context', text: () => fold(`error: ${str(item['message'])}`) }
    case 'todo_list':
      return { kind: 'context', text: () => todoText(item['items']) }
    default:
      return { kind: 'context', text: () => keysText(item) }
  }
}

function commandLine(item: JsonObject): Content {
  return item['status'] === 'in_progress'
    ? { kind: 'tool-call', text: () => commandText(item['command']) }
    : { kind: 'tool-output', text: () => commandResult(item) }
}

function changesText(item: JsonObject): string {
  const changes = Array.isArray(item['changes']) ? item['changes'] : []
  const paths = changes.map((change: unknown) => (isJsonObject(change) ? str(change['path']) : ''))
  return fold([str(item['status']), paths.join(', ')].filter(Boolean).join(' · '))
}

function todoText(items: unknown): string {
  const list = Array.isArray(items) ? items : []
  return fold(
    list
      .map((item: unknown) =>
        isJsonObject(item) ? `${item['completed'] === true ? '[x]' : '[ ]'} ${str(item['text'])}` : '',
      )
      .join(' '),
  )
}
