/**
 * Head reader: reads a rollout from its beginning, in small steps, until it has seen a human message, and tells of the
 * session what stands there. The rules of the validator judge what is read.
 */
import { err, type Result } from '../../shared/result'
import type { EraId } from '../../shared/rollout/eras'
import type { RolloutForm, RolloutFormat } from '../../shared/rollout/formats'
import { isJsonObject, type JsonObject } from '../../shared/rollout/rolloutLine'
import type { SessionFacts } from '../../shared/rollout/sessionMeta'
import type { Severity } from '../../shared/validation/severity'
import { noBase } from '../lineage/readChain'
import { classifyLine } from '../scanner/classifyLine'
import { valueOfLine } from '../scanner/lineValue'
import type { ScannedLine } from '../scanner/scanLines'
import { lineFeed } from '../scanner/textBytes'
import type { ByteSource } from '../source/byteSource'
import type { SourceIssue } from '../source/issue'
import { noBasics } from '../validator/rule'
import { headRules } from '../validator/headRules'
import { RuleFold } from '../validator/ruleFold'
import { humanMessageOf, type HumanMessage } from './preview'

/** A finding as a list shows it. */
export interface HeadProblem {
  readonly code: string
  readonly severity: Severity
  readonly message: string
}

/** What the beginning of a rollout tells; null for what it does not say in the part that was read. */
export interface Head {
  readonly form: RolloutForm
  readonly format: RolloutFormat
  readonly era: EraId
  readonly session: SessionFacts | null
  /** The session whose records were copied in, as far as the part that was read tells. */
  readonly copiedFromId: string | null
  readonly model: string | null
  readonly preview: string | null
  /** What is wrong in the part that was read, and at the end. */
  readonly problems: readonly HeadProblem[]
  /** True when no human message was found within the bytes that a listing reads. */
  readonly isCutShort: boolean
  readonly bytesRead: number
}

const nextStep = 4 * 1024
/** A listing gives up on a human message after this many bytes, but not inside the line that names the session. */
export const headLimit = 1024 * 1024
const metaLimit = 16 * 1024 * 1024
/** A file of thousands of short lines without a human message has had its chance. */
const lineLimit = 5000

export class HeadReader {
  readonly #source: ByteSource
  readonly #rules = new RuleFold(headRules, noBasics)
  #bytes: Buffer
  #lineStart = 0
  #lineNumber = 1
  #model: string | null = null
  #message: HumanMessage | null = null
  #reachedEnd = false

  constructor(source: ByteSource, first: Buffer) {
    this.#source = source
    this.#bytes = first
    this.#takeLines(0)
  }

  /** True when more of the file would tell a list nothing more. */
  get isSatisfied(): boolean {
    return this.#message?.certain === true && this.#rules.hasMeta
  }

  /** True when it was read to its end. */
  get isWhole(): boolean {
    return this.#reachedEnd
  }

  /** Reads on until it knows enough, or has read enough. Returns a failure, or null. */
  readOn(): Result<never> | null {
    while (!this.isSatisfied && !this.#isEnough()) {
      if (this.#bytes.length >= this.#source.sizeBytes) return this.#endOfFile()
      const from = this.#bytes.length
      const step = Math.max(nextStep, from >> 3)
      const larger = Buffer.allocUnsafe(from + Math.min(step, this.#source.sizeBytes - from))
      this.#bytes.copy(larger)
      const read = this.#source.read(larger, from, larger.length - from, from)
      if (!read.ok) return err(read.error)
      if (read.value === 0) return this.#endOfFile()
      this.#bytes = larger.subarray(0, from + read.value)
      this.#takeLines(from)
    }
    if (this.#bytes.length >= this.#source.sizeBytes) return this.#endOfFile()
    return null
  }

  /** The header may be megabytes long; everything after it is not worth as much. */
  #isEnough(): boolean {
    const limit = this.#rules.hasMeta || this.#lineNumber > 10 ? headLimit : metaLimit
    return this.#bytes.length >= limit || this.#lineNumber > lineLimit
  }

  #endOfFile(): null {
    if (this.#reachedEnd) return null
    this.#reachedEnd = true
    if (this.#lineStart < this.#bytes.length) this.#take(this.#bytes.length, 'end-of-file')
    return null
  }

  #takeLines(from: number): void {
    let feed = this.#bytes.indexOf(lineFeed, Math.max(from, this.#lineStart))
    while (feed >= 0) {
      this.#take(feed, 'terminated')
      feed = this.#bytes.indexOf(lineFeed, this.#lineStart)
    }
  }

  #take(end: number, ending: 'terminated' | 'end-of-file'): void {
    const feed = ending === 'terminated' ? 1 : 0
    const classified = classifyLine(
      { bytes: this.#bytes, start: this.#lineStart, end, isUtf8: false },
      this.#lineStart,
      ending,
    )
    const line: ScannedLine = {
      ...classified,
      lineNumber: this.#lineNumber,
      byteOffset: this.#lineStart,
      byteLength: end + feed - this.#lineStart,
      bytes: this.#bytes.subarray(this.#lineStart, end),
      complete: true,
    }
    this.#lineNumber += 1
    this.#lineStart = end + feed
    const value = valueOfLine(line)
    this.#rules.observe(line, value)
    this.#model ??= modelOf(value)
    if (this.#message?.certain !== true) this.#message = betterMessage(this.#message, humanMessageOf(value))
  }

  /** Tells what was found. */
  finish(form: RolloutForm, issues: readonly SourceIssue[]): Head {
    const { findings } = this.#rules.finish({
      form,
      contentBytes: this.#bytes.length,
      issues,
      // A listing does not open other files.
      lineage: noBase,
      grownBytes: 0,
      unread: this.#reachedEnd ? null : 'everything after the head',
    })
    return {
      form,
      format: this.#rules.format,
      era: this.#rules.era,
      session: this.#rules.session,
      copiedFromId: this.#rules.copiedFromId,
      model: this.#model,
      preview: this.#message?.text ?? null,
      problems: findings.map(({ rule, severity, lineNumber, message }) => ({
        code: rule,
        severity,
        message: lineNumber === null ? message : `Line ${String(lineNumber)}: ${message}`,
      })),
      isCutShort: !this.#reachedEnd && this.#message === null,
      bytesRead: this.#bytes.length,
    }
  }
}

/** The first certain message wins; until one comes, the first likely one stands. */
function betterMessage(held: HumanMessage | null, next: HumanMessage | null): HumanMessage | null {
  if (held === null) return next
  return next?.certain === true ? next : held
}

function modelOf(value: unknown): string | null {
  const payload = isJsonObject(value) ? value['payload'] : undefined
  if (!isJsonObject(value) || !isJsonObject(payload)) return null
  if (value['type'] === 'turn_context') return modelText(payload)
  const settings = payload['thread_settings']
  const isSettings = value['type'] === 'event_msg' && payload['type'] === 'thread_settings_applied'
  return isSettings && isJsonObject(settings) ? modelText(settings) : null
}

function modelText(settings: JsonObject): string | null {
  return typeof settings['model'] === 'string' ? settings['model'] : null
}
