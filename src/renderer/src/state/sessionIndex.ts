/**
 * Session index: every row of a root in memory, ready to be filtered, counted and sorted while somebody types.
 *
 * Rows are only ever appended. Facets are columns of small numbers, and text was folded to lower case once, so that
 * filtering 100,000 rows stays well under 30 ms.
 */
import type { SessionSummary } from '../../../shared/session/session'
import type { SortKey } from '../../../shared/session/query'
import { plantThreads, type ThreadForest } from '../../../shared/session/groupedRows'
import { createThreadIndex, type ThreadLinks } from '../../../shared/session/threads'
import { createdTest } from './createdFilter'
import { createFacetTable, type FacetCounts } from './facetTable'
import { sortedRows, unknownKey } from './sessionOrder'
import { hasFilters, wordsOf, type SessionView } from './sessionView'

/** How many rows there are, and how many of them are archived and damaged. */
export type SessionCounts = Readonly<Record<'all' | 'archived' | 'damaged', number>>

/** The rows of one root. Grows by `append`; `view` answers row numbers into `rows`. */
export interface SessionIndex {
  readonly rows: readonly SessionSummary[]
  readonly append: (rows: readonly SessionSummary[]) => void
  /** The number of a file's row; undefined for a file that is not listed. */
  readonly numberOf: (fileId: string) => number | undefined
  /** Takes over what reading all of a file has found; false when that says nothing new of a row here. */
  readonly noteDamage: (fileId: string) => boolean
  readonly counts: () => SessionCounts
  readonly view: (view: SessionView) => Uint32Array
  readonly facetCounts: (view: SessionView) => FacetCounts
  /** All rows in the order of a view, whatever its filters, each with what belongs under it. */
  readonly threads: (view: SessionView) => ThreadForest & Pick<ThreadLinks, 'orphans'>
}

/** Makes an empty index. */
export function createSessionIndex(
  isKnownDamaged: (row: SessionSummary) => boolean = () => false,
): SessionIndex {
  const rows: SessionSummary[] = []
  const numbers = new Map<string, number>()
  const haystacks: string[] = []
  const keys: Record<SortKey, number[]> = { created: [], updated: [], size: [] }
  const facets = createFacetTable()
  const orders = new Map<string, Uint32Array>()
  const damaged = new Set<number>()
  let archived = 0
  const threads = createThreadIndex()
  let links: ThreadLinks = threads.links()
  let forest: ThreadForest = plantThreads(links.parents, new Uint32Array(0))

  function order({ sort, ascending }: SessionView): Uint32Array {
    const name = `${sort}/${String(ascending)}`
    const known = orders.get(name)
    if (known?.length === rows.length) return known
    const made = sortedRows(keys[sort], ascending)
    orders.set(name, made)
    return made
  }

  function appendRow(row: SessionSummary): void {
    const number = rows.push(row) - 1
    numbers.set(row.fileId, number)
    haystacks.push(haystackOf(row))
    keys.created.push(millis(row.createdAt) ?? Number.NEGATIVE_INFINITY)
    keys.updated.push(millis(row.updatedAt) ?? unknownKey)
    keys.size.push(row.sizeBytes ?? unknownKey)
    if (row.archived) archived += 1
    const isBroken = isDamaged(row) || isKnownDamaged(row)
    if (isBroken) damaged.add(number)
    facets.append(row, isBroken)
    threads.append(row)
  }

  /** A test for what is no facet: the words and the days. */
  function restTest({ query, created, zone }: SessionView): (row: number) => boolean {
    const words = wordsOf(query)
    const isInTime = createdTest(created, zone)
    return (row) => {
      if (isInTime !== null && !isInTime(keys.created[row] ?? 0)) return false
      if (words.length === 0) return true
      const haystack = haystacks[row] ?? ''
      return words.every((word) => haystack.includes(word))
    }
  }

  return {
    rows,
    append(more) {
      for (const row of more) appendRow(row)
    },
    numberOf: (fileId) => numbers.get(fileId),
    noteDamage(fileId) {
      const number = numbers.get(fileId)
      if (number === undefined || damaged.has(number)) return false
      damaged.add(number)
      facets.noteDamage(number)
      return true
    },
    counts: () => ({ all: rows.length, archived, damaged: damaged.size }),
    view(view) {
      const sorted = order(view)
      if (!hasFilters(view)) return sorted
      const passesFacets = facets.test(view.facets)
      const passesRest = restTest(view)
      const found = new Uint32Array(sorted.length)
      let count = 0
      for (const row of sorted) if (passesFacets(row) && passesRest(row)) found[count++] = row
      return found.slice(0, count)
    },
    facetCounts: (view) => facets.count(view.facets, restTest(view)),
    threads(view) {
      if (links.parents.length !== rows.length) links = threads.links()
      const sorted = order(view)
      if (forest.parents !== links.parents || forest.order !== sorted)
        forest = plantThreads(links.parents, sorted)
      return { ...forest, orphans: links.orphans }
    },
  }
}

/**
 * The rows with what is known of a file now in the place of its row; null when it has none, or when nothing is new. Where
 * the file lies, and what it is called, the list knows better than the file.
 */
export function withFreshRow(
  { rows, numberOf }: Pick<SessionIndex, 'rows' | 'numberOf'>,
  fresh: SessionSummary,
): readonly SessionSummary[] | null {
  const number = numberOf(fresh.fileId)
  const row = number === undefined ? undefined : rows[number]
  if (number === undefined || row === undefined) return null
  if (row.sizeBytes === fresh.sizeBytes && row.updatedAt === fresh.updatedAt) return null
  const { path, archived, links } = row
  return rows.with(number, { ...fresh, path, archived, links, name: fresh.name ?? row.name })
}

/** A row is damaged when something about it is an error; a warning alone is not. */
export function isDamaged({ problems }: Pick<SessionSummary, 'problems'>): boolean {
  return problems.some(({ severity }) => severity === 'error')
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

/** A time as a number. A session that recorded none counts as the oldest; see `keys.created`. */
function millis(time: string | null): number | null {
  const value = time === null ? Number.NaN : Date.parse(time)
  return Number.isNaN(value) ? null : value
}
