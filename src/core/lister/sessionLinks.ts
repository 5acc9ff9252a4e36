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

function roleOf(facts: SessionFacts | null, name: RolloutName | null, copiedFromId: string | null): LinkRole {
  if (facts?.subagent === 'review') return 'review'
  if (facts !== null && (facts.subagent !== null || facts.threadSource === 'subagent')) return 'sub-agent'
  if (name !== null && name.rolloutId !== null && name.rolloutId !== name.sessionId) return 'segment'
  if (facts !== null && facts.baseRolloutId !== null) return 'fork'
  return copiedFromId === null ? 'thread' : 'copy'
}
