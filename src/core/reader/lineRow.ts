/** Line row: a scanned line as clients see it. Pure. */
import { foreignEra } from '../../shared/rollout/foreignLine'
import { summariseLine } from '../../shared/rollout/lineSummary'
import type { LineRow } from '../../shared/rollout/lineRow'
import { isJsonObject } from '../../shared/rollout/rolloutLine'
import type { ScannedLine } from '../scanner/scanLines'
import { toDisplayText } from '../scanner/textBytes'
import { memberText } from '../../shared/rollout/prettyJson'
import { prefixOf } from './lineIdentity'

/** Returns the row of a line. Its text is at most `maxTextBytes` bytes of UTF-8: of a summary, or of the raw line. */
export function toLineRow(line: ScannedLine, maxTextBytes: number): LineRow {
  const { lineNumber, byteOffset, byteLength, status, complete } = line
  const value = line.value === undefined ? prefixOf(line) : line.value
  const summary = summariseLine(value ?? {})
  const isReadable = value !== undefined && isJsonObject(value) && status !== 'glued'
  const isForeign = status === 'json-not-record' && foreignEra(value) !== null
  const raw = isReadable && (isShownAsSummary(status) || isForeign) ? null : rawText(line, maxTextBytes)
  const text = raw?.text ?? summary.text
  const cut = cutText(text, maxTextBytes)
  return {
    lineNumber,
    byteOffset,
    byteLength,
    status,
    complete,
    timestamp: summary.timestamp,
    type: summary.type,
    subtype: summary.subtype,
    ordinal: exactOrdinal(value, line),
    kind: summary.kind,
    text: cut,
    textTruncated: cut.length < text.length || (raw?.isCut ?? isHeadOnly(line)),
  }
}

/** Records are summarised; what is damaged shows its own bytes, because those are the truth. */
function isShownAsSummary(status: ScannedLine['status']): boolean {
  return status === 'record' || status === 'oversized' || status === 'unterminated'
}

/** The bytes themselves; a run of NULs by its length, because thousands of zeros say no more than their number. */
function rawText(
  line: ScannedLine,
  maxTextBytes: number,
): { readonly text: string; readonly isCut: boolean } {
  const held = Math.min(line.bytes.length, maxTextBytes * 4)
  if (line.status !== 'nul') {
    return { text: toDisplayText(line.bytes, 0, held).trim(), isCut: held < line.bytes.length }
  }
  const parts = line.spans.slice(0, 20).map(({ kind, byteOffset, byteLength }) => {
    if (kind === 'nul') return `[${byteLength.toLocaleString('en')} bytes of value 0]`
    const from = Math.min(line.bytes.length, byteOffset - line.byteOffset)
    const to = Math.min(line.bytes.length, from + Math.min(byteLength, maxTextBytes * 4))
    return toDisplayText(line.bytes, from, to)
  })
  const isHeld = line.bytes.length + 1 >= line.byteLength
  return { text: parts.join('').trim(), isCut: !isHeld || line.spans.length > 20 }
}

/** True when only the beginning of a line is held, so that its summary may lack what follows. */
function isHeadOnly(line: ScannedLine): boolean {
  return line.value === undefined && line.bytes.length + 1 < line.byteLength
}

/** Cuts a text to a number of bytes of UTF-8, between characters. */
function cutText(text: string, maxBytes: number): string {
  // No character takes less than a byte, so a text this short needs no counting.
  if (text.length * 3 <= maxBytes) return text
  const bytes = Buffer.from(text.slice(0, maxBytes))
  if (bytes.length <= maxBytes && text.length <= maxBytes) return text
  let end = Math.min(maxBytes, bytes.length)
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return bytes.toString('utf8', 0, end)
}

/** Members are looked for in this much of a line; Codex writes the ordinal second. */
const ordinalReach = 256 * 1024
/** Longest text of an ordinal in a row, in characters; a number of 64 bits has twenty. */
const ordinalTextLimit = 100

/** An ordinal whose JSON text is not what a number would print is kept as that text: 14.0, "14", 2^64 - 1. */
function exactOrdinal(value: unknown, line: ScannedLine): LineRow['ordinal'] {
  if (!isJsonObject(value) || !('ordinal' in value)) return null
  const ordinal = value['ordinal']
  const head = line.bytes.toString('latin1', 0, Math.min(line.bytes.length, ordinalReach))
  const text = memberText(head, 'ordinal', ordinal)
  if (typeof ordinal === 'number' && (text === null || String(ordinal) === text)) return ordinal
  return shortened(text ?? (isScalar(ordinal) ? JSON.stringify(ordinal) : '…'))
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

/** What stands in the place of an ordinal may be of any length and depth; rows show its beginning. */
function shortened(text: string): string {
  return text.length <= ordinalTextLimit ? text : `${text.slice(0, ordinalTextLimit)}…`
}
