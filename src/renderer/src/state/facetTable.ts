/** Facet table: the facets of all rows in columns, to test rows by and to count what each value would show. */
import type { SessionSummary } from '../../../shared/session/session'
import { createFacetColumn, type FacetColumn } from './facetColumn'
import {
  compareCounts,
  facetIds,
  facetValueOf,
  yesNo,
  type FacetId,
  type FacetSelection,
  type FacetValue,
  type ValueCount,
} from './facets'

/** Every value of every facet, with the rows that choosing it would show: those that all other filters let through. */
export type FacetCounts = ReadonlyMap<FacetId, readonly ValueCount[]>

type RowTest = (row: number) => boolean

/** The facets of rows that are numbered from 0. */
export interface FacetTable {
  readonly append: (row: SessionSummary, isDamaged: boolean) => void
  readonly noteDamage: (row: number) => void
  /** A test for rows of which every facet has a chosen value. */
  readonly test: (selection: FacetSelection) => RowTest
  /** Counts values among the rows that pass `rest`, which is every filter that is no facet. */
  readonly count: (selection: FacetSelection, rest: RowTest) => FacetCounts
}

/** One chosen facet: a row passes when the code in its column is accepted. */
interface Check {
  readonly facet: FacetId
  readonly codes: Uint32Array
  readonly accepted: Uint8Array
}

/** Makes an empty table. */
export function createFacetTable(): FacetTable {
  const columns = new Map<FacetId, FacetColumn>(facetIds.map((facet) => [facet, createFacetColumn()]))
  let rowCount = 0

  function checksOf(selection: FacetSelection): readonly Check[] {
    return [...columns].flatMap(([facet, column]) => {
      const wanted = selection.get(facet)
      if (wanted === undefined) return []
      return [{ facet, codes: column.codes(), accepted: column.accepted(wanted) }]
    })
  }

  return {
    append(row, isDamaged) {
      for (const [facet, column] of columns) column.set(rowCount, facetValueOf[facet](row, isDamaged))
      rowCount += 1
    },
    noteDamage(row) {
      columns.get('damaged')?.set(row, yesNo(true))
    },
    test(selection) {
      const checks = checksOf(selection)
      return (row) => checks.every(({ codes, accepted }) => accepted[codes[row] ?? 0] === 1)
    },
    count(selection, rest) {
      const checks = checksOf(selection)
      const tallies = [...columns].map(([facet, column]) => tallyOf(facet, column))
      for (let row = 0; row < rowCount; row += 1) {
        const failed = failing(checks, row)
        // What two facets leave out stays out, whatever is chosen in one of them.
        if (failed === 'several' || !rest(row)) continue
        for (const { facet, codes, tally } of tallies) {
          if (failed !== null && failed !== facet) continue
          const code = codes[row] ?? 0
          tally[code] = (tally[code] ?? 0) + 1
        }
      }
      return new Map(tallies.map((tally) => [tally.facet, countsOf(tally, selection.get(tally.facet))]))
    },
  }
}

interface Tally {
  readonly facet: FacetId
  readonly values: FacetColumn['values']
  readonly codes: Uint32Array
  readonly tally: Uint32Array
}

function tallyOf(facet: FacetId, { values, codes }: FacetColumn): Tally {
  return { facet, values, codes: codes(), tally: new Uint32Array(values.length) }
}

/** Counts in the order in which they are shown. A chosen value that no row has is there, too: it can be given up. */
function countsOf(
  { values, tally }: Tally,
  chosen: ReadonlySet<FacetValue> | undefined,
): readonly ValueCount[] {
  const counts = values.map((value, code) => ({ value, count: tally[code] ?? 0 }))
  const known = new Set(values)
  const absent = [...(chosen ?? [])].filter((value) => !known.has(value))
  return [...counts, ...absent.map((value) => ({ value, count: 0 }))].sort(compareCounts)
}

/** The facet that alone leaves a row out; null where none does. */
function failing(checks: readonly Check[], row: number): FacetId | 'several' | null {
  let first: FacetId | null = null
  for (const { facet, codes, accepted } of checks) {
    if (accepted[codes[row] ?? 0] === 1) continue
    if (first !== null) return 'several'
    first = facet
  }
  return first
}
