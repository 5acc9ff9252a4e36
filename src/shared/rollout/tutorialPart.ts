/** Tutorial part: what a line of the tutorial's form tells of, by its words. The tutorial names what it means in many ways. */
import { isJsonObject, type JsonObject } from './rolloutLine'
import { str } from './summaryText'

export type TutorialPart =
  'meta' | 'tool-result' | 'tool-call' | 'reasoning' | 'error' | 'user' | 'assistant' | 'system'

/** Says what a line `{type, item, seq}` tells of. What names none of the others is a word of the system. */
export function tutorialPart(line: JsonObject): TutorialPart {
  const item = isJsonObject(line['item']) ? line['item'] : {}
  const type = `${str(line['type'])} ${str(item['type'])}`
  const speaker = `${type} ${str(item['role'])}`
  if (/meta/.test(type)) return 'meta'
  if (/output|result/.test(type) || item['role'] === 'tool') return 'tool-result'
  if (/tool|call|command/.test(type)) return 'tool-call'
  if (/reason|think/.test(type)) return 'reasoning'
  if (/error/.test(type)) return 'error'
  if (/user|human/.test(speaker)) return 'user'
  return /assistant|agent|model/.test(speaker) ? 'assistant' : 'system'
}
