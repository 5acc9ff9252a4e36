/**
 * Session index: every row of a root in memory, ready to be filtered and sorted while somebody types.
 *
 * Rows are only ever appended. Filtering walks a sorted permutation of row numbers and compares against text that
 * was folded to lower case once, so that 100,000 rows stay well under 30 ms.
 */
import type { SessionSummary } from '../../../shared/session/session'
import type { SortKey } from '../../../shared/session/query'

/** Which rows are wanted at all. */
export const facets = ['all', 'archived', 'damaged'] as const
export type Facet = (typeof facets)[number]

/** What a list shows and in which order. */
export interface SessionView {
  readonly query: string
  readonly facet: Facet
  readonly sort: SortKey
  readonly ascending: boolean
}

/** How many rows each facet has. */
export type FacetCounts = Readonly<Record<Facet, number>>

/** The rows of one root. Grows by `append`; `view` answers row numbers into `rows`. */
export interface SessionIndex {
  readonly rows: readonly SessionSummary[]
  readonly append: (rows: readonly SessionSummary[]) => void
  /** Takes over what reading all of a file has found; false when that says nothing new of a row here. */
  readonly noteDamage: (fileId: string) => boolean
  readonly counts: () => FacetCounts
  readonly view: (view: SessionView) => Uint32Array
}

/** Makes an empty index. */
export function createSessionIndex(
  isKnownDamaged: (row: SessionSummary) => boolean = () => false,
): SessionIndex {
  const damagedRows = new Set<SessionSummary>()
  const rows: SessionSummary[] = []
  const haystacks: string[] = []
  const keys: Record<SortKey, number[]> = { created: [], updated: [], size: [] }
  const orders = new Map<string, Uint32Array>()
  let archived = 0

  function order(sort: SortKey, ascending: boolean): Uint32Array {
    const name = `${sort}/${String(ascending)}`
    const known = orders.get(name)
    if (known?.length === rows.length) return known
    const made = sortedRows(keys[sort], ascending)
    orders.set(name, made)
    return made
  }

  return {
    rows,
    append(more) {
      for (const row of more) {
        rows.push(row)
        haystacks.push(haystackOf(row))
        keys.created.push(millis(row.createdAt) ?? Number.NEGATIVE_INFINITY)
        keys.updated.push(millis(row.updatedAt) ?? unknownKey)
        keys.size.push(row.sizeBytes ?? unknownKey)
        if (row.archived) archived += 1
        if (isDamaged(row) || isKnownDamaged(row)) damagedRows.add(row)
      }
    },
    noteDamage(fileId) {
      const row = rows.find((known) => known.fileId === fileId)
      if (row === undefined || damagedRows.has(row)) return false
      damagedRows.add(row)
      return true
    },
    counts: () => ({ all: rows.length, archived, damaged: damagedRows.size }),
    view({ query, facet, sort, ascending }) {
      const words = wordsOf(query)
      const sorted = order(sort, ascending)
      if (words.length === 0 && facet === 'all') return sorted
      const found = new Uint32Array(sorted.length)
      let count = 0
      for (const index of sorted) {
        const row = rows[index]
        const haystack = haystacks[index]
        if (row === undefined || haystack === undefined || !isInFacet(row, facet, damagedRows)) continue
        if (words.every((word) => haystack.includes(word))) found[count++] = index
      }
      return found.slice(0, count)
    },
  }
}

/** The words of a query. All of them must occur, in any order. */
export function wordsOf(query: string): readonly string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean)
}

/** A row is damaged when something about it is an error; a warning alone is not. */
export function isDamaged({ problems }: Pick<SessionSummary, 'problems'>): boolean {
  return problems.some(({ severity }) => severity === 'error')
}

function isInFacet(row: SessionSummary, facet: Facet, damaged: ReadonlySet<SessionSummary>): boolean {
  switch (facet) {
    case 'all':
      return true
    case 'archived':
      return row.archived
    case 'damaged':
      return damaged.has(row)
  }
}

/** Everything of a row that somebody may remember of it. */
function haystackOf(row: SessionSummary): string {
  return [
    row.name,
    row.preview,
    row.cwd,
    row.id,
    row.path,
    row.source,
    row.model,
    row.gitBranch,
    row.cliVersion,
  ]
    .join('\n')
    .toLowerCase()
}

/** Key of a row whose size or time of change nobody knows: it comes last in either direction. */
const unknownKey = Number.NaN

/** A time as a number. A session that recorded none counts as the oldest; see `keys.created`. */
function millis(time: string | null): number | null {
  const value = time === null ? Number.NaN : Date.parse(time)
  return Number.isNaN(value) ? null : value
}

function sortedRows(keys: readonly number[], ascending: boolean): Uint32Array {
  const values = Float64Array.from(keys)
  const numbers = new Uint32Array(values.length)
  for (let index = 0; index < numbers.length; index++) numbers[index] = index
  const sign = ascending ? 1 : -1
  return numbers.sort((a, b) => {
    const left = values[a] ?? 0
    const right = values[b] ?? 0
    if (left === right) return a - b
    if (Number.isNaN(left) || Number.isNaN(right)) {
      return Number.isNaN(left) && Number.isNaN(right) ? a - b : Number.isNaN(left) ? 1 : -1
    }
    return left < right ? -sign : sign
  })
}
