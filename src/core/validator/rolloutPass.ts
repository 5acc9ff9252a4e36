/**
 * Rollout pass: the one reading of a file in which all folds of a check see every line. In bounded memory, with progress and
 * cancellation.
 */
import { createHash, type Hash } from 'node:crypto'
import { basename } from 'node:path'
import { err, ok, type AppError, type Result } from '../../shared/result'
import type { KnownFinding } from '../../shared/validation/finding'
import type { LookOptions } from '../lineage/chainTools'
import { readRolloutName } from '../lister/rolloutName'
import type { FileSystem } from '../platform/fileSystem'
import type { LineEnd } from '../scanner/lineClassifier'
import { valueOfLine } from '../scanner/lineValue'
import { scanBufferBytes, scanLines, type ScanEnd } from '../scanner/scanLines'
import type { ByteSource } from '../source/byteSource'
import type { Content } from '../source/content'
import { CodexView } from './eye/codexView'
import type { FilePicture } from './filePicture'
import { LedgerFold } from './ledgerFold'
import { Limits } from './limits'
import type { FileBasics } from './rule'
import { allRules } from './ruleCatalogue'
import { RuleFold } from './ruleFold'

/** What is checked, and what it is compared with. */
export interface CheckInput {
  readonly content: Content
  readonly look: LookOptions
  /** The time that times are compared with, in milliseconds since 1970; null for none. */
  readonly nowMs: number | null
  /** The version of Codex that is asked about. */
  readonly codex: string
  /** Set when the file was seen to grow, so that an open last line is pending rather than torn. */
  readonly isGrowing?: boolean
}

/** What a check sees of the world. Without a `picture` nothing is drawn, which is faster: many files want a report alone. */
export interface CheckContext {
  readonly fileSystem: FileSystem
  readonly picture: FilePicture | null
  isCancelled(): boolean
  /** Told some ten times a second how many bytes were read, and what was found since it was told before. */
  onProgress(doneBytes: number, found: readonly KnownFinding[]): void
}

/** Progress is reported about this often, in bytes: some ten times a second. */
const reportBytes = 32 * 1024 * 1024
/** Findings of one rule that are told before the end. Who waits for the report can go to some; nobody reads thousands. */
const toldOfRule = 100

/** One for all files of a thread, which are read one after the other: a new one for each costs more than a small file. */
const buffer = Buffer.allocUnsafeSlow(scanBufferBytes)

/** What one pass over a file gathers. */
export interface Folds {
  readonly rules: RuleFold
  readonly ledger: LedgerFold
  readonly codex: CodexView
  readonly hash: Hash
  readonly limits: Limits
  lineCount: number
  /** True once a line went by that is too long to be held. */
  hasLongLines: boolean
}

/** Reads a file from its first byte to its last. Fails when it cannot be read, or the check was cancelled. */
export function readAll(
  source: ByteSource,
  input: CheckInput,
  context: CheckContext,
): Result<{ readonly folds: Folds; readonly end: ScanEnd }> {
  const total = input.content.contentBytes
  const limits = new Limits()
  const folds: Folds = {
    rules: new RuleFold(allRules, basicsOf(source, input, limits)),
    ledger: new LedgerFold(),
    codex: new CodexView(input.codex, limits),
    limits,
    hash: createHash('sha256'),
    lineCount: 0,
    hasLongLines: false,
  }
  let reported = 0
  const scanned = scanLines(
    source,
    {
      buffer,
      endByte: Math.min(total, source.sizeBytes),
      openEnd: () => (input.isGrowing === true ? 'growing' : openEnd(source, total)),
      onBytes: (chunk) => {
        folds.hash.update(chunk)
        folds.codex.noteChunk(chunk)
      },
      onChunk: (position) => {
        if (position - reported >= reportBytes) {
          reported = position
          context.onProgress(position, folds.rules.takeKnown(toldOfRule))
        }
        return !context.isCancelled()
      },
    },
    (line) => {
      const value = valueOfLine(line)
      const written = folds.rules.observe(line, value)
      folds.codex.observe(line, value, written)
      folds.ledger.add(line)
      context.picture?.add(line, value)
      folds.lineCount = line.lineNumber
      folds.hasLongLines ||= line.byteLength > line.bytes.length + 1
      return true
    },
  )
  if (!scanned.ok) return scanned
  if (scanned.value.end === 'stopped') return err(cancelled)
  return ok({ folds, end: scanned.value.end })
}

/**
 * What rules know of a file before they see a line. Of a copy nobody knows who could read the original, and Windows has
 * no permission bits.
 */
function basicsOf(source: ByteSource, { content, look, nowMs }: CheckInput, limits: Limits): FileBasics {
  const name = basename(content.reference.path)
  const hasMode = look.looksAround && process.platform !== 'win32'
  return {
    name,
    rolloutName: readRolloutName(name),
    mode: hasMode ? content.mode : null,
    nowMs,
    limits,
    holds: (byteOffset, bytes) => holdsAt(source, byteOffset, bytes),
  }
}

const piece = Buffer.allocUnsafeSlow(64 * 1024)

/** True when a source holds bytes at an offset. What cannot be read is not held. */
function holdsAt(source: ByteSource, byteOffset: number, bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length;) {
    const read = source.read(piece, 0, Math.min(piece.length, bytes.length - at), byteOffset + at)
    if (!read.ok || read.value === 0) return false
    if (piece.compare(bytes, at, at + read.value, 0, read.value) !== 0) return false
    at += read.value
  }
  return true
}

/** A file that has grown since it was opened is being written: its open last line is no damage. */
function openEnd(source: ByteSource, endByte: number): LineEnd {
  const now = source.restat()
  return now.ok && now.value.sizeBytes > endByte ? 'growing' : 'end-of-file'
}

const cancelled: AppError = { code: 'cancelled', message: 'The check was cancelled.' }
