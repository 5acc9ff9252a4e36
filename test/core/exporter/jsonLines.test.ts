import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { spanKinds } from '../../../src/shared/validation/spanKind'
import { corpusFiles } from '../../support/corpus'
import { sharedFolder } from '../../support/shared'
import { metaLine, rollout, tempHome, userLine, uuid } from '../support/tempHome'
import { valueOf } from '../support/testExplorer'
import { zstdFrame } from '../support/zstdFrame'
import { exportOne } from './support'

const place = { lineNumber: z.int(), byteOffset: z.int(), byteLength: z.int(), status: z.enum(spanKinds) }
const LineSchema = z.union([
  z.strictObject({
    ...place,
    before: z.string().optional(),
    after: z.string().optional(),
    record: z.unknown(),
  }),
  z.strictObject({
    ...place,
    spans: z.array(z.strictObject({ kind: z.enum(spanKinds), byteOffset: z.int(), byteLength: z.int() })),
    text: z.string(),
    textTruncated: z.literal(true).optional(),
    base64: z.base64(),
  }),
])

/** Puts the bytes of a session together again from its JSON lines. */
function rebuild(lines: Buffer): Buffer {
  const parts: Buffer[] = []
  let offset = 0
  for (const [index, text] of lines.toString('utf8').split('\n').slice(0, -1).entries()) {
    const line = LineSchema.parse(JSON.parse(text))
    const bytes =
      'base64' in line
        ? Buffer.from(line.base64, 'base64')
        : Buffer.from(`${line.before ?? ''}${verbatim(text)}${line.after ?? ''}`)
    const feed = line.byteLength - bytes.length
    expect([line.lineNumber, line.byteOffset, feed === 0 || feed === 1]).toEqual([index + 1, offset, true])
    parts.push(bytes, Buffer.from('\n'.repeat(feed)))
    offset += line.byteLength
  }
  return Buffer.concat(parts)
}

/** The text of the record as it stands in the line: what a parser would make of it is another one. */
function verbatim(text: string): string {
  const from = text.indexOf('"record":') + '"record":'.length
  return text.slice(from, -1)
}

/** Exports bytes as JSON lines and returns those; they have to give the bytes back. */
async function check(content: Uint8Array | string, expected: Uint8Array | string = content): Promise<Buffer> {
  const source = join(tempHome({ 'a.jsonl': content }), 'a.jsonl')
  const { result, place: folder } = await exportOne(source, 'jsonl')
  valueOf(result)
  const lines = readFileSync(join(folder, 'out', 'a.lines.jsonl'))
  expect(rebuild(lines).equals(Buffer.from(expected))).toBe(true)
  return lines
}

describe('JSON lines', () => {
  // SPEC export/jsonl
  it('have the JSON text of a line as it stands in the file', async () => {
    const record =
      '{"timestamp":"t","type":"x","payload":{"n":1.0e+2,"big":12345678901234567890,"k":1,"k":2,"e":"\\u0041"}}'
    const lines = await check(`${record}\n  [1]\t\r\n`)
    expect(lines.toString()).toBe(
      `{"lineNumber":1,"byteOffset":0,"byteLength":${String(record.length + 1)},"status":"record","record":${record}}\n` +
        `{"lineNumber":2,"byteOffset":${String(record.length + 1)},"byteLength":8,"status":"json-not-record","before":"  ","after":"\\t\\r","record":[1]}\n`,
    )
  })

  it('have the bytes of every other line, and what is wrong with it', async () => {
    const lines = (await check(Buffer.from('\n{"a\xff\n{"timestamp":"', 'latin1'))).toString().split('\n')
    expect(lines.slice(0, 3).map((line) => LineSchema.parse(JSON.parse(line)))).toEqual([
      {
        lineNumber: 1,
        byteOffset: 0,
        byteLength: 1,
        status: 'blank',
        spans: [{ kind: 'blank', byteOffset: 0, byteLength: 1 }],
        text: '',
        base64: '',
      },
      {
        lineNumber: 2,
        byteOffset: 1,
        byteLength: 5,
        status: 'invalid-utf8',
        spans: [{ kind: 'invalid-utf8', byteOffset: 0, byteLength: 5 }],
        text: '{"a\\xFF',
        base64: Buffer.from('{"a\xff', 'latin1').toString('base64'),
      },
      expect.objectContaining({ status: 'torn', text: '{"timestamp":"' }),
    ])
  })

  it.each(['', '\n', 'x', '\ufeff{}\n', '{}\v\n', '\f{}', '{}\u2028{}\n'])('give back %j', async (text) => {
    await check(text)
  })

  it(
    'give back lines that are longer than is held at once, whole and broken',
    { timeout: 60_000 },
    async () => {
      const long = userLine('é'.repeat(5_000_000))
      await check(`${long}\n`)
      await check(`${long}   \r\n${metaLine(uuid(1))}`)
      await check(`${' '.repeat(100)}${long}`)
      const broken = await check(`${long.slice(0, -2)}\nx`)
      expect(JSON.parse(broken.toString().split('\n')[0] ?? '')).toMatchObject({
        status: 'not-json',
        textTruncated: true,
      })
    },
  )

  it('have what a compressed file holds', async () => {
    const text = rollout(metaLine(uuid(1)), userLine('compressed'))
    await check(zstdFrame(text), text)
  })

  // SPEC export/jsonl
  it('give back whatever bytes there are', { timeout: 60_000 }, async () => {
    const source = join(tempHome(), 'a.jsonl')
    const piece = fc.oneof(
      fc.constantFrom(
        '{"a":1}',
        '\n',
        '\r\n',
        '\0',
        '\v',
        ' ',
        '"',
        '{',
        '\ufeff',
        metaLine(uuid(1)),
        '[1,2]',
        'é',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    )
    const bytes = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => Buffer.from(pieces.join(''))),
      fc.uint8Array({ maxLength: 40 }),
    )
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        writeFileSync(source, content)
        const folder = tempHome()
        valueOf((await exportOne(source, 'jsonl', { place: folder })).result)
        const lines = readFileSync(join(folder, 'out', 'a.lines.jsonl'))
        expect(rebuild(lines).equals(Buffer.from(content))).toBe(true)
      }),
      { seed: 44, numRuns: 150 },
    )
  })

  const plain = corpusFiles().filter((path) => path.endsWith('.jsonl'))
  it.skipIf(sharedFolder() === null)('give back every file of the corpus', { timeout: 120_000 }, async () => {
    for (const path of plain) await check(readFileSync(path))
    expect(plain.length).toBeGreaterThan(100)
  })
})
