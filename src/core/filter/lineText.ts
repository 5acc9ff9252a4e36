/**
 * Line text: whether a text occurs in a line, as it stands or as it reads.
 *
 * Three readings of a line are searched: its bytes as text (what is not UTF-8 as `\xNN`), the same with JSON escapes
 * decoded, and decoded once more, because arguments of calls are JSON inside of a JSON string. Bytes come first: most
 * lines are told to be without the text from their bytes alone, several gigabytes a second.
 */
import { isUtf8 } from 'node:buffer'
import { longestMatch, textPattern } from '../../shared/rollout/lineFilter'
import { findUtf8Fault, toDisplayText } from '../scanner/textBytes'
import { Unescaper, unescapeText } from './unescape'

/** Looks for one text in lines that are held, or that arrive in pieces. */
export class LineText {
  readonly #pattern: RegExp
  readonly #longest: number
  readonly #core: RegExp | null
  #stream: TextStream | null = null

  constructor(text: string, caseSensitive: boolean) {
    this.#pattern = textPattern(text, caseSensitive)
    this.#longest = longestMatch(text)
    const core = coreOf(text)
    this.#core = core === null ? null : textPattern(core, caseSensitive)
  }

  /** True when the text occurs in a line that is held as a whole. */
  isIn(line: Buffer): boolean {
    if (this.#cannotBeIn(line)) return false
    let text = toDisplayText(line)
    for (let decoded = 0; ; decoded += 1) {
      if (this.#pattern.test(text)) return true
      if (decoded === timesDecoded || !text.includes('\\')) return false
      text = unescapeText(text)
    }
  }

  /** Takes the next piece of a long line. */
  pushLong(piece: Buffer): void {
    this.#stream ??= new TextStream(this.#pattern, this.#longest)
    this.#stream.push(piece)
  }

  /** Ends a long line and says whether the text occurs in it. True when there was none: no piece was pushed. */
  endLong(): boolean {
    const isFound = this.#stream?.end() ?? true
    this.#stream = null
    return isFound
  }

  /**
   * True when the bytes alone rule the text out: its core stands in them unless it was written in `\u` escapes, and those
   * of control characters do not count, as a core has none. Bytes that are not UTF-8 are shown as other characters.
   */
  #cannotBeIn(line: Buffer): boolean {
    if (this.#core === null) return false
    const bytes = line.toString('latin1')
    if (this.#core.test(bytes)) return false
    if (bytes.includes('\\u') && /\\u(?!00[01])/.test(bytes)) return false
    return isUtf8(line)
  }
}

const timesDecoded = 2

/** The longest part of a text whose characters JSON writes as they are, or as `\u` escapes: ASCII without `"`, `\`, `/`. */
function coreOf(text: string): string | null {
  const parts = text.match(/[\x21\x23-\x2e\x30-\x5b\x5d-\x7e]+/g) ?? []
  return parts.reduce<string | null>((best, part) => (part.length > (best?.length ?? 0) ? part : best), null)
}

/** The readings of one long line, each with as much of its end as a match could begin in. */
class TextStream {
  readonly #readings: readonly Reading[]
  readonly #unescapers = Array.from({ length: timesDecoded }, () => new Unescaper())
  #cut: Buffer = Buffer.alloc(0)
  #isFound = false

  constructor(pattern: RegExp, longest: number) {
    this.#readings = Array.from({ length: timesDecoded + 1 }, () => new Reading(pattern, longest - 1))
  }

  push(piece: Buffer): void {
    if (this.#isFound) return
    const bytes = this.#cut.length === 0 ? piece : Buffer.concat([this.#cut, piece])
    const end = wholeCharactersEnd(bytes)
    this.#cut = Buffer.from(bytes.subarray(end))
    this.#read(toDisplayText(bytes, 0, end), false)
  }

  end(): boolean {
    if (!this.#isFound) this.#read(toDisplayText(this.#cut), true)
    return this.#isFound
  }

  #read(piece: string, isLast: boolean): void {
    let text = piece
    for (const [level, reading] of this.#readings.entries()) {
      this.#isFound ||= reading.has(text)
      const unescaper = this.#unescapers[level]
      if (unescaper !== undefined) text = unescaper.push(text) + (isLast ? unescaper.end() : '')
    }
  }
}

class Reading {
  readonly #pattern: RegExp
  readonly #kept: number
  #tail = ''

  constructor(pattern: RegExp, kept: number) {
    this.#pattern = pattern
    this.#kept = kept
  }

  has(piece: string): boolean {
    const text = this.#tail + piece
    this.#tail = text.slice(Math.max(0, text.length - this.#kept))
    return this.#pattern.test(text)
  }
}

/** Where the last character ends that a piece holds as a whole, or that can be no character whatever follows. */
function wholeCharactersEnd(bytes: Buffer): number {
  for (let at = Math.max(0, bytes.length - 3); at < bytes.length; at += 1) {
    const fault = findUtf8Fault(bytes, at, bytes.length)
    if (fault?.cut === true) return fault.at
  }
  return bytes.length
}
