/**
 * Record digests: what a record says apart from when it was written, as one number. By them a copy is compared with what
 * it was copied from, a bounded run of lines at a time.
 */
import { createHash } from 'node:crypto'
import { ok, type Result } from '../../shared/result'
import { codexDecodes } from '../../shared/rollout/codexDecodes'
import { isJsonObject } from '../../shared/rollout/rolloutLine'
import { scanLines, type ScannedLine } from '../scanner/scanLines'
import type { ByteSource } from '../source/byteSource'

/** A place at the start of a line. */
interface LineStart {
  readonly lineNumber: number
  readonly byteOffset: number
}

/** The digests of some records in a row, by their lines. */
export interface DigestRun {
  readonly records: readonly { readonly lineNumber: number; readonly digest: number }[]
  /** Where to go on; null at the end of the file. */
  readonly next: LineStart | null
}

/** Lines looked at in one run. */
const runLines = 4096

/** Returns the digests of the records from a place on that Codex would copy: those that it keeps when it loads a file. */
export function readDigests(
  source: ByteSource,
  from: LineStart,
  { endByte, isCancelled }: { readonly endByte: number; readonly isCancelled: () => boolean },
): Result<DigestRun> {
  const records: { lineNumber: number; digest: number }[] = []
  let seen = 0
  const scanned = scanLines(
    source,
    {
      fromByte: from.byteOffset,
      fromLine: from.lineNumber,
      endByte,
      judgeLongLines: false,
      onChunk: () => !isCancelled(),
    },
    (line) => {
      const digest = digestOf(line)
      if (digest !== null) records.push({ lineNumber: line.lineNumber, digest })
      seen += 1
      return seen < runLines
    },
  )
  if (!scanned.ok) return scanned
  const { nextLine, nextByte } = scanned.value
  return ok({ records, next: nextByte < endByte ? { lineNumber: nextLine, byteOffset: nextByte } : null })
}

/** Null for a line that Codex does not keep. A long line is told by its length and beginning. */
function digestOf(line: ScannedLine): number | null {
  const hash = createHash('sha1')
  if (line.value === undefined) {
    if (line.status !== 'record' && line.status !== 'oversized') return null
    return hash.update(withoutTime(line.bytes)).digest().readUIntBE(0, 6)
  }
  if (codexDecodes(line.bytes.toString('utf8'), line.value).kind !== 'keeps' || !isJsonObject(line.value))
    return null
  const { type, payload } = line.value
  return hash
    .update(toText([type, payload]))
    .digest()
    .readUIntBE(0, 6)
}

/** A copied line differs from the original in the time it begins with, and perhaps in its length with that. */
function withoutTime(bytes: Buffer): Buffer {
  const at = bytes.indexOf('"payload"')
  return bytes.subarray(Math.max(0, at), Math.max(0, at) + 32 * 1024)
}

/** A value that is nested too deeply to be written again is told by nothing but that. */
function toText(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch (error) {
    if (error instanceof RangeError) return 'nested too deeply'
    throw error
  }
}
