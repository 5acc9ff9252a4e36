/**
 * Era fold: says which era a file is of, from the shapes of its lines as they go by. A head is mostly enough.
 *
 * A file is of the era that began it: a resume by a newer Codex adds lines of its own era to an old file.
 */
import type { EraId } from './eras'
import { foreignEra, type ForeignEraId } from './foreignLine'
import { isJsonObject, lineShape, type JsonObject } from './rolloutLine'

/** Keys of a session meta that no build before June 2026 wrote (ROLLOUT-FORMAT 2.2). */
const legacyModeKeys = [
  'history_mode',
  'thread_source',
  'session_id',
  'context_window',
  'memory_mode',
] as const
/** Keys of a turn context that no build before 0.137 wrote (ROLLOUT-FIELD-DATA C.5). */
const lateContextKeys = ['permission_profile', 'workspace_roots'] as const

export class EraFold {
  #meta: JsonObject | null = null
  #isBare = false
  #hasTurns = false
  #hasLateContext = false
  /** The first turn context settles what era a legacy file is of. */
  #isSettled = false
  #hasSyntheticIds = false
  #foreign: ForeignEraId | null = null

  /** Takes the next line: its parsed value, or that of its beginning. */
  observe(value: unknown): void {
    if (!isJsonObject(value)) return
    switch (lineShape(value)) {
      case 'bare-meta':
      case 'bare-state':
      case 'bare-item':
        this.#isBare = true
        return
      case 'envelope':
        this.#observeEnvelope(value)
        return
      case 'other':
        this.#foreign ??= foreignEra(value)
    }
  }

  /** Takes a line that is of a foreign grammar by what stands around it, although it is no value by itself. */
  observeForeign(era: ForeignEraId): void {
    this.#foreign ??= era
  }

  #observeEnvelope(line: JsonObject): void {
    const payload = isJsonObject(line['payload']) ? line['payload'] : {}
    if (line['type'] === 'session_meta') this.#meta ??= payload
    this.#hasSyntheticIds ||= hasSyntheticId(payload)
    if (this.#isSettled) return
    this.#hasTurns ||= typeof payload['turn_id'] === 'string'
    if (line['type'] !== 'turn_context') return
    this.#hasLateContext = lateContextKeys.some((key) => key in payload)
    this.#isSettled = true
  }

  /** The era, as far as the lines so far tell. A record of Codex outweighs a foreign line. */
  get era(): EraId {
    const meta = this.#meta
    if (meta === null) return this.#isBare ? 'bare' : (this.#foreign ?? 'unknown')
    if (meta['history_mode'] === 'paginated') return this.#hasSyntheticIds ? 'migrated' : 'paginated'
    if (this.#hasLateContext || legacyModeKeys.some((key) => key in meta)) return 'legacy'
    if (this.#hasTurns) return 'turns'
    return 'source' in meta ? 'single-policy' : 'no-source'
  }
}

/** Migration makes up ids where there were none, and knows no start of an item. */
function hasSyntheticId(payload: JsonObject): boolean {
  const turnId = payload['turn_id']
  if (typeof turnId === 'string' && /^rollout-\d+$/.test(turnId)) return true
  const item = payload['item']
  const itemId = isJsonObject(item) ? item['id'] : undefined
  return typeof itemId === 'string' && /^item-\d+$/.test(itemId) && !('started_at_ms' in payload)
}
