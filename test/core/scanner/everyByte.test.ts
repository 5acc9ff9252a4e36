/** Every byte of every file is accounted for once, however odd the file is and however it is read. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanLines, type ScanOptions } from '../../../src/core/scanner/scanLines'
import { memorySource } from '../support/memorySource'
import { flawOf, scan } from './scan'

const record = '{"timestamp":"t","type":"event_msg","payload":{"type":"x","text":"é🚀"}}'

/** Bytes that are no UTF-8: a lone continuation, overlong forms, half a pair, beyond Unicode, characters that are cut. */
const notUtf8 = [
  [0x80],
  [0xff],
  [0xc0, 0xaf],
  [0xe0, 0x80, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xc3],
  [0xe2, 0x82],
  [0xf0, 0x9f, 0x9a],
].map((bytes) => Buffer.from(bytes))

const length = fc.integer({ min: 1, max: 300 })

const piece: fc.Arbitrary<Uint8Array> = fc.oneof(
  // Line ends, and what looks like them.
  fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\n\n', '\v', '\f', '\u2028', ' ', '\t').map(Buffer.from),
  // Records, whole, glued to each other and to a part of themselves, and cut.
  fc.constantFrom(record, record + record, `${record} ${record}`, record + '\r' + record).map(Buffer.from),
  length.map((end) => Buffer.from(record.slice(0, end) + record)),
  length.map((end) => Buffer.from(record).subarray(0, end)),
  // Long lines: of text, of digits, of values, of levels.
  length.map((count) =>
    Buffer.from(`{"timestamp":"t","type":"x","payload":{"text":"${'a'.repeat(count)}"}}`),
  ),
  fc
    .tuple(fc.constantFrom('{}', '[', '1', '"', '\\', '{"a":', '-0.5e+3 ', 'é'), length)
    .map(([text, count]) => Buffer.from(text.repeat(count))),
  // Runs of NUL, inside of lines and across them.
  length.map((count) => Buffer.alloc(count)),
  // Marks of byte order, whole and in parts.
  fc.integer({ min: 1, max: 3 }).map((count) => Buffer.from([0xef, 0xbb, 0xbf].slice(0, count))),
  fc.constantFrom(...notUtf8),
  fc.json().map(Buffer.from),
  fc.string({ unit: 'binary', maxLength: 8 }).map(Buffer.from),
  fc.uint8Array({ maxLength: 8 }),
)

const file = fc
  .tuple(
    fc.array(piece, { maxLength: 14 }),
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 2 }),
  )
  .map(([pieces, damage]) => {
    const bytes = Buffer.concat(pieces)
    for (const [at, byte] of damage) if (bytes.length > 0) bytes[at % bytes.length] = byte
    return bytes
  })

/** Ways to read: how much is held, how much comes at once, and what an open end means. */
const way = fc.record({
  wholeLineBytes: fc.oneof(fc.integer({ min: 0, max: 80 }), fc.constant(8 * 1024 * 1024)),
  bufferBytes: fc.oneof(fc.integer({ min: 1, max: 80 }), fc.constant(null)),
  readBytes: fc.oneof(fc.integer({ min: 1, max: 80 }), fc.constant(Infinity)),
  ending: fc.constantFrom('end-of-file' as const, 'growing' as const),
  judgeLongLines: fc.boolean(),
})
type Way = typeof way extends fc.Arbitrary<infer T> ? T : never

function optionsOf({ wholeLineBytes, bufferBytes, ending, judgeLongLines }: Way): ScanOptions {
  return {
    wholeLineBytes,
    judgeLongLines,
    openEnd: () => ending,
    ...(bufferBytes === null ? {} : { buffer: Buffer.alloc(bufferBytes, '\n') }),
  }
}

function repeated(text: string): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: 6000 }).map((count) => text.repeat(count))
}

