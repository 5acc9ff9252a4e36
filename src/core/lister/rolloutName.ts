/**
 * Rollout name: what a file's name says, after ROLLOUT-FORMAT 1.2 and 1.3.
 *
 * The time in it is the writer's local time without a zone, which Codex itself reads as UTC. It orders sessions, and
 * is otherwise shown as what it is.
 */
import type { RolloutForm } from '../../shared/rollout/formats'

export interface RolloutName {
  readonly form: RolloutForm
  /** `YYYY-MM-DDThh:mm:ss`, null where the name has no such part. */
  readonly time: string | null
  readonly sessionId: string | null
  /** Set in the name of a revert segment, `<thread>_<rollout>`. */
  readonly rolloutId: string | null
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const fullName = new RegExp(
  `^rollout-(\\d{4}-\\d\\d-\\d\\dT)(\\d\\d)-(\\d\\d)-(\\d\\d)-(${uuid})(?:_(${uuid}))?$`,
  'i',
)

/** Reads a name; null when it is not that of a JSON lines file. A name that follows no pattern has no time and no id. */
export function readRolloutName(name: string): RolloutName | null {
  const form: RolloutForm | null = name.endsWith('.jsonl')
    ? 'jsonl'
    : name.endsWith('.jsonl.zst')
      ? 'jsonl.zst'
      : null
  if (form === null) return null
  const match = fullName.exec(name.slice(0, -form.length - 1))
  if (match === null) return { form, time: null, sessionId: null, rolloutId: null }
  const [, day = '', hour = '', minute = '', second = '', sessionId = '', rolloutId] = match
  return {
    form,
    time: `${day}${hour}:${minute}:${second}`,
    sessionId: sessionId.toLowerCase(),
    rolloutId: rolloutId?.toLowerCase() ?? null,
  }
}
