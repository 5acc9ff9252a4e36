/** Tally: adds up the cases of a run and lays them out as a table. */
import type { CaseResult } from './oneCase'

const columns = ['unchanged', 'here', 'elsewhere', 'no record', 'exempt', 'missed'] as const
type Column = (typeof columns)[number]
type Row = Record<Column, number>

export class Tally {
  readonly #rows = new Map<string, Row>()
  readonly #exempt = new Map<string, number>()
  readonly #rules = new Map<string, number>()
  /** Cases that nothing named, and those that broke a promise. */
  readonly failures: CaseResult[] = []
  made = 0

  add(result: CaseResult): void {
    const { kind, outcome, broken } = result
    const row = this.#rows.get(kind) ?? emptyRow()
    this.#rows.set(kind, row)
    row[outcome.kind] += 1
    this.made += 1
    if (outcome.kind === 'exempt') for (const name of outcome.names) count(this.#exempt, name)
    if ('rules' in outcome) for (const rule of outcome.rules) count(this.#rules, rule)
    if (outcome.kind === 'missed' || broken !== null) this.failures.push(result)
  }

  get missed(): number {
    return this.failures.filter(({ outcome, broken }) => broken === null && outcome.kind === 'missed').length
  }

  get broken(): number {
    return this.failures.filter(({ broken }) => broken !== null).length
  }

  /** Kinds of damage with how they were found; then what was exempted, by name; then the rules that named something. */
  text(): string {
    const rows = [...this.#rows].sort(([a], [b]) => a.localeCompare(b, 'en'))
    const total = emptyRow()
    for (const [, row] of rows) for (const column of columns) total[column] += row[column]
    const width = Math.max(...rows.map(([kind]) => kind.length), 5)
    return [
      line('kind', width, ['made', ...columns]),
      ...[...rows, ['total', total] as const].map(([kind, row]) =>
        line(kind, width, [sum(row), ...columns.map((column) => row[column])]),
      ),
      '',
      'exempt, by name:',
      ...sorted(this.#exempt).map(([name, times]) => `${String(times).padStart(8)}  ${name}`),
      '',
      'rules that named something:',
      ...sorted(this.#rules).map(([rule, times]) => `${String(times).padStart(8)}  ${rule}`),
    ].join('\n')
  }
}

function emptyRow(): Row {
  return { unchanged: 0, here: 0, elsewhere: 0, 'no record': 0, exempt: 0, missed: 0 }
}

function sum(row: Row): number {
  return columns.reduce((total, column) => total + row[column], 0)
}

function line(head: string, width: number, cells: readonly (string | number)[]): string {
  return head.padEnd(width) + cells.map((cell) => String(cell).padStart(11)).join('')
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function sorted(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort(([a, times], [b, others]) => others - times || a.localeCompare(b, 'en'))
}
