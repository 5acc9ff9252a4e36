/**
 * Own header: the session meta by which a file is loaded: the first one that Codex decodes, else the first that names a
 * session at all. Later ones are copies of a parent's, or the same one again (ROLLOUT-FORMAT 2.3, 6.1).
 */
import { err, ok, type Result } from '../../shared/result'
import { codexDecodes } from '../../shared/rollout/codexDecodes'
import { isJsonObject, lineShape, type JsonObject } from '../../shared/rollout/rolloutLine'
import { sessionFactsOfLine, type SessionFacts } from '../../shared/rollout/sessionMeta'
import { valueOfLine } from '../scanner/lineValue'
import { scanLines, type ScannedLine } from '../scanner/scanLines'
import type { ByteSource } from '../source/byteSource'

/** Where the rest of a history lies: the records of another rollout before an ordinal, which end at a byte. */
export interface HistoryBase {
  /** Empty where the header names none. */
  readonly rolloutId: string
  /** Null where it is no whole number that is exact here. */
  readonly endOrdinal: number | null
  readonly endByte: number | null
}

export interface OwnHeader {
  readonly lineNumber: number
  readonly byteOffset: number
  readonly byteLength: number
  readonly facts: SessionFacts
  readonly base: HistoryBase | null
  /** Ordinal at which the own records of a sub-agent start, behind what it inherited. */
  readonly ownStartOrdinal: number | null
  readonly isBare: boolean
  /** Why Codex does not load the file by this header; null when it does. */
  readonly fault: { readonly what: 'undecodable' | 'unknown-mode'; readonly note: string } | null
}

/** What the search found. `hasText` is false for a file of nothing but blank lines. */
export interface HeaderSearch {
  readonly header: OwnHeader | null
  readonly hasText: boolean
}

/** Reads a file as far as its own header; to the end where nothing decodes. */
export function findOwnHeader(
  source: ByteSource,
  endByte: number,
  isCancelled: () => boolean,
): Result<HeaderSearch> {
  let found: OwnHeader | null = null
  let hasText = false
  const scanned = scanLines(source, { endByte, onChunk: () => !isCancelled() }, (line) => {
    hasText ||= line.status !== 'blank'
    const header = toHeader(line)
    if (header === null) return true
    const isSettled = header.fault?.what !== 'undecodable'
    if (found === null || (isSettled && !header.isBare)) found = header
    return !(isSettled && !header.isBare)
  })
  if (!scanned.ok) return scanned
  if (isCancelled()) return err({ code: 'cancelled', message: 'Reading was cancelled.' })
  return ok({ header: found, hasText })
}

function toHeader(line: ScannedLine): OwnHeader | null {
  const value = valueOfLine(line)
  const facts = line.status === 'glued' ? null : sessionFactsOfLine(value)
  if (facts === null || facts.id === null || !isJsonObject(value)) return null
  const isBare = lineShape(value) === 'bare-meta'
  const payload = isJsonObject(value['payload']) ? value['payload'] : {}
  const { lineNumber, byteOffset, byteLength } = line
  return {
    lineNumber,
    byteOffset,
    byteLength,
    facts,
    base: toBase(payload),
    ownStartOrdinal: wholeNumber(payload['subagent_history_start_ordinal']),
    isBare,
    fault: isBare ? bareFault : faultOf(line),
  }
}

const bareFault = {
  what: 'undecodable',
  note: 'Codex no longer reads the bare format of 2025.',
} as const

function faultOf(line: ScannedLine): OwnHeader['fault'] {
  // A long line is taken for what its beginning says; one that is damaged has no value.
  if (line.value === undefined) {
    return line.status === 'record' || line.status === 'oversized'
      ? null
      : { what: 'undecodable', note: 'Codex cannot decode the line that names the session.' }
  }
  const reading = codexDecodes(line.bytes.toString('utf8'), line.value)
  if (reading.kind !== 'skips') return null
  return { what: reading.what === 'unknown-mode' ? 'unknown-mode' : 'undecodable', note: reading.note }
}

function toBase(payload: JsonObject): HistoryBase | null {
  const base = payload['history_base']
  if (!isJsonObject(base)) return null
  const rolloutId = base['thread_id']
  return {
    rolloutId: typeof rolloutId === 'string' ? rolloutId.toLowerCase() : '',
    endOrdinal: wholeNumber(base['end_ordinal_exclusive']),
    endByte: wholeNumber(base['end_byte_offset']),
  }
}

function wholeNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
}
