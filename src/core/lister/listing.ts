/**
 * Listing: pages of sessions, in the host's thread. The walk and the heads are read by workers.
 *
 * A walk is kept for the pages that follow it, so that paging through a hundred thousand sessions walks once. A cursor
 * names a place in the order, not in the walk, so it also works when the walk is made anew.
 */
import { err, ok, type Result } from '../../shared/result'
import { anySession } from '../../shared/session/anySession'
import { decodeCursor } from '../../shared/session/cursor'
import type { HiddenCounts, HidingFilter, SessionPage } from '../../shared/session/page'
import type { SessionQuery } from '../../shared/session/query'
import type { Problem, SessionSummary } from '../../shared/session/session'
import type { CancelFlag, TaskRunner } from '../jobs/task'
import type { Grants } from '../source/grants'
import { unpackCandidates, type Candidate } from './candidate'
import { checkCursor, cursorAfter, firstAfter } from './listPlace'
import { headsTask, type HeadRow } from './readHeads'
import type { RootState } from './roots'
import { rowFilter } from './rowFilter'
import { walkTask } from './walk'

/** A root and the names of its sessions, as its last walk found them. */
interface ListedPlace {
  readonly root: RootState
  readonly names: ReadonlyMap<string, string>
}

interface Snapshot {
  readonly key: string
  readonly madeAtMs: number
  readonly candidates: readonly Candidate[]
  readonly scannedFiles: number
  readonly problems: readonly Problem[]
  readonly names: ReadonlyMap<string, string>
}

/** What a listing reads with. Its files become grants. */
export interface ListingOptions {
  readonly runner: TaskRunner
  readonly grants: Grants
  readonly nowMs: () => number
  /** Rollscope's data folder, which no listing shows. */
  readonly ownFolder: string
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

/** How long a walk serves the pages after its first. */
const snapshotMs = 300_000
const headsAtOnce = 1000

export class Listing {
  readonly #runner: TaskRunner
  readonly #grants: Grants
  readonly #nowMs: () => number
  readonly #ownFolder: string
  #snapshot: Snapshot | null = null
  /** Names of listed files by grant; a file that no list showed has no name that we know. */
  readonly #names = new Map<string, string>()

  constructor({ runner, grants, nowMs, ownFolder }: ListingOptions) {
    this.#runner = runner
    this.#grants = grants
    this.#nowMs = nowMs
    this.#ownFolder = ownFolder
  }

  /** Returns the name that the last listing of a file gave it, or null. */
  nameOf(fileId: string): string | null {
    return this.#names.get(fileId) ?? null
  }

  /** Lists one page. There is no cap on the files looked at; a cursor is null when nothing remains after the page. */
  async list(root: RootState, query: SessionQuery, options: ListOptions): Promise<Result<SessionPage>> {
    const start = query.cursor === null ? ok(null) : decodeCursor(query.cursor)
    if (!start.ok) return start
    const mismatch = start.value === null ? null : checkCursor(start.value, query)
    if (mismatch !== null) return err(mismatch)
    const walked = await this.#walk(root, query, options)
    if (!walked.ok) return walked
    const snapshot = walked.value
    const candidates = snapshot.candidates.filter((candidate) => isWanted(candidate, query))
    const from = start.value === null ? 0 : firstAfter(candidates, start.value)
    const page = await this.#fill({ root, names: snapshot.names }, query, candidates, from, options)
    if (!page.ok) return page
    const { sessions, next, bytesRead, filtered, byFilter } = page.value
    const archived = snapshot.scannedFiles - candidates.length
    return ok({
      sessions,
      nextCursor: next,
      problems: query.cursor === null ? [...snapshot.problems] : [],
      scannedFiles: snapshot.scannedFiles,
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
    const walked = await this.#walk(root, { ...everything, cursor: null }, options)
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
      const rows = await this.#heads(place, candidates.slice(at, at + headsAtOnce), options)
      if (!rows.ok) return rows
      all.push(...rows.value.sessions)
    }
    return ok(all)
  }

  async #walk(root: RootState, query: SessionQuery, { cancel }: ListOptions): Promise<Result<Snapshot>> {
    const { sort, ascending } = query
    const key = JSON.stringify([root.rootId, root.sources.length, sort, ascending])
    const held = this.#snapshot
    const nowMs = this.#nowMs()
    if (query.cursor !== null && held?.key === key && nowMs - held.madeAtMs < snapshotMs) return ok(held)
    const walked = await this.#runner.run(
      walkTask,
      { sources: root.sources, sort, ascending, ownFolder: this.#ownFolder },
      { cancel },
    )
    if (!walked.ok) return walked
    const { packed, scannedFiles, problems, names } = walked.value
    const snapshot: Snapshot = {
      key,
      madeAtMs: nowMs,
      candidates: unpackCandidates(packed),
      scannedFiles,
      problems,
      names: new Map(names),
    }
    this.#snapshot = snapshot
    return ok(snapshot)
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
      const rows = await this.#heads(place, batch, options)
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

  async #heads(
    { root, names }: ListedPlace,
    candidates: readonly Candidate[],
    { cancel }: ListOptions,
  ): Promise<Result<{ readonly sessions: readonly SessionSummary[]; readonly bytesRead: number }>> {
    if (candidates.length === 0) return ok({ sessions: [], bytesRead: 0 })
    const read = await this.#runner.run(headsTask, { sources: root.sources, candidates }, { cancel })
    if (!read.ok) return read
    const sessions = read.value.rows.map((row) => this.#toRow(row, names))
    return ok({ sessions, bytesRead: read.value.bytesRead })
  }

  #toRow({ path, device, inode, summary }: HeadRow, names: ReadonlyMap<string, string>): SessionSummary {
    const expected = inode === '' ? null : { device, inode }
    const fileId = this.#grants.add({
      path,
      label: summary.path,
      expected,
      isArchived: summary.archived,
      origin: 'file',
    })
    const name = summary.id === null ? null : (names.get(summary.id) ?? null)
    if (name === null) this.#names.delete(fileId)
    else this.#names.set(fileId, name)
    return { fileId, ...summary, name }
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
