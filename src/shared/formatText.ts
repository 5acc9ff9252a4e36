/** Format text: numbers and columns as commands and reports print them, the same on every machine. */

/** Returns a count with thousands separated: 12,408. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US', { maximumFractionDigits: 0 })
}

/** Returns a count and its word: 1 file, 2 files. */
export function plural(count: number, word: string): string {
  return `${formatCount(count)} ${word}${count === 1 ? '' : 's'}`
}

/** Returns a size in decimal units with three digits or so: 999 B, 12.4 kB, 1.25 GB. */
export function formatBytes(sizeBytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = sizeBytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = unit === 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2
  return `${value.toFixed(digits)} ${units[unit] ?? ''}`
}

/** Returns text cut to a number of characters, the cut marked by an ellipsis. */
export function cut(text: string, maxCharacters: number): string {
  const characters = [...text]
  return characters.length <= maxCharacters ? text : `${characters.slice(0, maxCharacters - 1).join('')}…`
}

/** A column of a table. Numbers stand on the right. */
export interface Column {
  readonly title: string
  readonly right?: boolean
}

/** Returns rows as aligned columns, two spaces apart, without trailing blanks. Cells are printed as they are. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const titles = columns.map((column) => column.title)
  const widths = columns.map((_, index) =>
    Math.max(...[titles, ...rows].map((row) => [...(row[index] ?? '')].length)),
  )
  return [titles, ...rows]
    .map((row) => row.map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.right ?? false)))
    .map((cells) => `${cells.join('  ').trimEnd()}\n`)
    .join('')
}

function pad(cell: string, width: number, right: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - [...cell].length))
  return right ? blanks + cell : cell + blanks
}
