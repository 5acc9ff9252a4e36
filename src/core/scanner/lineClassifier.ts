/**
 * Line classifier: turns the bytes of one physical line into spans, for lines of any length.
 *
 * A line is cut at NUL runs, because a run of NULs is what a lost block looks like, and the text around it is judged
 * on its own. Every byte of the line ends up in exactly one span. Memory is bounded by the number of spans kept.
 */
import { lineShape } from '../../shared/rollout/rolloutLine'
import { lineStatus, type LineStatus, type SpanKind } from '../../shared/validation/spanKind'
import { JsonCheck, type JsonVerdict } from './jsonCheck'
import { isAllWhiteSpace, nul, Utf8Check } from './textBytes'

/** `fault` says where exactly the damage is when that is narrower than the span. Offsets count from the file's start. */
export interface Span {
  readonly kind: SpanKind
  readonly byteOffset: number
  readonly byteLength: number
  readonly fault?: { readonly byteOffset: number; readonly byteLength: number }
}

/** How a line ends. `growing` = no line feed yet, and the file was seen to grow, so more may come. */
export type LineEnd = 'terminated' | 'end-of-file' | 'growing'

/** Lines from this length on are checked for being JSON but never decoded as one value: half the longest JS string. */
export const oversizedBytes = 64 * 1024 * 1024

/** Most spans kept for one line; what follows is one more span of the kind reached. */
const spanLimit = 4096

/** What the bytes of one line are. */
export interface ClassifiedLine {
  readonly spans: readonly Span[]
  readonly status: LineStatus
  /** Scalar members of the line's first object, from which its shape can be told; null when it is no object. */
  readonly skeleton: Readonly<Record<string, unknown>> | null
}

/** Takes the bytes of one line in pieces, without its line feed, and classifies it at the end. */
export class LineClassifier {
  readonly #lineOffset: number
  readonly #spans: Span[] = []
  #at: number
  #nulStart = -1
  #segment: Segment | null = null
  #skeleton: Readonly<Record<string, unknown>> | null = null
  #bom: number

  constructor(lineOffset: number) {
    this.#lineOffset = lineOffset
    this.#at = lineOffset
    this.#bom = lineOffset === 0 ? 0 : -1
  }

  push(buffer: Uint8Array, start: number, end: number): void {
    // Only this piece is searched: what follows it in the buffer belongs to other lines.
    const bytes = buffer.subarray(0, end)
    let at = this.#bom >= 0 && this.#bom < 3 ? this.#skipByteOrderMark(bytes, start, end) : start
    while (at < end) {
      if (bytes[at] === nul) {
        let stop = at + 1
        while (stop < end && bytes[stop] === nul) stop += 1
        this.#pushNul(stop - at)
        at = stop
      } else {
        const found = bytes.indexOf(nul, at)
        const stop = found < 0 ? end : found
        this.#pushText(bytes, at, stop)
        at = stop
      }
    }
  }

  /** Ends the line. `feedBytes` is 1 when a line feed follows, which belongs to the last span. */
  end(ending: LineEnd): ClassifiedLine {
    const feedBytes = ending === 'terminated' ? 1 : 0
    // A mark cut short by the end of the file is no mark: those bytes are text.
    if (this.#bom > 0 && this.#bom < 3) this.#pushText(byteOrderMark, 0, this.#bom)
    this.#closeNul()
    this.#closeSegment(ending, true)
    this.#addLineFeed(feedBytes)
    // Only NULs that end the file stand where the rest of a record should be; before other text they tore nothing off.
    const spans = ending === 'terminated' ? this.#spans.map(asNotJson) : this.#spans
    return { spans, status: lineStatus(spans.map((span) => span.kind)), skeleton: this.#skeleton }
  }

  /** The mark may arrive in pieces; its bytes become a span of their own once all three are there. */
  #skipByteOrderMark(bytes: Uint8Array, start: number, end: number): number {
    let at = start
    while (at < end && this.#bom < 3 && bytes[at] === byteOrderMark[this.#bom]) {
      at += 1
      this.#bom += 1
    }
    if (this.#bom === 3) {
      this.#spans.push({ kind: 'bom', byteOffset: this.#lineOffset, byteLength: 3 })
      this.#at = this.#lineOffset + 3
    } else if (at < end) {
      const seen = this.#bom
      this.#bom = -1
      this.#pushText(byteOrderMark, 0, seen)
    }
    return at
  }

  #pushNul(count: number): void {
    if (this.#nulStart < 0) {
      this.#closeSegment('end-of-file', false)
      this.#nulStart = this.#at
    }
    this.#at += count
  }

