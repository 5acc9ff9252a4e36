/** Wrong format: records that Codex shows in files of the other format only. Pure. */
import type { CodexEye } from '../../../shared/rollout/codexEyes'
import { isJsonObject, type JsonObject } from '../../../shared/rollout/rolloutLine'

/** Says why Codex does not show a record in a file of this format; null where the format is no reason. */
export function wrongFormat(
  { type, payload }: JsonObject,
  isPaginated: boolean,
  eye: CodexEye,
): string | null {
  if (type !== 'event_msg' || !isJsonObject(payload)) return null
  const kind = String(payload['type'])
  if (isPaginated) {
    return eye.legacyItems.includes(kind)
      ? 'Codex shows no events of a legacy file in a paginated one.'
      : null
  }
  if (kind !== 'item_completed') return null
  const item = isJsonObject(payload['item']) ? String(payload['item']['type']) : ''
  return eye.legacyCompletedItems.includes(item)
    ? null
    : 'Codex shows no completed items in a legacy file: there it goes by events of their own.'
}
