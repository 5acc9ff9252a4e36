/**
 * Meta ancestry: which session the session meta of a later line belongs to. A fork or a sub-agent of the legacy mode begins
 * with its own, and then holds those of the sessions that it was copied from (ROLLOUT-FORMAT 1.6).
 */
import type { Limits } from './limits'
import type { SessionFacts } from '../../shared/rollout/sessionMeta'

/** Most ancestors that are remembered. */
const mostAncestors = 1000

/** `first`: the one that counts; `own`: the same session again; `copied`: one that it says to come from; `other`: neither. */
export type MetaOrigin = 'first' | 'own' | 'copied' | 'other'

/** Returns an id as it is compared: Codex takes hyphens and capitals or leaves them. */
export function plainId(id: string): string {
  return id.replace(/-/g, '').toLowerCase()
}

export class MetaAncestry {
  #own: string | null = null
  #hasFirst = false
  readonly #ancestors = new Set<string>()
  readonly #limits: Limits

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Takes the next session meta. */
  take(facts: SessionFacts): MetaOrigin {
    const id = facts.id === null ? null : plainId(facts.id)
    if (!this.#hasFirst) {
      this.#hasFirst = true
      this.#own = id
      this.#remember(facts)
      return 'first'
    }
    if (id === null || id === this.#own) return 'own'
    if (!this.#ancestors.has(id)) {
      if (this.#ancestors.size >= mostAncestors) this.#limits.meet('ancestors')
      return 'other'
    }
    this.#remember(facts)
    return 'copied'
  }

  #remember({ forkedFromId, parentThreadId }: SessionFacts): void {
    for (const id of [forkedFromId, parentThreadId]) {
      if (id !== null && this.#ancestors.size < mostAncestors) this.#ancestors.add(plainId(id))
    }
  }
}
