/**
 * CSV: rows as text after RFC 4180, safe to open in a spreadsheet. Null is an empty field, an empty text is `""`, numbers
 * stay numbers.
 *
 * A spreadsheet takes a text for a formula by its first character, some skip quotes and blanks before it, some read
 * full-width forms, and some split a line at `;` or tabs, or begin a new one at a line end inside of quotes. Wherever a
 * formula could begin so, an apostrophe is put before it. Characters that cannot be seen are spelled out.
 */
import { visibleLine } from './visibleText'

/** One field: null is an empty one, and a text never becomes a number or a formula. */
export type CsvCell = string | number | null

/** What begins a formula: also in full width, in small forms, and as a true minus sign. */
const formulaCharacters: ReadonlySet<string> = new Set(
  '=+-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b',
)
/** What some programs separate cells or rows at. */
const separators: ReadonlySet<string> = new Set(';\t\r\n')
const quotes: ReadonlySet<string> = new Set('"\'`\u2018\u2019\u201c\u201d')

/** Returns one row with its line end. */
export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(toField).join(',')}\r\n`
}

/** Returns a text as no spreadsheet can take it for a formula. In one pass: a text may be long. */
export function withoutFormula(text: string): string {
  const parts: string[] = []
  let copied = 0
  /** Where the cell began that may yet become a formula, or -1. */
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (start >= 0 && formulaCharacters.has(character)) {
      parts.push(text.slice(copied, start), "'")
      copied = start
      start = -1
    } else if (separators.has(character)) {
      start = at + 1
    } else if (!quotes.has(character) && !/\s/.test(character)) start = -1
  }
  const marked = parts.join('') + text.slice(copied)
  return /^[\t\r\n]/.test(marked) ? `'${marked}` : marked
}

function toField(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = withoutFormula(visibleLine(cell))
  return text === '' || /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
