/**
 * Listing: pages of sessions, in the host's thread. The walk and the heads are read by workers.
 *
 * A cursor names a place in the order, not in the walk that is held for it, so it also works when the walk is made anew.
 */
import { err, ok, type Result } from '../../shared/result'
import { anySession } from '../../shared/session/anySession'
import { decodeCursor } from '../../shared/session/cursor'
import type { HiddenCounts, HidingFilter, SessionPage } from '../../shared/session/page'
import type { SessionQuery } from '../../shared/session/query'
import type { Problem, SessionSummary } from '../../shared/session/session'
import type { CancelFlag } from '../jobs/task'
import type { Grants } from '../source/grants'
import type { Candidate } from './candidate'
import { HeldWalk, type HeldWalkOptions } from './heldWalk'
import { checkCursor, cursorAfter, firstAfter } from './listPlace'
import type { RootState } from './roots'
import { rowFilter } from './rowFilter'
import { headsAtOnce, RowReader, type ListedPlace } from './rowReader'

/** What a listing reads with. Its files become grants. */
export interface ListingOptions extends HeldWalkOptions {
  readonly grants: Grants
}

/** How one page is cancelled, and who hears how many heads were read. */
export interface ListOptions {
  readonly cancel: CancelFlag
  readonly onProgress: (done: number, total: number) => void
}

interface FilledPage extends Pick<HiddenCounts, 'filtered' | 'byFilter'> {
  readonly sessions: SessionSummary[]
  readonly next: string | null
  readonly bytesRead: number
}

export class Listing {
  readonly #walk: HeldWalk
  readonly #rows: RowReader

  constructor({ grants, ...options }: ListingOptions) {
    this.#walk = new HeldWalk(options)
    this.#rows = new RowReader(options.runner, grants)
  }

  /** Returns the name that the last listing of a file gave it, or null. */
  nameOf(fileId: string): string | null {
    return this.#rows.nameOf(fileId)
  }

  /** Lists one page. There is no cap on the files looked at; a cursor is null when nothing remains after the page. */
  async list(root: RootState, query: SessionQuery, options: ListOptions): Promise<Result<SessionPage>> {
    const start = query.cursor === null ? ok(null) : decodeCursor(query.cursor)
    if (!start.ok) return start
    const mismatch = start.value === null ? null : checkCursor(start.value, query)
    if (mismatch !== null) return err(mismatch)
    const walked = await this.#walk.of(root, query, options.cancel)
    if (!walked.ok) return walked
    const { names, scannedFiles, problems } = walked.value
    const candidates = walked.value.candidates.filter((candidate) => isWanted(candidate, query))
    const from = start.value === null ? 0 : firstAfter(candidates, start.value)
    const page = await this.#fill({ root, names }, query, candidates, from, options)
    if (!page.ok) return page
    const { sessions, next, bytesRead, filtered, byFilter } = page.value
    const archived = scannedFiles - candidates.length
    return ok({
      sessions,
      nextCursor: next,
      problems: query.cursor === null ? [...problems] : [],
      scannedFiles,
      matchedFiles: candidates.length,
      hidden: { archived, filtered, byFilter },
      bytesRead,
      reachedScanCap: false,
    })
  }

  /** Finds the files of a session by id, in their names first and then in all heads. */
  async find(
    root: RootState,
    sessionId: string,
    options: ListOptions,
  ): Promise<Result<{ readonly sessions: SessionSummary[]; readonly problems: Problem[] }>> {
    const wanted = sessionId.toLowerCase()
    const walked = await this.#walk.of(root, everything, options.cancel)
    if (!walked.ok) return walked
    const named = walked.value.candidates.filter((candidate) => candidate.sessionId === wanted)
    for (const candidates of [named, walked.value.candidates]) {
      const rows = await this.#readAll({ root, names: walked.value.names }, candidates, options)
      if (!rows.ok) return rows
      const sessions = rows.value.filter((row) => row.id?.toLowerCase() === wanted)
      if (sessions.length > 0) return ok({ sessions, problems: [...walked.value.problems] })
    }
    return ok({ sessions: [], problems: [...walked.value.problems] })
  }

  async #readAll(
    place: ListedPlace,
    candidates: readonly Candidate[],
    options: ListOptions,
  ): Promise<Result<readonly SessionSummary[]>> {
    const all: SessionSummary[] = []
    for (let at = 0; at < candidates.length; at += headsAtOnce) {
      const rows = await this.#rows.read(place, candidates.slice(at, at + headsAtOnce), options.cancel)
      if (!rows.ok) return rows
      all.push(...rows.value.sessions)
    }
    return ok(all)
  }

  /** Reads heads until the page is full, a little more at a time when few rows match. */
  async #fill(
    place: ListedPlace,
    query: SessionQuery,
    candidates: readonly Candidate[],
    from: number,
    options: ListOptions,
  ): Promise<Result<FilledPage>> {
    const sessions: SessionSummary[] = []
    const hiding = rowFilter(query)
    const byFilter = new Map<HidingFilter, number>()
    let bytesRead = 0
    let at = from
    let step = query.limit
    while (at < candidates.length && sessions.length < query.limit) {
      const batch = candidates.slice(at, at + step)
      const rows = await this.#rows.read(place, batch, options.cancel)
      if (!rows.ok) return rows
      bytesRead += rows.value.bytesRead
      for (const row of rows.value.sessions) {
        at += 1
        const filters = hiding(row)
        if (filters.length === 0) sessions.push(row)
        for (const filter of filters) byFilter.set(filter, (byFilter.get(filter) ?? 0) + 1)
        if (sessions.length === query.limit) break
      }
      step = Math.min(headsAtOnce, step * 2)
      options.onProgress(at, candidates.length)
    }
    const last = candidates[at - 1]
    const isMore = at < candidates.length && last !== undefined
    return ok({
      sessions,
      next: isMore ? cursorAfter(last, query) : null,
      bytesRead,
      filtered: at - from - sessions.length,
      byFilter: Object.fromEntries(byFilter),
    })
  }
}

/** Finds by no filter at all. */
const everything: SessionQuery = {
  ...anySession,
  limit: 1000,
  cursor: null,
  sort: 'created',
  ascending: false,
}

function isWanted(candidate: Candidate, { archived }: SessionQuery): boolean {
  return archived === 'include' || candidate.isArchived === (archived === 'only')
}
