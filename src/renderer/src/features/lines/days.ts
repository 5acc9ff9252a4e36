/** Days: which rows of a list of lines begin another day than the rows above them. Pure. */
import type { LineRow } from '../../../../shared/rollout/lineRow'
import { formatDay, type Zone } from '../../ui/format'

type RowOf = (lineNumber: number) => Pick<LineRow, 'timestamp'> | undefined

/** So many lines above are looked at for one that has a time. */
const mostAbove = 50

/**
 * The day of a line that is the first of its day; null for every other. A line whose predecessors are not in memory is
 * not called the first of anything: nobody knows.
 */
export function newDayAt(row: RowOf, lineNumber: number, zone: Zone): string | null {
  const day = formatDay(row(lineNumber)?.timestamp ?? null, zone)
  if (day === null) return null
  for (let above = lineNumber - 1; above >= 1; above--) {
    const before = row(above)
    if (before === undefined || lineNumber - above > mostAbove) return null
    const dayBefore = formatDay(before.timestamp, zone)
    if (dayBefore !== null) return dayBefore === day ? null : day
  }
  return day
}

/** The day of the first of these lines that has one. */
export function firstDayOf(row: RowOf, first: number, count: number, zone: Zone): string | null {
  for (let lineNumber = first; lineNumber < first + count; lineNumber++) {
    const day = formatDay(row(lineNumber)?.timestamp ?? null, zone)
    if (day !== null) return day
  }
  return null
}
