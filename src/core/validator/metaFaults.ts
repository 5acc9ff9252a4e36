/** Meta faults: what makes a session meta unusable for Codex (ROLLOUT-FORMAT 2.2, measured with 0.169.0). */
import type { Rejection, ShapeReport } from '../../shared/rollout/schema/shapeReport'
import type { SessionFacts } from '../../shared/rollout/sessionMeta'

const requiredPlaces: ReadonlySet<string> = new Set([
  '/payload/id',
  '/payload/timestamp',
  '/payload/cwd',
  '/payload/originator',
  '/payload/cli_version',
  '/payload/source',
])

const noFaults: readonly Rejection[] = []

/** Returns the faults of a session meta in an envelope: rejections by its schema, and an id that is no UUID. */
export function metaFaults(shape: ShapeReport | null, facts: SessionFacts | null): readonly Rejection[] {
  if (shape === null || facts === null || shape.grammar !== 'envelope') return noFaults
  const faults = shape.rejections.filter(({ pointer }) => requiredPlaces.has(pointer))
  const hasOddId = facts.id !== null && !isUuid(facts.id)
  return hasOddId ? [{ pointer: '/payload/id', message: 'is not a UUID' }, ...faults] : faults
}

/** True for 32 hexadecimal digits, with hyphens or without, which is what Codex takes. */
function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(id)
}
