/** Plan of an export: what was chosen, what stands in its way and what it leaves out, from plain data. Pure. */
import type { RecordedSelection } from '../../shared/export/exportRecord'
import type { Blocker, ExportPlan, LeftOut, PlanCounts } from '../../shared/export/exportPlan'
import type { ExportQuery } from '../../shared/export/exportSelection'
import type { Problem } from '../../shared/session/session'
import type { Grant } from '../source/grants'
import type { ExportItem } from './exportItem'
import { baseIn, rolloutIdsOf, withoutBase } from './bases'
import type { FileLinks, Surveyed } from './survey'

/** What a selection came to: files in the order of the export, and what the listing said of the rest. */
export interface Selected {
  readonly selection: RecordedSelection
  readonly files: readonly SelectedFile[]
  readonly counts: PlanCounts
  readonly leftOut: readonly LeftOut[]
  readonly problems: readonly Problem[]
}

/** One chosen file, before anybody has looked whether it can be read. */
export interface SelectedFile {
  readonly grant: Grant
  readonly name: string | null
  /** What a list has read of it already. */
  readonly links: FileLinks | null
}

/** A plan as the host keeps it: the page sees `plan`, the export takes the rest. */
export interface HeldPlan {
  readonly plan: ExportPlan
  readonly selected: Selected
  readonly items: readonly ExportItem[]
  /** Chosen files that cannot be read; a table has a row for each all the same. */
  readonly unreadable: readonly ExportItem[]
}

/** How many files, problems and paths a plan names; it counts all of them. */
const mostNamed = 100

/** Puts a plan together from a selection and what the survey found of its files. */
export function toPlan(planId: string, selected: Selected, surveyed: readonly Surveyed[]): HeldPlan {
  const items: ExportItem[] = []
  const unreadable: ExportItem[] = []
  const blockers: Blocker[] = selected.problems.flatMap(toBlocker)
  const places = blockers.length
  const rolloutIds = rolloutIdsOf(selected.files, surveyed)
  selected.files.forEach(({ grant, name }, index) => {
    const { path, label, expected, isArchived, origin } = grant
    const found = surveyed[index]
    const reference = { path, label, expected }
    if (found?.kind === 'file') {
      const base = baseIn(rolloutIds, found)
      items.push({ reference, isArchived, origin, name, base, sizeBytes: found.sizeBytes })
    } else if (found !== undefined) {
      unreadable.push({ reference, isArchived, origin, name, base: null, sizeBytes: 0 })
      const { code, message } = found.error
      blockers.push({ what: 'file', path: label, code, message })
    }
  })
  const plan: ExportPlan = {
    planId,
    order: selected.selection.order,
    counts: selected.counts,
    sourceBytes: items.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    files: items
      .slice(0, mostNamed)
      .map(({ reference, sizeBytes }) => ({ path: reference.label, sizeBytes })),
    blockers: blockers.slice(0, mostNamed),
    blockerCount: { file: unreadable.length, place: places },
    leftOut: [...selected.leftOut],
    withoutBase: withoutBase(items, mostNamed),
    problems: selected.problems.slice(0, mostNamed),
  }
  return { plan, selected, items, unreadable }
}

/** A place that could not be listed may hold sessions that nobody counted. */
function toBlocker({ severity, code, message, path }: Problem): readonly Blocker[] {
  return severity === 'error' ? [{ what: 'place', path: path ?? '', code, message }] : []
}

/** What the walk of a root passed over, by the codes of its problems. */
const passedOver: ReadonlySet<string> = new Set([
  'list/link-not-followed',
  'list/not-a-file',
  'list/own-folder',
])

/** Says what a query leaves out: what its filters hide, and what no listing shows. */
export function leftOutByQuery(listed: {
  readonly query: Pick<ExportQuery, 'archived'>
  readonly byArchived: number
  readonly byFilters: number
  readonly byLimit: number
  readonly compressedCopies: readonly string[]
  readonly problems: readonly Problem[]
}): readonly LeftOut[] {
  const notFollowed = listed.problems.filter(({ code }) => passedOver.has(code)).map(({ path }) => path ?? '')
  return [
    counted(listed.query.archived === 'only' ? 'not-archived' : 'archived', listed.byArchived),
    counted('filter', listed.byFilters),
    counted('limit', listed.byLimit),
    counted('compressed-copy', listed.compressedCopies.length, listed.compressedCopies),
    counted('passed-over', notFollowed.length, notFollowed),
  ].flat()
}

/** What somebody said to go on without. In a table a file that cannot be read is a row all the same. */
export function leftOutAsUnreadable({ unreadable, plan }: HeldPlan, isTable: boolean): readonly LeftOut[] {
  const files = isTable ? [] : unreadable.map(({ reference }) => reference.label)
  const places = plan.blockers.filter(({ what }) => what === 'place').map(({ path }) => path)
  return counted('unreadable', files.length + plan.blockerCount.place, [...files, ...places])
}

function counted(
  reason: LeftOut['reason'],
  count: number,
  paths: readonly string[] = [],
): readonly LeftOut[] {
  return count === 0 ? [] : [{ reason, count, paths: paths.slice(0, mostNamed) }]
}

/** Says an order in words. */
export function orderOf({ sort, ascending }: Pick<ExportQuery, 'sort' | 'ascending'>): string {
  const ends = {
    created: ['oldest', 'newest'],
    updated: ['oldest', 'newest'],
    size: ['smallest', 'largest'],
  }[sort]
  return `by ${sort === 'size' ? 'size' : `time ${sort}`}, ${ends[ascending ? 0 : 1] ?? ''} first`
}

/** The compressed copy that a listing passed over in favour of a plain file. */
export function compressedCopyOf(row: {
  readonly path: string
  readonly problems: readonly Problem[]
}): readonly string[] {
  return row.problems.some(({ code }) => code === 'list/compressed-sibling') ? [`${row.path}.zst`] : []
}
