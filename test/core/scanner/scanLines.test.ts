import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LineClassifier } from '../../../src/core/scanner/lineClassifier'
import { classifyLine } from '../../../src/core/scanner/classifyLine'
import { scanLines, type ScanOptions } from '../../../src/core/scanner/scanLines'
import { corpusFiles } from '../../support/corpus'
import { memorySource } from '../support/memorySource'
import { flawOf, scan } from './scan'

const meta = '{"timestamp":"2026-03-04T05:06:07.000Z","type":"session_meta","payload":{"id":"x"}}'
const item = '{"timestamp":"2026-03-04T05:06:08.00Z","type":"response_item","payload":{"type":"message"}}'

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? Buffer.from(text) : text
}

/** Scans a literal and compares `status@offset+length` of every line and `kind+length` of its spans. */
function check(input: string | Uint8Array, expected: readonly string[], options: ScanOptions = {}): void {
  const lines = scan(bytesOf(input), options).map(({ status, byteOffset, byteLength, spans }) => {
    const parts = spans.map((span) => `${span.kind}+${String(span.byteLength)}`)
    return `${status}@${String(byteOffset)}+${String(byteLength)} = ${parts.join(' ')}`
  })
  expect(lines).toEqual(expected)
}

describe('scanLines', () => {
  // SPEC scanner/every-byte
  it('finds nothing in an empty file', () => {
    check('', [])
  })

  it('hands out every byte as it was read, wherever chunks and lines end', () => {
    const input = Buffer.from(`${meta}\n${item}\n\n${item}\n{"torn`)
    for (const readBytes of [1, 7, 100, input.length]) {
      const parts: Buffer[] = []
      const onBytes = (chunk: Buffer): void => {
        parts.push(Buffer.from(chunk))
      }
      scanLines(memorySource(input, readBytes), { onBytes }, () => true)
      expect(Buffer.concat(parts).toString()).toBe(input.toString())
    }
  })

  it('reads records, blank lines and a complete last line without a line feed', () => {
    check(`${item}\n\n \t\r\n${item}`, [
      'record@0+92 = record+92',
      'blank@92+1 = blank+1',
      'blank@93+4 = blank+4',
      'unterminated@97+91 = unterminated+91',
    ])
  })

  it('keeps CR LF with its line', () => {
    check(`${item}\r\n${item}\r\n`, ['record@0+93 = record+93', 'record@93+93 = record+93'])
  })

  it('tells a torn last line from a line that is not JSON', () => {
    check(`${item}\n{"timestamp":"2026`, ['record@0+92 = record+92', 'torn@92+18 = torn+18'])
    check(`{"timestamp":"2026\n${item}\n`, ['not-json@0+19 = not-json+19', 'record@19+92 = record+92'])
    check('hello\n', ['not-json@0+6 = not-json+6'])
    check('hello', ['not-json@0+5 = not-json+5'])
    check('{"a":"\u0001"}\n', ['not-json@0+10 = not-json+10'])
    check('{"a":1,}\n', ['not-json@0+9 = not-json+9'])
  })

  it('calls a last line pending while the file grows', () => {
    const options: ScanOptions = { openEnd: () => 'growing' }
    check('{"timestamp":"2026', ['pending@0+18 = pending+18'], options)
    check(item, ['pending@0+91 = pending+91'], options)
  })

  it('tells JSON that is no record', () => {
    check('42\n"text"\n[1]\nnull\n{"a":1}\n', [
      'json-not-record@0+3 = json-not-record+3',
      'json-not-record@3+7 = json-not-record+7',
      'json-not-record@10+4 = json-not-record+4',
      'json-not-record@14+5 = json-not-record+5',
      'json-not-record@19+8 = json-not-record+8',
    ])
  })

  it('accepts the bare form of 2025 and refuses an envelope with a part missing', () => {
    check('{"id":"a","timestamp":"t","instructions":null}\n', ['record@0+47 = record+47'])
    check('{"record_type":"state"}\n', ['record@0+24 = record+24'])
    check('{"type":"message","role":"user","content":[]}\n', ['record@0+46 = record+46'])
    check('{"type":"event_msg","payload":{}}\n', ['json-not-record@0+34 = json-not-record+34'])
    check('{"timestamp":"t","type":"event_msg"}\n', ['json-not-record@0+37 = json-not-record+37'])
    check('{"timestamp":"t","type":"event_msg","payload":null}\n', [
      'json-not-record@0+52 = json-not-record+52',
    ])
  })

  it('finds the split point of glued lines', () => {
    check(`${item}${item}\n`, ['glued@0+183 = glued+91 glued+92'])
    check(`${item.slice(0, 60)}${item}\n`, ['glued@0+152 = glued+60 glued+92'])
    check(`${item}{"timestamp":"20`, ['glued@0+107 = glued+91 torn+16'])
    // White space between two values belongs to the one before it.
    check(`${item}\r${item} {"timestamp":"20`, ['glued@0+200 = glued+92 glued+92 torn+16'])
  })

  it('separates runs of NUL from the text around them', () => {
    const nuls = '\0'.repeat(8)
    check(`${item}\n${nuls}`, ['record@0+92 = record+92', 'nul@92+8 = nul+8'])
    check(`{"a":"b${nuls}`, ['nul@0+15 = torn+7 nul+8'])
    check(`{"a":"b${nuls}c"}\n`, ['nul@0+19 = not-json+7 nul+8 not-json+4'])
    check(`${nuls}\n`, ['nul@0+9 = nul+9'])
  })

  it('names the bytes that are not UTF-8', () => {
    const broken = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}\n')])
    expect(scan(broken)[0]).toEqual({
      lineNumber: 1,
      byteOffset: 0,
      byteLength: 10,
      status: 'invalid-utf8',
      spans: [
        { kind: 'invalid-utf8', byteOffset: 0, byteLength: 10, fault: { byteOffset: 6, byteLength: 1 } },
      ],
    })
  })

  it('calls a character cut by the end of the file both torn and invalid', () => {
    const cut = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xf0, 0x9f])])
    check(cut, ['invalid-utf8@0+8 = torn+6 invalid-utf8+2'])
    check(cut, ['pending@0+8 = pending+8'], { openEnd: () => 'growing' })
  })

  it('sets a byte-order mark apart, at the start of the file only', () => {
    check(`\uFEFF${item}\n`, ['bom@0+95 = bom+3 record+92'])
    check('\uFEFF\n', ['bom@0+4 = bom+3 blank+1'])
    check(`${item}\n\uFEFF${item}\n`, ['record@0+92 = record+92', 'not-json@92+95 = not-json+95'])
  })

  it('counts lines before the first one wanted without looking at them', () => {
    check(`junk\n${item}\njunk\n`, ['record@5+92 = record+92', 'not-json@97+5 = not-json+5'], {
      firstLine: 2,
    })
  })

  it('starts in the middle, beyond 2^32 as well', () => {
    const far = 2 ** 32 + 5
    const source = memorySource(Buffer.from(`${item}\n`))
    const lines: string[] = []
    scanLines(
      {
        ...source,
        sizeBytes: far + 92,
        read: (into, at, length, from) => source.read(into, at, length, from - far),
      },
      { fromByte: far, fromLine: 5_000_000_000 },
      (line) => {
        lines.push(`${String(line.lineNumber)} ${String(line.byteOffset)} ${line.status}`)
        return true
      },
    )
    expect(lines).toEqual([`5000000000 ${String(far)} record`])
  })

  it('judges a long line by its pieces, and by its beginning when asked', () => {
    const long = `{"timestamp":"t","type":"event_msg","payload":{"type":"x","text":"${'a'.repeat(300_000)}"}}`
    check(
      `${long}\n${item}`,
      [
        `record@0+${String(long.length + 1)} = record+${String(long.length + 1)}`,
        `unterminated@${String(long.length + 1)}+91 = unterminated+91`,
      ],
      { wholeLineBytes: 1000 },
    )
    check(`${long}}\n`, [`not-json@0+${String(long.length + 2)} = not-json+${String(long.length + 2)}`], {
      wholeLineBytes: 1000,
    })
    check(`${long}}\n`, [`record@0+${String(long.length + 2)} = record+${String(long.length + 2)}`], {
      wholeLineBytes: 1000,
      judgeLongLines: false,
    })
  })

  // SPEC scanner/pieces
  it('puts characters together that fall apart between two reads of a long line', () => {
    const text = `"${'é日🚀'.repeat(20)}"`
    const length = Buffer.byteLength(text)
    for (let bytes = 1; bytes < 12; bytes += 1) {
      check(text, [`json-not-record@0+${String(length)} = json-not-record+${String(length)}`], {
        wholeLineBytes: 0,
        buffer: Buffer.alloc(bytes),
      })
    }
  })

  it('says when a file turns out shorter than it was', () => {
    const source = { ...memorySource(Buffer.from(`${item}\n`)), sizeBytes: 500 }
    const result = scanLines(source, {}, () => true)
    expect(result.ok && result.value.end).toBe('short')
    const cut: string[] = []
    const open = { ...memorySource(Buffer.from(`${item}\n{"a`)), sizeBytes: 500 }
    scanLines(open, {}, ({ status, byteLength }) => cut.push(`${status}+${String(byteLength)}`) > 0)
    expect(cut).toEqual(['record+92', 'torn+3'])
  })
})

