/** Preview: whether a record is a message of a user that Codex can show in its list (ROLLOUT-FORMAT 7.5). Pure. */
import { isJsonObject, type JsonObject } from '../../../shared/rollout/rolloutLine'

/** True for a message of a user with text behind the marker, or with an image or a sound. */
export function hasPreview({ type, payload }: JsonObject, marker: string): boolean {
  if (type !== 'event_msg' || !isJsonObject(payload)) return false
  if (payload['type'] === 'user_message') {
    return mediaKeys.some((key) => isFilled(payload[key])) || hasText(payload['message'], marker)
  }
  const { item } = payload
  if (payload['type'] !== 'item_completed' || !isJsonObject(item) || item['type'] !== 'UserMessage')
    return false
  const { content } = item
  return Array.isArray(content) && content.some((part: unknown) => isPart(part, marker))
}

const mediaKeys = ['images', 'local_images', 'audio', 'local_audio'] as const

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0
}

function isPart(part: unknown, marker: string): boolean {
  return isJsonObject(part) && (part['type'] !== 'text' || hasText(part['text'], marker))
}

function hasText(text: unknown, marker: string): boolean {
  if (typeof text !== 'string') return false
  const at = text.indexOf(marker)
  return (at < 0 ? text : text.slice(at + marker.length)).trim() !== ''
}
