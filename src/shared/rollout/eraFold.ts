/** Era fold: says which era a file is of, from the shapes of its lines as they go by. A head is mostly enough. */
import type { EraId } from './eras'
import { isJsonObject, lineShape, type JsonObject } from './rolloutLine'

/** Keys of a session meta that no build before June 2026 wrote (ROLLOUT-FORMAT 2.2). */
const legacyModeKeys = ['history_mode', 'thread_source', 'session_id', 'context_window'] as const

export class EraFold {
  #meta: JsonObject | null = null
  #isBare = false
  #hasTurns = false
  #hasSyntheticIds = false
  #foreign: EraId | null = null

  /** Takes the next line: its parsed value, or that of its beginning. */
  observe(value: unknown): void {
    if (!isJsonObject(value)) return
    switch (lineShape(value)) {
      case 'bare-meta':
      case 'bare-state':
      case 'bare-item':
        this.#isBare ||= this.#meta === null
        return
      case 'envelope':
        this.#observeEnvelope(value)
        return
      case 'other':
        this.#foreign ??= foreignEra(value)
    }
  }

  #observeEnvelope(line: JsonObject): void {
    const payload = isJsonObject(line['payload']) ? line['payload'] : {}
    if (line['type'] === 'session_meta') this.#meta ??= payload
    const turnId = payload['turn_id']
    if (typeof turnId === 'string') {
      this.#hasTurns = true
      this.#hasSyntheticIds ||= /^rollout-\d+$/.test(turnId)
    }
    const item = payload['item']
    const itemId = isJsonObject(item) ? item['id'] : undefined
    this.#hasSyntheticIds ||= typeof itemId === 'string' && /^item-\d+$/.test(itemId)
  }

  /** The era, as far as the lines so far tell. A record of Codex outweighs a foreign line. */
  get era(): EraId {
    const meta = this.#meta
    if (this.#isBare) return 'bare'
    if (meta === null) return this.#foreign ?? 'unknown'
    if (meta['history_mode'] === 'paginated') return this.#hasSyntheticIds ? 'migrated' : 'paginated'
    if (legacyModeKeys.some((key) => key in meta)) return 'legacy'
    if (this.#hasTurns) return 'turns'
    return 'source' in meta ? 'single-policy' : 'no-source'
  }
}

/** The grammars that are not rollouts but are met in their place. */
function foreignEra(value: JsonObject): EraId | null {
  const type = value['type']
  if (typeof type === 'string' && typeof value['seq'] === 'number' && 'item' in value) return 'tutorial'
  if (typeof type === 'string' && /^(thread|turn|item)\.[a-z_]+$/.test(type)) return 'exec-stream'
  return isJsonObject(value['session']) && Array.isArray(value['items']) ? 'session-json' : null
}
