/**
 * Copied part: the records of another session that stand in a file behind its own header, as legacy forks and sub-agents
 * with an inherited context have them (ROLLOUT-FORMAT 1.6): the other's session meta first, then its records, with new
 * times or with the old ones.
 */
import { ok, type Result } from '../../shared/result'
import { isJsonObject } from '../../shared/rollout/rolloutLine'
import { sessionFactsOfLine } from '../../shared/rollout/sessionMeta'
import { valueOfLine } from '../scanner/lineValue'
import { scanLines } from '../scanner/scanLines'
import type { ByteSource } from '../source/byteSource'
import { ordinalOfLine } from './baseCut'
import type { OwnHeader } from './ownHeader'
import { readDigests } from './recordDigests'

/**
 * How the end of a copy is known: the header names the ordinal at which own records start; the records were compared with
 * the file they came from; they bear times from before the file's own header; or it is not known.
 */
export type CopyBasis = 'ordinal' | 'compared' | 'times' | 'unknown'

export interface CopiedPart {
  /** The session whose records they are; null where no session meta of it stands before them. */
  readonly fromId: string | null
  readonly firstLine: number
  /** Null where the end is not known. */
  readonly lastLine: number | null
  readonly basis: CopyBasis
}

/** A file as it is read for a comparison. */
export interface OpenFile {
  readonly source: ByteSource
  readonly endByte: number
}

/** Where records of another session begin, and which session that is. */
export interface CopyStart {
  readonly fromId: string
  readonly lineNumber: number
  readonly byteOffset: number
}

/** Finds the session meta of another session directly behind the own header. */
export function findCopyStart(own: OpenFile, header: OwnHeader): Result<CopyStart | null> {
  let start: CopyStart | null = null
  const scanned = scanLines(
    own.source,
    { ...behind(header), endByte: own.endByte, judgeLongLines: false },
    (line) => {
      if (line.status === 'blank') return true
      const facts = sessionFactsOfLine(valueOfLine(line))
      if (facts === null) return false
      if (facts.id === null || facts.id === header.facts.id) return true
      start = { fromId: facts.id, lineNumber: line.lineNumber, byteOffset: line.byteOffset }
      return false
    },
  )
  return scanned.ok ? ok(start) : scanned
}

function behind({ lineNumber, byteOffset, byteLength }: OwnHeader): {
  readonly fromByte: number
  readonly fromLine: number
} {
  return { fromByte: byteOffset + byteLength, fromLine: lineNumber + 1 }
}

/** Says where the inherited records of a sub-agent end, by the ordinal in its header. Null where there are none. */
export function inheritedPart(
  own: OpenFile,
  header: OwnHeader,
  isCancelled: () => boolean,
): Result<CopiedPart | null> {
  const { ownStartOrdinal } = header
  if (ownStartOrdinal === null) return ok(null)
  const seen: { firstLine: number; lastLine: number }[] = []
  let fromId: string | null = null
  const scanned = scanLines(
    own.source,
    { ...behind(header), endByte: own.endByte, judgeLongLines: false, onChunk: () => !isCancelled() },
    (line) => {
      const ordinal = ordinalOfLine(line)
      if (ordinal !== null && ordinal >= ownStartOrdinal) return false
      if (ordinal === null) return true
      const facts = sessionFactsOfLine(valueOfLine(line))
      if (facts !== null && facts.id !== header.facts.id) fromId ??= facts.id
      seen[0] = { firstLine: seen[0]?.firstLine ?? line.lineNumber, lastLine: line.lineNumber }
      return true
    },
  )
  if (!scanned.ok) return scanned
  const [lines] = seen
  return ok(lines === undefined ? null : { fromId, ...lines, basis: 'ordinal' })
}

/** Compares a copy with its original, record by record. Null when not even the first one is the same. */
export function comparedPart(
  own: OpenFile,
  original: OpenFile,
  { start, isCancelled }: { readonly start: CopyStart; readonly isCancelled: () => boolean },
): Result<CopiedPart | null> {
  const mine = new DigestReader(own, start, isCancelled)
  const theirs = new DigestReader(original, { lineNumber: 1, byteOffset: 0 }, isCancelled)
  let lastLine: number | null = null
  for (;;) {
    const copy = mine.next()
    if (!copy.ok) return copy
    const record = theirs.next()
    if (!record.ok) return record
    if (copy.value === null || record.value?.digest !== copy.value.digest) break
    lastLine = copy.value.lineNumber
  }
  return ok(
    lastLine === null
      ? null
      : { fromId: start.fromId, firstLine: start.lineNumber, lastLine, basis: 'compared' },
  )
}

/** Digests of a file, one after the other, read in bounded runs. */
class DigestReader {
  readonly #file: OpenFile
  readonly #isCancelled: () => boolean
  #held: { readonly lineNumber: number; readonly digest: number }[] = []
  #from: { readonly lineNumber: number; readonly byteOffset: number } | null

  constructor(
    file: OpenFile,
    from: { readonly lineNumber: number; readonly byteOffset: number },
    isCancelled: () => boolean,
  ) {
    this.#file = file
    this.#from = from
    this.#isCancelled = isCancelled
  }

  next(): Result<{ readonly lineNumber: number; readonly digest: number } | null> {
    while (this.#held.length === 0 && this.#from !== null && !this.#isCancelled()) {
      const { source, endByte } = this.#file
      const run = readDigests(source, this.#from, { endByte, isCancelled: this.#isCancelled })
      if (!run.ok) return run
      this.#held = [...run.value.records].reverse()
      this.#from = run.value.next
    }
    return ok(this.#held.pop() ?? null)
  }
}

/**
 * Says where a copy ends when its original is not there: where its records keep times from before the file's own header,
 * behind the last of them. With new times nothing tells the end.
 */
export function partByTimes(
  own: OpenFile,
  header: OwnHeader,
  { start, isCancelled }: { readonly start: CopyStart; readonly isCancelled: () => boolean },
): Result<CopiedPart> {
  const begun = Date.parse(header.facts.timestamp ?? '')
  let lastLine = 0
  const scanned = scanLines(
    own.source,
    {
      fromByte: start.byteOffset,
      fromLine: start.lineNumber,
      endByte: own.endByte,
      judgeLongLines: false,
      onChunk: () => !isCancelled(),
    },
    (line) => {
      const value = valueOfLine(line)
      const time = isJsonObject(value) ? Date.parse(String(value['timestamp'])) : Number.NaN
      if (Number.isNaN(time)) return true
      if (!(time < begun)) return false
      lastLine = line.lineNumber
      return true
    },
  )
  if (!scanned.ok) return scanned
  const part = { fromId: start.fromId, firstLine: start.lineNumber }
  return ok(
    lastLine === 0 ? { ...part, lastLine: null, basis: 'unknown' } : { ...part, lastLine, basis: 'times' },
  )
}