const lineArbitrary = fc.oneof(
  fc.constantFrom(
    meta,
    item,
    '',
    ' ',
    '{',
    '[1,2',
    '"x',
    '42',
    'null',
    '{"a":{"b":[1,{"c":"\\u00e9"}]}}',
    '\uFEFF',
    '\0\0\0',
    `${item}${item}`,
    '-0.5e+3',
    '{"timestamp":"t"',
    'é',
    '🚀',
  ),
  fc.json(),
  fc.string(),
)
const fileArbitrary = fc
  .tuple(
    fc.array(lineArbitrary, { maxLength: 12 }),
    fc.boolean(),
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 3 }),
  )
  .map(([lines, ended, damage]) => {
    const bytes = Buffer.from(lines.join('\n') + (ended ? '\n' : ''))
    for (const [at, byte] of damage) if (bytes.length > 0) bytes[at % bytes.length] = byte
    return bytes
  })

describe('scanLines, properties', () => {
  // SPEC scanner/every-byte: the spans of a file sum to its size, whatever the bytes are.
  it('puts every byte in exactly one span', () => {
    fc.assert(
      fc.property(fileArbitrary, (bytes) => {
        expect(flawOf(bytes, scan(bytes))).toBeNull()
      }),
      { numRuns: 400, seed: 20261120 },
    )
  })

  // SPEC scanner/pieces: how reads fall apart changes nothing.
  it('gives the same answer however the bytes arrive', () => {
    fc.assert(
      fc.property(fileArbitrary, fc.integer({ min: 1, max: 40 }), (bytes, readBytes) => {
        expect(scan(bytes, {}, readBytes)).toEqual(scan(bytes))
      }),
      { numRuns: 300, seed: 20261121 },
    )
  })

  // SPEC scanner/one-classifier: the quick way and the way for lines of any length agree.
  it('classifies whole lines and pieces alike', () => {
    fc.assert(
      fc.property(fileArbitrary, (bytes) => {
        const line = bytes.indexOf(10) < 0 ? bytes : bytes.subarray(0, bytes.indexOf(10))
        for (const ending of ['terminated', 'end-of-file', 'growing'] as const) {
          const whole = classifyLine({ bytes: line, start: 0, end: line.length, isUtf8: false }, 0, ending)
          const pieces = new LineClassifier(0)
          for (let at = 0; at < line.length; at += 3) pieces.push(line, at, Math.min(line.length, at + 3))
          const slow = pieces.end(ending)
          // Only a line in memory as a whole is searched for a record behind a broken one.
          if (whole.status === 'glued' && slow.status === 'not-json') continue
          expect(slow.spans).toEqual(whole.spans)
        }
      }),
      { numRuns: 400, seed: 20261122 },
    )
  })
})

describe.skipIf(corpusFiles().length === 0)('scanLines on the corpus', () => {
  it('accounts for every byte of every file, and of mutations of it', () => {
    const random = fc.sample(fc.nat({ max: 0xffffffff }), { numRuns: 2000, seed: 20261123 })
    let turn = 0
    for (const path of corpusFiles()) {
      const bytes = readFileSync(path)
      expect(flawOf(bytes, scan(bytes))).toBeNull()
      const mutated = Buffer.from(bytes.subarray(0, (random[turn % 2000] ?? 0) % (bytes.length + 1)))
      for (let count = 0; count < 4 && mutated.length > 0; count += 1) {
        turn += 1
        mutated[(random[turn % 2000] ?? 0) % mutated.length] = (random[(turn + 7) % 2000] ?? 0) & 0xff
      }
      expect(flawOf(mutated, scan(mutated))).toBeNull()
    }
  })
})
