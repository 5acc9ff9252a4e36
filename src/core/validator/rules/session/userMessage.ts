/** User message: the record by which Codex lists a session, one kind in each format (ROLLOUT-FORMAT 7.5). */
import { isJsonObject } from '../../../../shared/rollout/rolloutLine'
import type { RuleLine } from '../../rule'

/** True for the event of a user message, and for a completed item that is one. */
export function isUserMessage({ record }: RuleLine): boolean {
  if (record?.type !== 'event_msg') return false
  if (record.subtype === 'user_message') return true
  if (record.subtype !== 'item_completed') return false
  const { item } = record.payload
  return isJsonObject(item) && item['type'] === 'UserMessage'
}
