import { isJsonObject, type JsonObject } from '../../shared/rollout/rolloutLine'

/**
 * Returns a compaction without the ghost snapshots in its replacement history and without the metadata of those entries,
 * as Codex loads it (ROLLOUT-FORMAT 6.1, case 16). Null where there is nothing to drop.
 */
export function withoutGhosts(line: JsonObject): JsonObject | null {
  const payload = line['payload']
  if (line['type'] !== 'compacted' || !isJsonObject(payload)) return null
  const history = payload['replacement_history']
  if (!Array.isArray(history) || !history.some(isGhost)) return null
  const metadata = payload['replacement_history_metadata']
  const replaced = { replacement_history: history.filter((entry) => !isGhost(entry)) }
  const aligned = Array.isArray(metadata)
    ? { replacement_history_metadata: metadata.filter((_, index) => !isGhost(history[index])) }
    : {}
  return { ...line, payload: { ...payload, ...replaced, ...aligned } }
}

function isGhost(entry: unknown): boolean {
  return isJsonObject(entry) && entry['type'] === 'ghost_snapshot'
}
