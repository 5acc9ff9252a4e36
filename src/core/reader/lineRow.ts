/** Line row: a scanned line as clients see it. Pure. */
import { summariseLine } from '../../shared/rollout/lineSummary'
import type { LineRow } from '../../shared/rollout/lineRow'
import { isJsonObject } from '../../shared/rollout/rolloutLine'
import type { ScannedLine } from '../scanner/scanLines'
import { toDisplayText } from '../scanner/textBytes'
import { parsePrefix } from '../scanner/prefixValue'

/** Returns the row of a line. Its text is at most `maxTextBytes` characters of a summary, or of the raw line. */
export function toLineRow(line: ScannedLine, maxTextBytes: number): LineRow {
  const { lineNumber, byteOffset, byteLength, status, complete } = line
  const value = line.value === undefined ? prefixOf(line) : line.value
  const summary = summariseLine(value ?? {})
  const isReadable = value !== undefined && isJsonObject(value) && status !== 'glued'
  const raw = isReadable && isShownAsSummary(status) ? null : rawText(line, maxTextBytes)
  const text = raw?.text ?? summary.text
  return {
    lineNumber,
    byteOffset,
    byteLength,
    status,
    complete,
    timestamp: summary.timestamp,
    type: summary.type,
    subtype: summary.subtype,
    ordinal: exactOrdinal(value, line.bytes),
    kind: summary.kind,
    text: text.slice(0, maxTextBytes),
    textTruncated: text.length > maxTextBytes || (raw?.isCut ?? false),
  }
}

/** A line that is readable but longer than what is held of it, or torn: its beginning says what it was. */
function prefixOf(line: ScannedLine): unknown {
  switch (line.status) {
    case 'blank':
    case 'nul':
    case 'not-json':
    case 'frame-error':
      return undefined
    default: {
      const start = line.bytes[0] === 0xef ? 3 : 0
      return parsePrefix(toDisplayText(line.bytes, start, Math.min(line.bytes.length, start + 65_536)))
    }
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

/** An ordinal whose JSON text is not what a number would print is kept as that text: 14.0, "14", 2^64 - 1. */
function exactOrdinal(value: unknown, bytes: Buffer): LineRow['ordinal'] {
  if (!isJsonObject(value) || !('ordinal' in value)) return null
  const ordinal = value['ordinal']
  const text = /"ordinal"\s*:\s*([^,}\s]+)/.exec(
    bytes.toString('latin1', 0, Math.min(bytes.length, 512)),
  )?.[1]
  if (typeof ordinal === 'number' && (text === undefined || String(ordinal) === text)) return ordinal
  return text ?? JSON.stringify(ordinal)
}
