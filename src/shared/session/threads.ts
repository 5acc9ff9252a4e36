/**
 * Threads: which rows of a list belong under which. Several files can be one thread (segments), read from another
 * (forks), hold the records of another (copies) or have been started by another (sub-agents, reviews); ROLLOUT-FORMAT 1.6,
 * 2.3 and 2.8 say how that is recorded. Pure, linear in the number of rows, and safe against links that lie.
 */
import { assertNever } from '../assertNever'
import type { LinkRole } from './links'
import type { SessionSummary } from './session'

/** What of a row says where it belongs. */
export type ThreadMember = Pick<SessionSummary, 'id' | 'links'>

/** Where each row belongs, by row number. */
export interface ThreadLinks {
  /** The row that each belongs under; -1 for one that stands for itself. */
  readonly parents: Int32Array
  /** 1 where a row names another that is not among the rows. */
  readonly orphans: Uint8Array
}

/** Rows that grow, and what follows from their links. */
export interface ThreadIndex {
  readonly append: (row: ThreadMember) => void
  readonly links: () => ThreadLinks
}

/** Links rows that are all there; see `createThreadIndex`. */
export function linkThreads(rows: readonly ThreadMember[]): ThreadLinks {
  const index = createThreadIndex()
  for (const row of rows) index.append(row)
  return index.links()
}

/**
 * Makes an index that links rows to the rows they belong under. A segment belongs under the file in which its thread began,
 * a fork under its base, a sub-agent or review under the thread that started it, a further file of the same session under
 * the first. Where links go round in a circle, the first row of it stands for itself.
 */
export function createThreadIndex(): ThreadIndex {
  const rows: ThreadMember[] = []
  const named: NamedRows = { byThread: new Map(), byRollout: new Map(), shared: new Set() }
  return {
    append(row) {
      addName(named, row, rows)
      rows.push(row)
    },
    links() {
      const parents = new Int32Array(rows.length).fill(-1)
      const orphans = new Uint8Array(rows.length)
      rows.forEach((row, number) => {
        const parent = parentOf(row, number, named)
        parents[number] = parent
        if (parent === -1 && namesAnother(row)) orphans[number] = 1
      })
      breakCircles(parents)
      return { parents, orphans }
    },
  }
}

/** Where a row may say what it belongs under: `base` names a rollout, all others name threads. */
type Reference = 'own' | 'base' | 'forked' | 'parent' | 'copied' | 'root'

/** The closest first. */
const started = ['parent', 'forked', 'base', 'copied', 'root', 'own'] as const
const derived = ['base', 'forked', 'copied', 'parent', 'root', 'own'] as const
const references: Readonly<Record<LinkRole, readonly Reference[]>> = {
  segment: ['own', 'base', 'forked', 'parent', 'copied', 'root'],
  'sub-agent': started,
  review: started,
  fork: derived,
  copy: derived,
  thread: derived,
}

function idOf({ id, links }: ThreadMember, reference: Reference): string | null {
  switch (reference) {
    case 'own':
      return id
    case 'base':
      return links.baseRolloutId
    case 'forked':
      return links.forkedFromId
    case 'parent':
      return links.parentThreadId
    case 'copied':
      return links.copiedFromId
    case 'root':
      return links.threadRootId
    default:
      return assertNever(reference)
  }
}

/** The first row but itself that a row names; -1 where none is among the rows. */
function parentOf(row: ThreadMember, number: number, named: NamedRows): number {
  for (const reference of references[row.links.role]) {
    const id = idOf(row, reference)
    // Most rows name nobody but themselves, and of those most are the only file of their session.
    if (id === null || (reference !== 'base' && id === row.id && !named.shared.has(id))) continue
    const found = (reference === 'base' ? named.byRollout : named.byThread).get(id)
    if (found !== undefined && found !== number) return found
  }
  return -1
}

function namesAnother(row: ThreadMember): boolean {
  return references[row.links.role].some((reference) => {
    const id = idOf(row, reference)
    return id !== null && id !== (reference === 'base' ? row.links.rolloutId : row.id)
  })
}

/** Who answers to an id, by row number. Of several files of a thread it is the one in which the thread began. */
interface NamedRows {
  readonly byThread: Map<string, number>
  readonly byRollout: Map<string, number>
  /** Ids of threads that have more than one file. */
  readonly shared: Set<string>
}

function addName(
  { byThread, byRollout, shared }: NamedRows,
  row: ThreadMember,
  rows: readonly ThreadMember[],
): void {
  const number = rows.length
  const { rolloutId } = row.links
  if (rolloutId !== null && !byRollout.has(rolloutId)) byRollout.set(rolloutId, number)
  if (row.id === null) return
  const known = byThread.get(row.id)
  if (known !== undefined) shared.add(row.id)
  if (known === undefined || birthOf(row) < birthOf(rows[known])) byThread.set(row.id, number)
}

/** Smaller for the file in which a thread began: it has the id of the thread, and later ids are greater (UUID v7). */
function birthOf(row: ThreadMember | undefined): string {
  const rolloutId = row?.links.rolloutId ?? null
  return rolloutId === null || rolloutId === row?.id ? '' : rolloutId
}

function breakCircles(parents: Int32Array): void {
  const walkOf = new Int32Array(parents.length).fill(-1)
  for (let start = 0; start < parents.length; start += 1) {
    let row = start
    while (row !== -1 && walkOf[row] === -1) {
      walkOf[row] = start
      row = parents[row] ?? -1
    }
    // `row` is on a circle when this very walk has been here; its first row is then the one with the lowest number.
    if (row === -1 || walkOf[row] !== start) continue
    let first = row
    for (let at = parents[row] ?? -1; at !== row && at !== -1; at = parents[at] ?? -1)
      first = Math.min(first, at)
    parents[first] = -1
  }
}
