/** Support for tests of the scanner: lines as plain data, and what must hold of them whatever the bytes are. */
import { expect } from 'vitest'
import type { Span } from '../../../src/core/scanner/lineClassifier'
import { scanLines, type ScanOptions } from '../../../src/core/scanner/scanLines'
import { memorySource } from '../support/memorySource'

export interface Line {
  readonly lineNumber: number
  readonly byteOffset: number
  readonly byteLength: number
  readonly status: string
  readonly spans: readonly Span[]
}

/** Scans bytes to their end. `readBytes` is the most that one read returns. */
export function scan(bytes: Uint8Array, options: ScanOptions = {}, readBytes = Infinity): readonly Line[] {
  const lines: Line[] = []
  const result = scanLines(memorySource(bytes, readBytes), options, (line) => {
    const { lineNumber, byteOffset, byteLength, status, spans } = line
    lines.push({ lineNumber, byteOffset, byteLength, status, spans })
    return true
  })
  expect(result.ok && result.value.end).toBe('end')
  return lines
}

/**
 * Says what is wrong with the account that lines give of bytes: every byte is in exactly one line and one span, in order,
 * a line ends behind each line feed, and a fault lies within its span. Null where nothing is.
 */
export function flawOf(bytes: Uint8Array, lines: readonly Line[]): string | null {
  let at = 0
  let lineNumber = 0
  for (const { spans, ...line } of lines) {
    lineNumber += 1
    const feed = bytes.indexOf(0x0a, at)
    const end = feed < 0 ? bytes.length : feed + 1
    const place = { lineNumber, byteOffset: at, byteLength: end - at }
    if (line.lineNumber !== lineNumber || line.byteOffset !== at || line.byteLength !== end - at) {
      return `${JSON.stringify(line)} stands where ${JSON.stringify(place)} was due.`
    }
    for (const span of spans) {
      if (span.byteOffset !== at || span.byteLength < 1) return `${JSON.stringify(span)} at ${String(at)}.`
      at += span.byteLength
      const { fault } = span
      if (fault === undefined) continue
      if (fault.byteOffset < span.byteOffset || fault.byteOffset + fault.byteLength > at) {
        return `The fault of ${JSON.stringify(span)} lies outside of it.`
      }
    }
    if (at !== end) return `The spans of line ${String(lineNumber)} end at ${String(at)}, not ${String(end)}.`
  }
  return at === bytes.length ? null : `The lines end at ${String(at)} of ${String(bytes.length)} bytes.`
}
