import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex, LineIndex } from '../../../src/core/reader/lineIndex'
import { memorySource } from '../support/memorySource'

function indexOf(bytes: Uint8Array, from?: LineIndex): LineIndex {
  const index = from ?? new LineIndex()
  const built = buildIndex(memorySource(bytes), index.resume, bytes.length, (chunk) => {
    index.add(chunk)
    return true
  })
  if (built.ok) index.add(built.value)
  return index
}

/** Starts of all lines, the slow way. */
function lineStarts(bytes: Uint8Array): readonly number[] {
  const starts = bytes.length === 0 ? [] : [0]
  bytes.forEach((byte, at) => {
    if (byte === 10 && at + 1 < bytes.length) starts.push(at + 1)
  })
  return starts
}

describe('LineIndex', () => {
  // SPEC index/exact
  it('knows a checkpoint at or before every line and byte, and never a wrong one', () => {
    const line = fc.integer({ min: 0, max: 40_000 }).map((length) => 'x'.repeat(length))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.boolean(), (lines, ended) => {
        const bytes = Buffer.from(lines.join('\n') + (ended ? '\n' : ''))
        const starts = lineStarts(bytes)
        const index = indexOf(bytes)
        expect(index.lineCount).toBe(starts.length)
        starts.forEach((start, at) => {
          const before = index.beforeLine(at + 1)
          expect(before.lineNumber).toBeLessThanOrEqual(at + 1)
          expect(starts[before.lineNumber - 1] ?? 0).toBe(before.byteOffset)
          expect(start - before.byteOffset).toBeLessThan(64 * 1024 + 40_001)
          expect(index.beforeByte(start).byteOffset).toBeLessThanOrEqual(start)
        })
      }),
      { numRuns: 60, seed: 20261124 },
    )
  })

  it('goes on where it stopped when the file grows, inside a line as well', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.nat(400), (text, cut) => {
        const bytes = Buffer.from(text.replaceAll('a', '\n'))
        const first = indexOf(bytes.subarray(0, Math.min(cut, bytes.length)))
        expect(indexOf(bytes, first).lineCount).toBe(lineStarts(bytes).length)
      }),
      { numRuns: 300, seed: 20261125 },
    )
  })

  it('keeps a checkpoint every 4,096 short lines', () => {
    const index = indexOf(Buffer.from('\n'.repeat(10_000)))
    expect([index.lineCount, index.beforeLine(9000)]).toEqual([
      10_000,
      { lineNumber: 8193, byteOffset: 8192 },
    ])
    expect(index.between(1, 5000)).toEqual([{ lineNumber: 4097, byteOffset: 4096 }])
  })

  // SPEC index/far: offsets are exact where 32 bits end.
  it('is exact beyond 2^32 bytes', () => {
    const far = 2 ** 32 + 17
    const source = memorySource(Buffer.from('ab\ncd\n'))
    const built = buildIndex(
      { ...source, read: (into, at, length, from) => source.read(into, at, length, from - far) },
      { lineNumber: 5_000_000_000, byteOffset: far },
      far + 6,
      () => true,
    )
    expect(built.ok && built.value).toEqual({
      checkpoints: [],
      lineCount: 5_000_000_001,
      indexedBytes: far + 6,
      resume: { lineNumber: 5_000_000_002, byteOffset: far + 6 },
    })
  })
})
