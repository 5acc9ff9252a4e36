/**
 * Threads: which rows of a list belong under which. Several files can be one thread (segments), read from another
 * (forks), hold the records of another (copies) or have been started by another (sub-agents, reviews); ROLLOUT-FORMAT 1.6,
 * 2.3 and 2.8 say how that is recorded. Pure, linear in the number of rows, and safe against links that lie.
 */
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

/**
 * Links rows to the rows they belong under. A segment belongs under the file in which its thread began, a fork under its
 * base, a sub-agent or review under the thread that started it, a further file of the same session under the first. Where
 * links go round in a circle, the first row of it stands for itself.
 */
export function linkThreads(rows: readonly ThreadMember[]): ThreadLinks {
  const { byThread, byRollout } = indexIds(rows)
  const parents = new Int32Array(rows.length).fill(-1)
  const orphans = new Uint8Array(rows.length)
  rows.forEach((row, number) => {
    const references = referencesOf(row)
    for (const { kind, id } of references) {
      const found = (kind === 'rollout' ? byRollout : byThread).get(id)
      if (found === undefined || found === number) continue
      parents[number] = found
      break
    }
    if (parents[number] === -1 && references.some(({ isForeign }) => isForeign)) orphans[number] = 1
  })
  breakCircles(parents)
  return { parents, orphans }
}

interface Reference {
  readonly kind: 'rollout' | 'thread'
  readonly id: string
  /** True where it names another file than the row itself. */
  readonly isForeign: boolean
}

/** The rows that a row names, the closest first. */
function referencesOf({ id, links }: ThreadMember): readonly Reference[] {
  const own = { kind: 'thread', id } as const
  const base = { kind: 'rollout', id: links.baseRolloutId } as const
  const [forked, parent, copied, root] = [
    links.forkedFromId,
    links.parentThreadId,
    links.copiedFromId,
    links.threadRootId,
  ].map((thread) => ({ kind: 'thread', id: thread }) as const)
  const order = {
    segment: [own, base, forked, parent, copied, root],
    'sub-agent': [parent, forked, base, copied, root, own],
    review: [parent, forked, base, copied, root, own],
    fork: [base, forked, copied, parent, root, own],
    copy: [base, forked, copied, parent, root, own],
    thread: [base, forked, copied, parent, root, own],
  }[links.role]
  return order.flatMap((reference) => {
    const text = reference?.id?.toLowerCase()
    if (reference === undefined || text === undefined) return []
    const self = reference.kind === 'rollout' ? links.rolloutId : id
    return [{ kind: reference.kind, id: text, isForeign: text !== self?.toLowerCase() }]
  })
}

/** Who answers to an id. Of several files of a thread it is the one in which the thread began. */
function indexIds(rows: readonly ThreadMember[]): {
  readonly byThread: ReadonlyMap<string, number>
  readonly byRollout: ReadonlyMap<string, number>
} {
  const byThread = new Map<string, number>()
  const byRollout = new Map<string, number>()
  rows.forEach(({ id, links }, number) => {
    const rollout = links.rolloutId?.toLowerCase()
    if (rollout !== undefined && !byRollout.has(rollout)) byRollout.set(rollout, number)
    if (id === null) return
    const thread = id.toLowerCase()
    const known = rows[byThread.get(thread) ?? -1]
    if (known === undefined || birthOf(rows[number]) < birthOf(known)) byThread.set(thread, number)
  })
  return { byThread, byRollout }
}

/** Smaller for the file in which a thread began: it has the id of the thread, and later ids are greater (UUID v7). */
function birthOf(row: ThreadMember | undefined): string {
  const rollout = row?.links.rolloutId?.toLowerCase() ?? null
  return rollout === null || rollout === row?.id?.toLowerCase() ? '' : rollout
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
