/**
 * First seen: since which version Codex writes a shape (ROLLOUT-FORMAT 2, ROLLOUT-FIELD-DATA C; counts by version in
 * types-by-version.tsv). Between the last version that is known not to write it and the first that was seen to, nobody knows.
 */
import { isJsonObject, type JsonObject } from './rolloutLine'

/** A shape, and the versions between which Codex began to write it. */
export interface FirstSeen {
  readonly title: string
  /** `header`: a member of the session meta, which only the first writer writes. `line`: also written by whoever resumes. */
  readonly place: 'header' | 'line'
  /** Type of the record. */
  readonly type: string
  /** Type of the payload, where it matters. */
  readonly subtype?: string
  /** Member of the payload, where it matters. */
  readonly member?: string
  /** Member of the envelope, where it matters. */
  readonly envelope?: string
  readonly absentIn: string
  readonly seenIn: string
}

export const firstSeen: readonly FirstSeen[] = [
  header('source', '0.42.0-alpha.3', '0.44.0'),
  header('model_provider', '0.48.0-alpha.3', '0.57.0'),
  header('base_instructions', '0.79.0', '0.98.0'),
  header('thread_source', '0.120.0', '0.137.0'),
  header('session_id', '0.142.0-alpha.1', '0.142.0-alpha.6'),
  header('history_mode', '0.142.5', '0.144.0-alpha.4'),
  header('context_window', '0.142.5', '0.144.0-alpha.4'),
  header('account_scoped', '0.150.0', '0.169.0'),
  { ...line('session_meta', '0.142.5', '0.150.0'), title: 'ordinals', place: 'header', envelope: 'ordinal' },
  event('task_started', '0.98.0', '0.104.0'),
  event('task_complete', '0.98.0', '0.104.0'),
  event('item_completed', '0.79.0', '0.104.0'),
  event('thread_settings_applied', '0.142.5', '0.144.0-alpha.4'),
  { ...line('turn_context', '0.98.0', '0.104.0'), title: 'turn ids', member: 'turn_id' },
  line('world_state', '0.142.5', '0.144.0-alpha.4'),
  line('inter_agent_communication', '0.142.5', '0.144.0-alpha.4'),
  line('inter_agent_communication_metadata', '0.142.5', '0.144.0-alpha.4'),
  line('token_usage_record', '0.150.0', '0.169.0'),
  { ...line('response_item', '0.146.0', '0.159.0'), title: 'metadata beside items', envelope: 'metadata' },
  {
    ...line('response_item', '0.140.0-alpha.2', '0.142.0-alpha.6'),
    title: 'internal_chat_message_metadata_passthrough',
    member: 'internal_chat_message_metadata_passthrough',
  },
]

function header(member: string, absentIn: string, seenIn: string): FirstSeen {
  return { title: member, place: 'header', type: 'session_meta', member, absentIn, seenIn }
}

function event(subtype: string, absentIn: string, seenIn: string): FirstSeen {
  return { title: subtype, place: 'line', type: 'event_msg', subtype, absentIn, seenIn }
}

function line(type: string, absentIn: string, seenIn: string): FirstSeen {
  return { title: type, place: 'line', type, absentIn, seenIn }
}

/** True where a record has a shape. */
export function hasShape(shape: FirstSeen, type: string, payload: JsonObject, envelope: JsonObject): boolean {
  return (
    shape.type === type &&
    (shape.subtype === undefined || payload['type'] === shape.subtype) &&
    (shape.member === undefined || isThere(payload[shape.member])) &&
    (shape.envelope === undefined || isThere(envelope[shape.envelope]))
  )
}

/** Migration and later readers write null for what they do not know. */
function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && (!isJsonObject(value) || Object.keys(value).length > 0)
}

/** A version of Codex as numbers: three of the release, and that of the alpha (or what comes before a release). */
type VersionNumbers = readonly number[]

/**
 * Returns the numbers of a version of Codex, null for any other text. Other programs write versions of their own, such as
 * `1.17.7`: only those that begin with 0 are taken for versions of Codex.
 */
export function codexVersion(text: string): VersionNumbers | null {
  const match = /^0\.(\d{1,6})\.(\d{1,6})(?:-alpha\.(\d{1,6})(?:\.(\d{1,6}))?)?$/.exec(text)
  if (match === null) return null
  const [, minor, patch, alpha, part] = match
  return [Number(minor), Number(patch), alpha === undefined ? Infinity : Number(alpha), Number(part ?? 0)]
}

/** The records that shapes are looked for in, as schemas name them. */
export const firstSeenRecords: readonly string[] = [
  ...new Set(firstSeen.map(({ type, subtype }) => (subtype === undefined ? type : `${type}/${subtype}`))),
]

/** Returns the shapes that no Codex of a version writes: those that the version is too old for. */
export function shapesAfter(version: VersionNumbers): readonly FirstSeen[] {
  return firstSeen.filter(({ absentIn }) => {
    const absent = codexVersion(absentIn)
    return absent !== null && compareVersions(version, absent) <= 0
  })
}

/** Orders versions from old to new. */
export function compareVersions(a: VersionNumbers, b: VersionNumbers): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const [left = 0, right = 0] = [a[at], b[at]]
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}
