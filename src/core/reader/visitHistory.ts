/**
 * Visit history: the records of one file of a history, line by line, as Codex loads them (ROLLOUT-FORMAT 6.1). Every line
 * that is not blank becomes an item, a problem, or an item with a problem; nothing is passed over in silence.
 */
import { assertNever } from '../../shared/assertNever'
import type { Result } from '../../shared/result'
import { codexDecodes } from '../../shared/rollout/codexDecodes'
import { isJsonObject, lineShape } from '../../shared/rollout/rolloutLine'
import type { Severity } from '../../shared/validation/severity'
import type { LineStatus } from '../../shared/validation/spanKind'
import { ordinalOfLine } from '../lineage/baseCut'
import { oversizedBytes } from '../scanner/lineClassifier'
import { scanLines, type ScanResult, type ScannedLine } from '../scanner/scanLines'
import type { ByteSource } from '../source/byteSource'
import type { HistoryItem, HistoryPart, HistoryVisitor } from './historyTypes'
import type { Checkpoint } from './lineIndex'
import { withoutGhosts } from './withoutGhosts'

/** Where to begin, who takes the records, and when to stop. */
export interface VisitOptions {
  readonly from: Checkpoint
  readonly visitor: HistoryVisitor
  readonly isCancelled: () => boolean
}

/** Reads a part of a history from a place on. Lines of 64 MiB and more are not held: each is a problem, not an item. */
export function visitPart(
  source: ByteSource,
  part: HistoryPart,
  { from, visitor, isCancelled }: VisitOptions,
): Result<ScanResult> {
  return scanLines(
    source,
    {
      fromByte: from.byteOffset,
      fromLine: from.lineNumber,
      endByte: part.endByte,
      wholeLineBytes: oversizedBytes,
      judgeLongLines: false,
      onChunk: () => !isCancelled(),
    },
    (line) => line.status === 'blank' || new LineVisit(line, part, visitor).run(),
  )
}

/** One line and what it comes to. */
class LineVisit {
  readonly #line: ScannedLine
  readonly #part: HistoryPart
  readonly #visitor: HistoryVisitor

  constructor(line: ScannedLine, part: HistoryPart, visitor: HistoryVisitor) {
    this.#line = line
    this.#part = part
    this.#visitor = visitor
  }

  /** Hands the line out; false when the visitor has enough. */
  run(): boolean {
    const { endOrdinal, isBare } = this.#part
    if (this.#line.value === undefined) return this.#unreadable()
    const ordinal = endOrdinal === null ? null : ordinalOfLine(this.#line)
    if (endOrdinal !== null && ordinal !== null && ordinal >= endOrdinal) {
      return this.#problem(
        'beyond-base',
        'info',
        `Ordinal ${String(ordinal)} is not part of the base, which ends before ${String(endOrdinal)}.`,
      )
    }
    return isBare ? this.#bare() : this.#enveloped()
  }

  #unreadable(): boolean {
    const { status, byteLength, complete } = this.#line
    if (status === 'invalid-utf8') return this.#notUtf8()
    if (!complete || status === 'oversized') {
      const size = byteLength.toLocaleString('en')
      return this.#problem(
        'line-too-long',
        'error',
        `The line has ${size} bytes. It is not held as a record; Codex would load it if it can.`,
      )
    }
    return this.#problem('line-skipped', 'warning', `The line is ${wordsFor(status)}. Codex skips it.`)
  }

  #notUtf8(): boolean {
    const message = 'The line holds bytes that are not UTF-8.'
    return this.#part.isOneText
      ? this.#problem(
          'not-utf8',
          'error',
          `${message} Codex refuses the whole session for them; here the other lines are read.`,
        )
      : this.#problem('not-utf8', 'warning', `${message} Codex skips it.`)
  }

  /** The bare form is read, though Codex skips every line of it: its files are genuine. */
  #bare(): boolean {
    const shape = lineShape(this.#line.value)
    if (shape === 'other') return this.#problem('line-skipped', 'warning', 'The line is no record.')
    return this.#item(this.#text(), false)
  }

  #enveloped(): boolean {
    const text = this.#text()
    const reading = codexDecodes(text, this.#line.value)
    switch (reading.kind) {
      case 'skips':
        return this.#problem(
          reading.what,
          severityOf(reading.what),
          `${reading.note} Codex would skip this line.`,
        )
      case 'drops':
        return this.#problem(reading.what, 'info', reading.note)
      case 'keeps': {
        const { what, note } = reading
        const goesOn = what === null ? true : this.#problem(what, 'info', note)
        return this.#item(text, what === 'unknown-item') && goesOn
      }
      default:
        return assertNever(reading)
    }
  }

  #item(written: string, isOther: boolean): boolean {
    const { value, lineNumber } = this.#line
    // Both readings have judged it to be an object.
    if (!isJsonObject(value)) return true
    const kept = withoutGhosts(value)
    const goesOn =
      kept === null ||
      this.#problem('ghost-snapshot', 'info', 'Codex drops ghost snapshots from the replacement history.')
    const record = kept ?? value
    const text = kept === null ? written : JSON.stringify(kept)
    const item: HistoryItem = { file: this.#part.name, lineNumber, record, text, isOther }
    return this.#visitor.onItem(item) && goesOn
  }

  /** The line without the white space that JSON allows around a value. */
  #text(): string {
    const { bytes } = this.#line
    let start = 0
    let end = bytes.length
    while (start < end && isJsonSpace(bytes[start])) start += 1
    while (end > start && isJsonSpace(bytes[end - 1])) end -= 1
    return bytes.toString('utf8', start, end)
  }

  #problem(what: string, severity: Severity, message: string): boolean {
    const { lineNumber, byteOffset } = this.#line
    return this.#visitor.onProblem({
      code: `history/${what}`,
      severity,
      file: this.#part.name,
      lineNumber,
      byteOffset,
      message,
    })
  }
}

/** What an older Codex wrote and a newer one no longer reads is no damage. */
function severityOf(what: string): Severity {
  return what === 'old-form' ? 'info' : 'warning'
}

function isJsonSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d
}

/** Says what a line is that holds no one JSON value. */
function wordsFor(status: LineStatus): string {
  switch (status) {
    case 'bom':
      return 'behind a byte-order mark'
    case 'nul':
      return 'cut by bytes of value 0'
    case 'glued':
      return 'several pieces glued into one'
    case 'torn':
    case 'pending':
      return 'torn: its end is not there'
    default:
      return 'not JSON'
  }
}
