/**
 * Run order: which rows of a run stand where in one view of it. Rows that come to match while somebody looks are put
 * below, so that nothing jumps under their eyes; asking anew sorts them in. Pure but for what it remembers.
 */
import { assertNever } from '../../../shared/assertNever'
import { rowVerdicts, type RunRow, type RunSortKey, type RunView } from '../../../shared/validation/run'

export class RunOrder {
  #key = ''
  #order: number[] = []
  #isSorted = true
  /** How many rows had ended when the order was last brought up to date. */
  #ended = -1

  /** Returns the indexes of the rows of a view. `ended` counts the rows that have changed so far. */
  of(
    rows: readonly RunRow[],
    view: RunView,
    { ended, anew }: { readonly ended: number; readonly anew: boolean },
  ) {
    const key = JSON.stringify([view.sort, view.ascending, view.verdicts])
    if (key !== this.#key || anew) this.#sort(rows, view)
    else if (ended !== this.#ended) this.#takeIn(rows, view)
    this.#key = key
    this.#ended = ended
    return { order: this.#order, isSorted: this.#isSorted }
  }

  #sort(rows: readonly RunRow[], view: RunView): void {
    this.#order = rows.flatMap((row) => (isWanted(row, view) ? [row.index] : []))
    const compare = comparison(view)
    if (compare !== null) {
      this.#order.sort((a, b) => compareAt(rows, compare, a, b))
    }
    this.#isSorted = true
  }

  /** Rows that do not match any more leave; in the order of the run new ones find their place, elsewhere they go below. */
  #takeIn(rows: readonly RunRow[], view: RunView): void {
    if (view.sort === 'order') {
      this.#sort(rows, view)
      return
    }
    const wanted = (index: number): boolean => {
      const row = rows[index]
      return row !== undefined && isWanted(row, view)
    }
    this.#order = this.#order.filter(wanted)
    const known = new Set(this.#order)
    for (const { index } of rows) if (wanted(index) && !known.has(index)) this.#order.push(index)
    const compare = comparison(view)
    this.#isSorted = this.#order.every(
      (index, at) =>
        at === 0 || compare === null || compareAt(rows, compare, this.#order[at - 1] ?? 0, index) <= 0,
    )
  }
}

type Compare = (a: RunRow, b: RunRow) => number

function isWanted({ verdict }: RunRow, { verdicts }: RunView): boolean {
  return verdicts.length === 0 || verdicts.includes(verdict)
}

function compareAt(rows: readonly RunRow[], compare: Compare, a: number, b: number): number {
  const [first, second] = [rows[a], rows[b]]
  return first === undefined || second === undefined ? 0 : compare(first, second) || a - b
}

/** Returns how a view compares rows; null for the order of the run as it is. What is not known yet comes last either way. */
function comparison({ sort, ascending }: RunView): Compare | null {
  if (sort === 'order') return ascending ? null : (a, b) => b.index - a.index
  const value = valueOf(sort)
  return (a, b) => {
    const [first, second] = [value(a), value(b)]
    if (first === null || second === null) return (first === null ? 1 : 0) - (second === null ? 1 : 0)
    const difference = first < second ? -1 : first > second ? 1 : 0
    return ascending ? difference : -difference
  }
}

function valueOf(sort: Exclude<RunSortKey, 'order'>): (row: RunRow) => number | string | null {
  const ofChecked = (value: (row: RunRow) => number | null) => (row: RunRow) =>
    row.verdict === 'not-checked' ? null : value(row)
  switch (sort) {
    case 'verdict':
      return ofChecked(({ verdict }) => rowVerdicts.indexOf(verdict))
    case 'errors':
      return ofChecked(({ counts }) => counts.error)
    case 'warnings':
      return ofChecked(({ counts }) => counts.warning)
    case 'notes':
      return ofChecked(({ counts }) => counts.info)
    case 'lines':
      return ({ lineCount }) => lineCount
    case 'size':
      return ({ sizeBytes }) => sizeBytes
    case 'time':
      return ({ nameTime }) => nameTime
    default:
      return assertNever(sort)
  }
}
