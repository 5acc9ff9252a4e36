/** Preview: what the human first asked, in one line, after ROLLOUT-FORMAT 7.5. */
import { isHumanMessage } from '../../shared/rollout/humanText'
import { isJsonObject, lineShape, type JsonObject } from '../../shared/rollout/rolloutLine'

/** What a line tells about the first human message. `certain` lines are events that only a human message makes. */
export interface HumanMessage {
  readonly text: string
  readonly certain: boolean
}

/** IDE clients put their context before this marker; the human's own words come after it. */
const requestMarker = '## My request for Codex:'
const previewLength = 300

/** Returns the human message of a parsed line, or null when it holds none. Text that no human typed is passed over. */
export function humanMessageOf(value: unknown): HumanMessage | null {
  if (!isJsonObject(value)) return null
  switch (lineShape(value)) {
    case 'envelope': {
      const payload = value['payload']
      return isJsonObject(payload) ? envelopeMessage(value['type'], payload) : null
    }
    case 'bare-item':
      return userItem(value)
    default:
      return null
  }
}

function envelopeMessage(type: unknown, payload: JsonObject): HumanMessage | null {
  if (type === 'response_item') return userItem(payload)
  if (type !== 'event_msg') return null
  if (payload['type'] === 'user_message') {
    return message(payload['message'], attachments(payload), true)
  }
  const item = payload['item']
  if (payload['type'] !== 'item_completed' || !isJsonObject(item) || item['type'] !== 'UserMessage')
    return null
  return message(contentText(item['content']), contentAttachments(item['content']), true)
}

/** A response item of a user is a human's as far as the file, or else its beginning, tells. */
function userItem(item: JsonObject): HumanMessage | null {
  if (item['type'] !== 'message' || item['role'] !== 'user') return null
  const text = contentText(item['content'])
  return isHumanMessage(item, text) ? message(text, '', false) : null
}

function message(value: unknown, attached: string, certain: boolean): HumanMessage | null {
  const whole = typeof value === 'string' ? value : ''
  const at = whole.indexOf(requestMarker)
  const own = at < 0 ? whole : whole.slice(at + requestMarker.length)
  const text =
    own
      .slice(0, previewLength * 4)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, previewLength) || attached
  return text === '' ? null : { text, certain }
}

function attachments(payload: JsonObject): string {
  const has = (key: string): boolean => Array.isArray(payload[key]) && payload[key].length > 0
  if (has('images') || has('local_images')) return '[Image]'
  return has('audio') || has('local_audio') ? '[Audio]' : ''
}

function contentText(content: unknown): string {
  if (!Array.isArray(content)) return ''
  return content
    .map((part: unknown) => (isJsonObject(part) && typeof part['text'] === 'string' ? part['text'] : ''))
    .join(' ')
}

function contentAttachments(content: unknown): string {
  if (!Array.isArray(content)) return ''
  const types = content.map((part: unknown) => (isJsonObject(part) ? String(part['type']) : ''))
  if (types.some((type) => type.includes('image'))) return '[Image]'
  return types.some((type) => type.includes('audio')) ? '[Audio]' : ''
}
