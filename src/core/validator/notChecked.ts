/** Not checked: what a report did not look at, so that silence is not taken for approval. */
import type { LineageFacts } from '../lineage/readChain'
import type { Limits } from './limits'

/** What a check came to know of a file that limits what it looked at. */
export interface CheckLimits {
  readonly unread: string | null
  /** By how much the file grew while it was read. */
  readonly grownBytes: number
  readonly lineage: LineageFacts
  readonly nowMs: number | null
  /** Bounds that the check met. */
  readonly limits: Limits
  /** True where a line is too long to be held. */
  readonly hasLongLines: boolean
}

/** Lists what was not looked at in one check. What this file gave no occasion for is not listed. */
export function notChecked(check: CheckLimits): string[] {
  const { unread, grownBytes, lineage, nowMs, limits, hasLongLines } = check
  return [
    ...(unread === null ? [] : [unread]),
    ...(grownBytes === 0 ? [] : [appended]),
    ...(lineage.isLookedFor ? [] : [notLookedFor]),
    ...(nowMs === null ? [withoutClock] : []),
    ...(hasLongLines ? [longLines] : []),
    ...limits.texts(),
  ]
}

const appended = 'what was appended to the file while it was read'
const notLookedFor = 'the rollout that it goes on from: this is a copy, and nobody knows where it came from'
const withoutClock = 'times that lie in the future: no time was named to compare with'
const longLines =
  'records of more than 8 MiB, of which only the beginning is looked at: whether their types and members are as specified, how they are written, what Codex decodes of them, their times, token counts, settings and compactions, and whether they are repeated; their ordinals, calls, turns and messages as far as the beginning tells'
