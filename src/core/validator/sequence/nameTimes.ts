/**
 * Name times: the name of a file, its session meta, its id and its first line each tell when it began, by up to four
 * clocks (ROLLOUT-FORMAT 1.2). The name has the local time of the writer without a zone; a UUID of version 7 holds a time.
 */
import type { SessionFacts } from '../../../shared/rollout/sessionMeta'
import type { RolloutName } from '../../lister/rolloutName'
import { lineTimeMs } from './lineTime'
import { spanText, timeText } from './timeText'

const quarterMs = 900_000
const hourMs = 3_600_000
/** The time of a name is cut to seconds. */
const nameCutMs = 2000
/** Between an id and the session meta: 0.2 seconds at most in real files, and a client may make an id before it is used. */
const idMs = 600_000
const lineMs = 1000

/** What a file tells of its beginning. `lineMs` is the time of the line with the session meta, null for none. */
export interface Beginnings {
  readonly name: RolloutName | null
  readonly facts: SessionFacts
  readonly lineMs: number | null
}

/** Returns a sentence for each two of them that cannot both be true. */
export function nameTimeFaults({ name, facts, lineMs: writtenMs }: Beginnings): readonly string[] {
  const metaMs = facts.timestamp === null ? null : lineTimeMs(facts.timestamp)
  const idTime = uuidTimeMs(facts.id)
  const isSegment = (name?.rolloutId ?? null) !== null
  const faults: string[] = []
  if (name !== null && name.time !== null) {
    // A segment of a reverted session begins with its own id; its session meta is that of the session.
    const other = isSegment ? uuidTimeMs(name.rolloutId) : (metaMs ?? idTime)
    const what = isSegment ? 'the rollout id in it' : metaMs === null ? 'the id' : 'the session meta'
    faults.push(...nameFaults(name.time, other, what))
  }
  if (metaMs !== null && idTime !== null && !isSegment && Math.abs(metaMs - idTime) > idMs) {
    faults.push(
      `The session meta says ${timeText(metaMs)}, and the id was made at ${timeText(idTime)}, ${spanText(metaMs - idTime)} apart.`,
    )
  }
  if (metaMs !== null && writtenMs !== null && metaMs > writtenMs + lineMs) {
    faults.push(
      `The session meta says ${timeText(metaMs)}, ${spanText(metaMs - writtenMs)} after its own line.`,
    )
  }
  return faults
}

function nameFaults(time: string, otherMs: number | null, what: string): readonly string[] {
  const nameMs = lineTimeMs(`${time}Z`)
  if (nameMs === null) return [`The name says ${time}, which is no time.`]
  if (otherMs === null || isLocalTime(nameMs, otherMs)) return []
  return [
    `The name says ${time}, and ${what} ${timeText(otherMs)}: there is no time zone in which both are true.`,
  ]
}

/** True where a time is that of a clock somewhere on Earth: 12 hours back to 14 ahead, by quarters of an hour. */
function isLocalTime(localMs: number, ms: number): boolean {
  const offset = Math.round((localMs - ms) / quarterMs) * quarterMs
  return offset >= -12 * hourMs && offset <= 14 * hourMs && Math.abs(localMs - ms - offset) <= nameCutMs
}

/** Returns the time that is in a UUID of version 7, in milliseconds since 1970; null for every other text. */
export function uuidTimeMs(id: string | null): number | null {
  const digits = id?.replace(/-/g, '') ?? ''
  return /^[0-9a-f]{12}7[0-9a-f]{19}$/i.test(digits) ? parseInt(digits.slice(0, 12), 16) : null
}