describe('every byte', () => {
  // SPEC scanner/every-byte
  it('is in exactly one line and one span, whatever the bytes are and however they are read', () => {
    fc.assert(
      fc.property(file, way, (bytes, how) => {
        expect(flawOf(bytes, scan(bytes, optionsOf(how), how.readBytes))).toBeNull()
      }),
      { numRuns: 1500, seed: 20261124 },
    )
  })

  // SPEC scanner/every-byte
  it('is in a span beyond the most spans that are kept of one line, too', () => {
    const parts = fc.array(fc.constantFrom('{}', '[1] ', 'a\0', '{\0\0', '"', '\n').chain(repeated), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(parts, way, (texts, how) => {
        const bytes = Buffer.from(texts.join(''))
        expect(flawOf(bytes, scan(bytes, optionsOf(how), how.readBytes))).toBeNull()
      }),
      { numRuns: 60, seed: 20261129 },
    )
  })

  // SPEC scanner/every-byte
  it('is handed out once, with its line or as a piece of it', () => {
    fc.assert(
      fc.property(file, way, (bytes, how) => {
        const parts: Uint8Array[] = []
        let longBytes = 0
        const onLongPiece = (part: Buffer): void => {
          parts.push(Buffer.from(part))
          longBytes += part.length
        }
        const options = { ...optionsOf(how), onLongPiece }
        scanLines(memorySource(bytes, how.readBytes), options, ({ byteOffset, byteLength, bytes: own }) => {
          const isEnded = bytes[byteOffset + byteLength - 1] === 0x0a
          if (longBytes === 0) parts.push(Buffer.from(own))
          else expect(longBytes).toBe(byteLength - (isEnded ? 1 : 0))
          longBytes = 0
          if (isEnded) parts.push(Buffer.from('\n'))
          return true
        })
        expect(Buffer.concat(parts).equals(bytes)).toBe(true)
      }),
      { numRuns: 600, seed: 20261125 },
    )
  })

  // SPEC scanner/pieces
  it('is judged alike, however small the buffer is and however little a read returns', () => {
    fc.assert(
      fc.property(file, way, (bytes, how) => {
        const atOnce = optionsOf({ ...how, bufferBytes: null, judgeLongLines: true })
        const inPieces = optionsOf({ ...how, judgeLongLines: true })
        expect(scan(bytes, inPieces, how.readBytes)).toEqual(scan(bytes, atOnce))
      }),
      { numRuns: 600, seed: 20261126 },
    )
  })

  // SPEC scanner/one-classifier
  it('is judged alike in a line that is held and in one that is too long to be', () => {
    fc.assert(
      fc.property(file, way, (bytes, how) => {
        const inPieces = scan(bytes, optionsOf({ ...how, judgeLongLines: true }), how.readBytes)
        const held = scan(bytes, { openEnd: () => how.ending })
        // Only a line that is held as a whole is searched for a record behind a broken one.
        const isSearched = (index: number): boolean =>
          held[index]?.status === 'glued' && inPieces[index]?.status === 'not-json'
        expect(inPieces.filter((_, index) => !isSearched(index))).toEqual(
          held.filter((_, index) => !isSearched(index)),
        )
      }),
      { numRuns: 600, seed: 20261127 },
    )
  })

  // SPEC scanner/every-byte: what is read from a line on is what is read there from the beginning.
  it('is accounted for from every line on, and up to every byte', () => {
    fc.assert(
      fc.property(file, way, fc.nat(), (bytes, how, pick) => {
        const judged = optionsOf({ ...how, judgeLongLines: true })
        const lines = scan(bytes, judged, how.readBytes)
        const from = lines[pick % Math.max(1, lines.length)]
        if (from === undefined) return
        const { lineNumber: fromLine, byteOffset: fromByte } = from
        expect(scan(bytes, { ...judged, fromByte, fromLine }, how.readBytes)).toEqual(
          lines.slice(fromLine - 1),
        )
        const endByte = pick % (bytes.length + 1)
        const cut = scan(bytes, { ...judged, endByte }, how.readBytes)
        expect(flawOf(bytes.subarray(0, endByte), cut)).toBeNull()
      }),
      { numRuns: 600, seed: 20261128 },
    )
  })
})
