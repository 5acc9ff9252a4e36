/** Spoken record: what a record says of what a person, the model or its thoughts said, and in which of the two streams. */
import { isHumanMessage } from '../../../shared/rollout/humanText'
import { isJsonObject, type JsonObject } from '../../../shared/rollout/rolloutLine'
import type { MessageSide } from './messagePairs'
import type { RecordFacts } from '../recordFacts'

/** Whose words they are; thoughts of the model are apart from what it says. */
export type Speaker = 'user' | 'agent' | 'reasoning'

/**
 * Takes a text that was said. `isSure` is false for one that begins with a tag, as those that Codex writes in the name of
 * a user do: such a one may have no event.
 */
export type Listener = (spoken: {
  readonly speaker: Speaker
  readonly side: MessageSide
  readonly text: string
  readonly isSure: boolean
}) => void

/**
 * Tells a listener each text of a record that both streams hold. Not what Codex writes in the name of a user, which has
 * no event, and not the summary that a compaction asks for.
 */
export function eachSpoken(record: RecordFacts, listen: Listener): void {
  if (record.type === 'response_item') itemSpoken(record, listen)
  else if (record.type === 'event_msg') eventSpoken(record, listen)
}

function eventSpoken({ subtype, payload }: RecordFacts, listen: Listener): void {
  switch (subtype) {
    case 'user_message':
      say('user', 'event', payload['message'], listen)
      return
    case 'agent_message':
      say('agent', 'event', payload['message'], listen)
      return
    case 'agent_reasoning':
      say('reasoning', 'event', payload['text'], listen)
      return
    case 'item_completed':
      if (isJsonObject(payload['item'])) turnItemSpoken(payload['item'], listen)
      return
    default:
  }
}

function turnItemSpoken(item: JsonObject, listen: Listener): void {
  switch (item['type']) {
    case 'UserMessage':
      say('user', 'event', textsOf(item['content']).join(''), listen)
      return
    case 'AgentMessage':
      say('agent', 'event', textsOf(item['content']).join(''), listen)
      return
    case 'Reasoning':
      for (const text of listOf(item['summary_text'])) say('reasoning', 'event', text, listen)
      return
    default:
  }
}

function itemSpoken({ subtype, payload, envelope }: RecordFacts, listen: Listener): void {
  if (subtype === 'reasoning') {
    for (const text of textsOf(payload['summary'])) say('reasoning', 'item', text, listen)
    return
  }
  if (subtype !== 'message') return
  if (payload['role'] !== 'assistant' && payload['role'] !== 'user') return
  const texts = textsOf(payload['content'])
  if (payload['role'] === 'assistant' && !isOfCompaction(envelope))
    say('agent', 'item', texts.join(''), listen)
  if (payload['role'] !== 'user' || !isHumanMessage(payload, texts.join(''))) return
  // Around an image Codex writes its name; only the model is told that.
  say('user', 'item', texts.filter((text) => !/^<\/?image\b/.test(text)).join(''), listen)
}

function isOfCompaction({ metadata }: JsonObject): boolean {
  return isJsonObject(metadata) && metadata['compaction_output'] === true
}

function say(speaker: Speaker, side: MessageSide, text: unknown, listen: Listener): void {
  if (typeof text !== 'string' || text === '') return
  const isSure = speaker !== 'user' || side === 'event' || !/^\s*<[a-z_]/.test(text)
  listen({ speaker, side, text, isSure })
}

function textsOf(parts: unknown): readonly string[] {
  const texts: string[] = []
  for (const part of listOf(parts)) {
    const text = isJsonObject(part) ? part['text'] : undefined
    if (typeof text === 'string') texts.push(text)
  }
  return texts
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
