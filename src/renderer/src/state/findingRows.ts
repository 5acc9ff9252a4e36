/** Finding rows: the findings of a report as the rows of a tree, grouped by rule or in the order of the file. Pure. */
import type { FindingsOrder } from '../../../shared/settings/settings'
import type { Finding } from '../../../shared/validation/finding'
import type { ValidationReport } from '../../../shared/validation/report'
import { compareSeverity, type Severity } from '../../../shared/validation/severity'

/**
 * One row: the head of a rule with its counts, what the catalogue says of that rule, or a finding by its index in the
 * report. `listed` findings of the `count` are in the report.
 */
export type FindingRow =
  | {
      readonly kind: 'head'
      readonly rule: string
      readonly severity: Severity
      readonly count: number
      readonly listed: number
      readonly isOpen: boolean
      readonly isExplained: boolean
    }
  | { readonly kind: 'about'; readonly rule: string }
  | { readonly kind: 'finding'; readonly index: number; readonly at: number; readonly of: number }

/** What a person chose to see of the findings. */
export interface FindingsWish {
  readonly order: FindingsOrder
  readonly hidden: ReadonlySet<Severity>
  readonly folded: ReadonlySet<string>
  readonly explained: ReadonlySet<string>
}

/** The findings of one rule. */
interface Group {
  readonly rule: string
  readonly severity: Severity
  readonly indexes: number[]
}

/** The findings that a report lists, and how many each rule has. */
export interface ListedFindings {
  readonly findings: readonly Finding[]
  readonly byRule: readonly ValidationReport['byRule'][number][]
}

/** Rows of a report. Groups come by severity, then by the first place in the file. */
export function toFindingRows(
  { findings, byRule }: ListedFindings,
  { order, hidden, folded, explained }: FindingsWish,
): readonly FindingRow[] {
  if (order === 'place') {
    const indexes = findings.flatMap(({ severity }, index) => (hidden.has(severity) ? [] : [index]))
    return findingRows(indexes)
  }
  const counts = new Map(byRule.map(({ rule, count }) => [rule, count]))
  return groupsOf(findings, hidden).flatMap(({ rule, severity, indexes }) => {
    const listed = indexes.length
    const [isOpen, isExplained] = [!folded.has(rule), explained.has(rule)]
    const count = Math.max(listed, counts.get(rule) ?? 0)
    const head: FindingRow = { kind: 'head', rule, severity, count, listed, isOpen, isExplained }
    const about: readonly FindingRow[] = isOpen && isExplained ? [{ kind: 'about', rule }] : []
    return [head, ...about, ...(isOpen ? findingRows(indexes) : [])]
  })
}

function findingRows(indexes: readonly number[]): readonly FindingRow[] {
  return indexes.map((index, at) => ({ kind: 'finding', index, at: at + 1, of: indexes.length }))
}

function groupsOf(findings: readonly Finding[], hidden: ReadonlySet<Severity>): readonly Group[] {
  const groups = new Map<string, Group>()
  findings.forEach(({ rule, severity }, index) => {
    if (hidden.has(severity)) return
    const known = groups.get(rule)
    if (known === undefined) groups.set(rule, { rule, severity, indexes: [index] })
    else known.indexes.push(index)
  })
  return [...groups.values()].sort((a, b) => compareSeverity(a.severity, b.severity))
}

/** Where the cursor of the tree stands when it is on no finding: on one of the other rows of a rule. */
export interface FindingCursor {
  readonly kind: 'head' | 'about'
  readonly rule: string
}

/**
 * The row of the cursor: that of a rule where it stands on one that is there, else that of the selected finding. -1 where
 * that is hidden or folded away.
 */
export function rowOfCursor(
  rows: readonly FindingRow[],
  cursor: FindingCursor | null,
  selected: number | null,
): number {
  const head = cursor === null ? -1 : findRow(rows, cursor)
  return head >= 0 || selected === null ? head : findRow(rows, { kind: 'finding', index: selected })
}

function findRow(
  rows: readonly FindingRow[],
  cursor: FindingCursor | { readonly kind: 'finding'; readonly index: number },
): number {
  return rows.findIndex((row) =>
    row.kind === 'finding'
      ? cursor.kind === 'finding' && row.index === cursor.index
      : cursor.kind === row.kind && cursor.rule === row.rule,
  )
}

/** The head above a row: that of its group. Null in the order of the file. */
export function headAbove(
  rows: readonly FindingRow[],
  at: number,
): Extract<FindingRow, { kind: 'head' }> | null {
  for (let row = at; row >= 0; row -= 1) {
    const known = rows[row]
    if (known?.kind === 'head') return known
  }
  return null
}
