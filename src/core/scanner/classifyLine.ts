/**
 * Classifies one line that is in memory as a whole.
 *
 * The common case, a record, is decided by `JSON.parse` alone, which is several times faster than the tokenizer; every
 * other line goes to the classifier that also serves lines of any length. A test holds the two to the same answers.
 */
import { isUtf8 } from 'node:buffer'
import { lineShape } from '../../shared/rollout/rolloutLine'
import type { LineStatus } from '../../shared/validation/spanKind'
import { isWhiteSpace } from './textBytes'
import { LineClassifier, oversizedBytes, type LineEnd, type Span } from './lineClassifier'

/** A classified line and, where it is one JSON value, that value and the text that it was parsed from, trimmed. */
export interface WholeLine {
  readonly spans: readonly Span[]
  readonly status: LineStatus
  readonly value: unknown
  readonly text: string
}

/** What a record may begin with when a retry glued it to a part of itself; members of every era's first line. */
const recordStarts = ['{"timestamp"', '{"type"', '{"record_type"', '{"id"'] as const
const gluedTryLimit = 32
const openBrace = 0x7b

/** A line in a buffer: the bytes `start` to `end`, without the line feed. */
export interface LineBytes {
  readonly bytes: Buffer
  readonly start: number
  readonly end: number
  /** True where it is known that they are UTF-8. */
  readonly isUtf8: boolean
}

/** Classifies a line. `byteOffset` is where it starts in the file. */
export function classifyLine(line: LineBytes, byteOffset: number, ending: LineEnd): WholeLine {
  const { bytes, start, end } = line
  const { value, text } = parse(line)
  if (value !== undefined && ending === 'terminated' && end - start < oversizedBytes) {
    const status = lineShape(value) === 'other' ? 'json-not-record' : 'record'
    return { spans: [{ kind: status, byteOffset, byteLength: end - start + 1 }], status, value, text }
  }
  const classifier = new LineClassifier(byteOffset)
  classifier.push(bytes, start, end)
  const { spans, status } = classifier.end(ending)
  if (status !== 'not-json' || spans.length !== 1) return { spans, status, value, text }
  const glued = splitGlued(line, byteOffset, ending)
  return glued === null
    ? { spans, status, value, text }
    : { spans: glued, status: 'glued', value: undefined, text: '' }
}

const noValue: Pick<WholeLine, 'value' | 'text'> = { value: undefined, text: '' }

/** Returns the value of a line with its text; undefined where its bytes are not UTF-8 or not one JSON value. */
function parse({ bytes, start, end, isUtf8: isKnown }: LineBytes): Pick<WholeLine, 'value' | 'text'> {
  let from = start
  while (from < end && isWhiteSpace(bytes[from] ?? 0)) from += 1
  let to = end
  while (to > from && isWhiteSpace(bytes[to - 1] ?? 0)) to -= 1
  // A parser that throws costs more than the rest of a short line: most text that is no JSON does not begin like it.
  if (!startsJson(bytes[from] ?? 0)) return noValue
  if (!isKnown && !isUtf8(bytes.subarray(from, to))) return noValue
  try {
    const text = bytes.toString('utf8', from, to)
    return { value: JSON.parse(text) as unknown, text }
  } catch {
    // Not JSON is an answer, not a failure: the classifier says which kind of damage it is.
    return noValue
  }
}

/** True for the first bytes that a JSON value can have (RFC 8259). */
function startsJson(byte: number): boolean {
  return (
    byte === openBrace ||
    byte === 0x5b ||
    byte === 0x22 ||
    byte === 0x2d ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x74 ||
    byte === 0x66 ||
    byte === 0x6e
  )
}

/** Finds a whole record behind the broken beginning of one: the mark that a retried write leaves (openai/codex#24425). */
function splitGlued(line: LineBytes, byteOffset: number, ending: LineEnd): readonly Span[] | null {
  const { bytes, start, end } = line
  if (bytes[start] !== openBrace) return null
  // Records of an era stand behind records of that era: an item inside a broken envelope is no second record.
  const isEnveloped = startsWith(bytes, start, '{"timestamp"')
  let tries = 0
  for (const at of recordStartsAfter(bytes, start, end)) {
    tries += 1
    if (tries > gluedTryLimit) return null
    const { value } = parse({ ...line, start: at })
    const shape = value === undefined ? 'other' : lineShape(value)
    if (shape === 'other' || (isEnveloped && shape !== 'envelope')) continue
    const feed = ending === 'terminated' ? 1 : 0
    return [
      { kind: 'glued', byteOffset, byteLength: at - start },
      { kind: 'glued', byteOffset: byteOffset + at - start, byteLength: end - at + feed },
    ]
  }
  return null
}

function* recordStartsAfter(bytes: Buffer, start: number, end: number): Generator<number> {
  const line = bytes.subarray(start, end)
  for (let at = line.indexOf('{"', 1); at > 0; at = line.indexOf('{"', at + 1)) {
    if (recordStarts.some((text) => startsWith(line, at, text))) yield start + at
  }
}

function startsWith(bytes: Buffer, at: number, text: string): boolean {
  return bytes.toString('latin1', at, at + text.length) === text
}
