/** Line ordinal: the ordinal of a record as it is written, and how many a damaged line may have held. Pure. */
import { ordinalOf } from '../../../shared/rollout/codexNumbers'
import type { JsonObject } from '../../../shared/rollout/rolloutLine'
import type { ScannedLine } from '../../scanner/scanLines'

/** A number, exact beyond 2^53; `none` where the line has no ordinal; `faulty` where Codex cannot read what it has. */
export type LineOrdinal = number | bigint | 'none' | 'faulty'

/** Where the ordinal stands on a line as Codex writes it, behind a time of 24 characters. */
const member = '"ordinal":'
const memberAt = 40
const zero = 0x30
const comma = 0x2c

/** Returns the ordinal of a line. `text` is the JSON text that the line was parsed from, or its beginning. */
export function lineOrdinal({ ordinal }: JsonObject, text: string): LineOrdinal {
  if (ordinal === undefined || ordinal === null) return 'none'
  if (typeof ordinal === 'number' && writtenNumber(text) === ordinal) return ordinal
  const exact = ordinalOf(text, ordinal)
  if (exact === null) return 'faulty'
  return exact <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(exact) : exact
}

/** The number at the usual place, NaN where no whole number stands there: read so for each of millions of lines. */
function writtenNumber(text: string): number {
  if (!text.startsWith(member, memberAt)) return NaN
  let at = memberAt + member.length
  const start = at
  let value = 0
  for (; at < start + 15; at += 1) {
    const digit = text.charCodeAt(at) - zero
    if (!(digit >= 0 && digit <= 9)) break
    value = value * 10 + digit
  }
  return at > start && text.charCodeAt(at) === comma ? value : NaN
}

/** No record is shorter than this. */
const leastRecordBytes = 64

/** How many ordinals may have stood on a line that cannot be read: one, or as many as are legible or fit into its NULs. */
export function ordinalsOn({ status, bytes, spans }: ScannedLine): number {
  const nulBytes = spans.reduce((sum, { kind, byteLength }) => (kind === 'nul' ? sum + byteLength : sum), 0)
  if (nulBytes > 0) return 2 + Math.floor(nulBytes / leastRecordBytes)
  if (status === 'json-not-record') return 1
  let legible = 0
  for (let at = bytes.indexOf('"ordinal"'); at >= 0; at = bytes.indexOf('"ordinal"', at + 1)) legible += 1
  return Math.max(1, legible)
}
