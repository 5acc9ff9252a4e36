import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRow, withoutFormula, type CsvCell } from '../../../src/core/exporter/csv'
import { tableHeader, tableRow } from '../../../src/core/exporter/sessionTable'
import { visibleLine } from '../../../src/core/exporter/visibleText'
import { SessionSummarySchema } from '../../../src/shared/session/session'
import { fakeSession } from '../../support/fakeExplorer'

/** A strict reader of RFC 4180: every departure throws. A field is its text and whether it was quoted. */
function readCsv(
  text: string,
): readonly (readonly { readonly text: string; readonly isQuoted: boolean }[])[] {
  const rows: { text: string; isQuoted: boolean }[][] = []
  let row: { text: string; isQuoted: boolean }[] = []
  let at = 0
  while (at < text.length) {
    const quoted = /"((?:[^"]|"")*)"/y
    quoted.lastIndex = at
    const open = text[at] === '"' ? quoted.exec(text) : null
    const bare = /[^",\r\n]*/y
    bare.lastIndex = at
    const field = open?.[0] ?? bare.exec(text)?.[0] ?? ''
    row.push(
      open === null
        ? { text: field, isQuoted: false }
        : { text: (open[1] ?? '').replaceAll('""', '"'), isQuoted: true },
    )
    at += field.length
    if (text[at] === ',') at += 1
    else if (text.startsWith('\r\n', at)) {
      rows.push(row)
      row = []
      at += 2
      continue
    } else throw new Error(`not RFC 4180 at ${String(at)}: ${JSON.stringify(text.slice(at, at + 20))}`)
    if (text.startsWith('\r\n', at) || at === text.length) {
      // An empty last field.
      row.push({ text: '', isQuoted: false })
      rows.push(row)
      row = []
      at += 2
    }
  }
  return rows
}

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(...'=+-@＝＋－＠\t\r\n;,"\' |%0Aa\u202e\u0000\u200b\ud800'),
    maxLength: 12,
  }),
)

describe('csvRow', () => {
  // SPEC export/csv
  it('is read back by a strict reader, whatever the cells hold', () => {
    const cell: fc.Arbitrary<CsvCell> = fc.oneof(hostile, fc.integer(), fc.constant(null))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }), (rows) => {
        const read = readCsv(rows.map(csvRow).join(''))
        expect(read.map((row) => row.map(({ text }) => text))).toEqual(
          rows.map((row) =>
            row.map((value) =>
              typeof value === 'string' ? withoutFormula(visibleLine(value)) : String(value ?? ''),
            ),
          ),
        )
        read.forEach((row, at) => {
          row.forEach(({ text, isQuoted }, column) => {
            const value = rows[at]?.[column]
            if (value === null || typeof value === 'number') expect(isQuoted).toBe(false)
            if (value === '') expect({ text, isQuoted }).toEqual({ text: '', isQuoted: true })
          })
        })
      }),
      { seed: 41, numRuns: 2000 },
    )
  })

  it('tells an empty text from what is not recorded, and keeps numbers', () => {
    expect(csvRow(['', null, -3, 'a'])).toBe('"",,-3,a\r\n')
    expect(csvRow(['a,b', 'say "x"', 'two\nlines', ' pad'])).toBe('"a,b","say ""x""","two\nlines"," pad"\r\n')
  })
})

describe('withoutFormula', () => {
  // SPEC export/csv
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['－1', "'－1"],
    ['  =1', "'  =1"],
    ['"=1"', `'"=1"`],
    [`'=1`, "''=1"],
    ['\t=1', "'\t'=1"],
    [' \r\n =1', " \r\n' =1"],
    ['\tplain', "'\tplain"],
    ['\rplain', "'\rplain"],
    ['a;=1', "a;'=1"],
    ['a; =1;b', "a;' =1;b"],
    ['a\n=1', "a\n'=1"],
    ['a\t@x', "a\t'@x"],
    ['a=1', 'a=1'],
    ['2026-11-20', '2026-11-20'],
    ['/home/a-b', '/home/a-b'],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(withoutFormula(text)).toBe(expected)
  })

  it('leaves no cell that begins like a formula, after quotes and blanks, at any place where one could begin', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const part of withoutFormula(text).split(/[;\t\r\n]/)) {
          expect(part).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
        }
      }),
      { seed: 42, numRuns: 3000 },
    )
  })

  it('takes time in proportion to the text', () => {
    const text = '\t'.repeat(2_000_000)
    expect(withoutFormula(text).length).toBe(text.length + 1)
  })
})

describe('the table', () => {
  // SPEC export/csv
  it('has a column for every field of a row', () => {
    const [header = []] = readCsv(tableHeader)
    const { links, ...rest } = SessionSummarySchema.shape
    const fields = [...Object.keys(rest), ...Object.keys(links.shape)].filter((key) => key !== 'fileId')
    expect(header.map(({ text }) => text).sort()).toEqual(fields.sort())
    expect(readCsv(tableHeader + tableRow(fakeSession))[1]?.length).toBe(header.length)
  })

  it('disarms what a session says of itself', () => {
    const row = tableRow({
      ...fakeSession,
      preview: `=HYPERLINK("http://x","y")`,
      cwd: '-2+3',
      name: 'a\u202eb\u0007',
    })
    const cells = readCsv(row)[0]?.map(({ text }) => text) ?? []
    expect(cells).toContain(`'=HYPERLINK("http://x","y")`)
    expect(cells).toContain("'-2+3")
    expect(cells).toContain('a<U+202E>b<U+0007>')
  })
})
