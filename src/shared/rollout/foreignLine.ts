/**
 * Foreign line: a line of a grammar that is no rollout and is met in its place.
 *
 * The output of `codex exec --json` is often kept beside rollouts, under any name; the others come from before Codex wrote
 * rollouts, and from a tutorial.
 */
import type { EraId } from './eras'
import { isJsonObject } from './rolloutLine'

/** Types in the output of `codex exec --json`; only `error` has no dot. */
const execStreamTypes = /^(thread|turn|item)\.[a-z_.]+$/

/** The grammars that a line alone can tell. */
export type ForeignEraId = Extract<EraId, 'tutorial' | 'exec-stream' | 'session-json'>

/** Returns which foreign grammar a line is of, or null. A record of Codex is none, whatever else it holds. */
export function foreignEra(value: unknown): ForeignEraId | null {
  if (!isJsonObject(value) || 'payload' in value) return null
  const type = value['type']
  if (typeof type === 'string' && typeof value['seq'] === 'number' && 'item' in value) return 'tutorial'
  if (typeof type === 'string' && execStreamTypes.test(type)) return 'exec-stream'
  if (type === 'error' && typeof value['message'] === 'string' && Object.keys(value).length === 2) {
    return 'exec-stream'
  }
  return isJsonObject(value['session']) && Array.isArray(value['items']) ? 'session-json' : null
}
