/** Session links: what the name and the session meta of a file say about the files it belongs to. */
import type { SessionFacts } from '../../shared/rollout/sessionMeta'
import type { LinkRole, SessionLinks } from '../../shared/session/links'
import type { RolloutName } from './rolloutName'

/** Returns the links of a file; a file without a session meta has those of its name. */
export function sessionLinks(
  facts: SessionFacts | null,
  name: RolloutName | null,
  copiedFromId: string | null,
): SessionLinks {
  return {
    role: roleOf(facts, name, copiedFromId),
    rolloutId: name?.rolloutId ?? facts?.id ?? name?.sessionId ?? null,
    threadRootId: facts?.threadRootId ?? null,
    forkedFromId: facts?.forkedFromId ?? null,
    parentThreadId: facts?.parentThreadId ?? null,
    baseRolloutId: facts?.baseRolloutId ?? null,
    copiedFromId,
  }
}

/**
 * A thread that another one started says so in its source, its thread source or by that one's id; builds before 0.150 name
 * no id. A fork that has no records copied in has them in its base, or nowhere (forks of 0.154 and later).
 */
function roleOf(facts: SessionFacts | null, name: RolloutName | null, copiedFromId: string | null): LinkRole {
  if (facts?.subagent === 'review') return 'review'
  if (facts !== null && isStarted(facts)) return 'sub-agent'
  if (name !== null && name.rolloutId !== null && name.rolloutId !== name.sessionId) return 'segment'
  if (facts !== null && facts.baseRolloutId !== null) return 'fork'
  if (copiedFromId !== null) return 'copy'
  return facts !== null && facts.forkedFromId !== null ? 'fork' : 'thread'
}

function isStarted({ subagent, threadSource, parentThreadId }: SessionFacts): boolean {
  return subagent !== null || threadSource === 'subagent' || parentThreadId !== null
}
