/** Record facts: what many rules ask of a record in an envelope, found out once for all of them. Pure. */
import { parseJson } from '../../shared/parseJson'
import { isJsonObject, type JsonObject } from '../../shared/rollout/rolloutLine'
import type { ScannedLine } from '../scanner/scanLines'
import { lineTimeMs } from './sequence/lineTime'

/** A record in an envelope that is held whole. `text` is its JSON as it stands, with white space around it. */
export interface RecordFacts {
  readonly timestamp: string
  /** Milliseconds since 1970, null for a text that is no time. */
  readonly timeMs: number | null
  readonly type: string
  /** Type of the payload, null where it has none. */
  readonly subtype: string | null
  readonly payload: JsonObject
  readonly envelope: JsonObject
  readonly text: string
}

/** Returns the facts of a parsed line, null where it is no record in an envelope. `text` is what it was parsed from. */
export function toRecordFacts(value: unknown, text: string): RecordFacts | null {
  if (!isJsonObject(value)) return null
  const { timestamp, type, payload } = value
  if (typeof timestamp !== 'string' || typeof type !== 'string' || !isJsonObject(payload)) return null
  const subtype = payload['type']
  return {
    timestamp,
    timeMs: lineTimeMs(timestamp),
    type,
    subtype: typeof subtype === 'string' ? subtype : null,
    payload,
    envelope: value,
    text,
  }
}

const noRecords: readonly RecordFacts[] = []

/** Returns the records that stand on a glued line, in their order; no other line has parts. */
export function gluedRecords({ status, spans, bytes, byteOffset }: ScannedLine): readonly RecordFacts[] {
  if (status !== 'glued') return noRecords
  return spans.flatMap((span) => {
    if (span.kind !== 'glued') return []
    const from = span.byteOffset - byteOffset
    // What is held of a long line may end before the part does.
    if (from + span.byteLength > bytes.length + 1) return []
    const text = bytes.toString('utf8', from, from + span.byteLength)
    return toRecordFacts(parseJson(text), text) ?? []
  })
}