  #pushText(bytes: Uint8Array, start: number, end: number): void {
    if (start === end) return
    this.#closeNul()
    this.#segment ??= new Segment(this.#at)
    this.#segment.push(bytes, start, end)
    this.#at += end - start
  }

  #closeNul(): void {
    if (this.#nulStart < 0) return
    this.#add({ kind: 'nul', byteOffset: this.#nulStart, byteLength: this.#at - this.#nulStart })
    this.#nulStart = -1
  }

  #closeSegment(ending: LineEnd, isLast: boolean): void {
    const segment = this.#segment
    if (segment === null) return
    this.#segment = null
    const { spans, skeleton } = segment.end(ending, isLast)
    this.#skeleton ??= skeleton
    for (const span of spans) this.#add(span)
  }

  #add(span: Span): void {
    const last = this.#spans.at(-1)
    if (this.#spans.length < spanLimit || last === undefined) this.#spans.push(span)
    else this.#spans[this.#spans.length - 1] = { ...last, byteLength: last.byteLength + span.byteLength }
  }

  #addLineFeed(feedBytes: number): void {
    if (feedBytes === 0) return
    const last = this.#spans.at(-1)
    if (last === undefined || (last.kind === 'bom' && this.#spans.length === 1)) {
      this.#spans.push({ kind: 'blank', byteOffset: this.#at, byteLength: feedBytes })
    } else this.#spans[this.#spans.length - 1] = { ...last, byteLength: last.byteLength + feedBytes }
  }
}

function asNotJson(span: Span): Span {
  return span.kind === 'torn' ? { ...span, kind: 'not-json' } : span
}

const byteOrderMark = Uint8Array.of(0xef, 0xbb, 0xbf)

/** A run of bytes without NUL inside one line. */
class Segment {
  readonly #offset: number
  readonly #json = new JsonCheck()
  readonly #utf8 = new Utf8Check()
  #length = 0
  #isBlank = true

  constructor(offset: number) {
    this.#offset = offset
  }

  push(bytes: Uint8Array, start: number, end: number): void {
    if (this.#isBlank) this.#isBlank = isAllWhiteSpace(bytes, start, end)
    this.#utf8.push(bytes, start, end)
    this.#json.push(bytes, start, end)
    this.#length += end - start
  }

  /**
   * Classifies the segment. One that a run of NULs cuts off (`isLast` false) is judged like the end of a file:
   * what was being written there was torn.
   */
  end(
    ending: LineEnd,
    isLast: boolean,
  ): { readonly spans: readonly Span[]; readonly skeleton: Readonly<Record<string, unknown>> | null } {
    this.#utf8.end()
    const verdict = this.#json.verdict()
    return { spans: this.#spans(verdict, ending, isLast), skeleton: verdict.skeleton }
  }

  #spans(verdict: JsonVerdict, ending: LineEnd, isLast: boolean): readonly Span[] {
    if (this.#isBlank) return [this.#span('blank', 0, this.#length)]
    const isOpen = isLast && ending !== 'terminated'
    const fault = this.#utf8.fault
    if (fault !== null) {
      const where = { byteOffset: this.#offset + fault.at, byteLength: fault.length }
      if (!isOpen || !fault.cut || fault.at === 0) {
        return [{ ...this.#span('invalid-utf8', 0, this.#length), fault: where }]
      }
      if (ending === 'growing') return [this.#span('pending', 0, this.#length)]
      return [this.#span('torn', 0, fault.at), { kind: 'invalid-utf8', ...where }]
    }
    switch (verdict.state) {
      case 'blank':
        return [this.#span('blank', 0, this.#length)]
      case 'complete':
        return this.#completeSpans(verdict, ending, isOpen)
      case 'cut':
        return this.#cutSpans(verdict, ending, isOpen, isLast)
      case 'failed':
        return [this.#notJson(verdict)]
    }
  }

  #completeSpans(verdict: JsonVerdict, ending: LineEnd, isOpen: boolean): readonly Span[] {
    if (verdict.valueStarts.length > 1) {
      return verdict.onlyContainers ? this.#glued(verdict.valueStarts) : [this.#notJson(verdict)]
    }
    if (lineShape(verdict.skeleton) === 'other') return [this.#span('json-not-record', 0, this.#length)]
    if (isOpen) return [this.#span(ending === 'growing' ? 'pending' : 'unterminated', 0, this.#length)]
    return [this.#span(this.#length >= oversizedBytes ? 'oversized' : 'record', 0, this.#length)]
  }

  #cutSpans(verdict: JsonVerdict, ending: LineEnd, isOpen: boolean, isLast: boolean): readonly Span[] {
    if (!isOpen && isLast) return [this.#notJson(verdict)]
    const kind: SpanKind = ending === 'growing' ? 'pending' : isOpen || !isLast ? 'torn' : 'not-json'
    if (verdict.valueStarts.length === 0) return [this.#span(kind, 0, this.#length)]
    const glued = this.#glued([...verdict.valueStarts, verdict.restStart])
    const last = glued.at(-1)
    return last === undefined ? glued : [...glued.slice(0, -1), { ...last, kind }]
  }

  /** One span for each value; white space between two values belongs to the one before it. */
  #glued(starts: readonly number[]): readonly Span[] {
    return starts.map((start, index) =>
      this.#span('glued', index === 0 ? 0 : start, starts[index + 1] ?? this.#length),
    )
  }

  #notJson(verdict: JsonVerdict): Span {
    const at = Math.min(verdict.failedAt, this.#length)
    const fault = { byteOffset: this.#offset + at, byteLength: this.#length - at }
    return { ...this.#span('not-json', 0, this.#length), fault }
  }

  #span(kind: SpanKind, from: number, to: number): Span {
    return { kind, byteOffset: this.#offset + from, byteLength: to - from }
  }
}
