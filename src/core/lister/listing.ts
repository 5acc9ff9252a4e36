/**
 * Listing: pages of sessions, in the host's thread. The walk and the heads are read by workers.
 *
 * A walk is kept for the pages that follow it, so that paging through a hundred thousand sessions walks once. A cursor
 * names a place in the order, not in the walk, so it also works when the walk is made anew.
 */
import { err, ok, type AppError, type Result } from '../../shared/result'
import { decodeCursor, encodeCursor, type CursorPosition } from '../../shared/session/cursor'
import type { SessionPage } from '../../shared/session/page'
import type { SessionQuery } from '../../shared/session/query'
import type { Problem, SessionSummary } from '../../shared/session/session'
import type { CancelFlag, TaskRunner } from '../jobs/task'
import type { Grants } from '../source/grants'
import type { HeadRow } from './readHeads'
import { headsTask } from './readHeads'
import type { RootState } from './roots'
import { compareCandidates, unpackCandidates, walkTask, type Candidate } from './walk'

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

export interface ListingOptions {
  readonly runner: TaskRunner
  readonly grants: Grants
  readonly nowMs: () => number
  /** Rollscope's data folder, which no listing shows. */
  readonly ownFolder: string
}

export interface ListOptions {
  readonly cancel: CancelFlag
  readonly onProgress: (done: number, total: number) => void
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
    const { sessions, next, bytesRead } = page.value
    return ok({
      sessions,
      nextCursor: next,
      problems: query.cursor === null ? [...snapshot.problems] : [],
      scannedFiles: snapshot.scannedFiles,
      matchedFiles: candidates.length,
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
  ): Promise<
    Result<{ readonly sessions: SessionSummary[]; readonly next: string | null; readonly bytesRead: number }>
  > {
    const sessions: SessionSummary[] = []
    const accepts = rowFilter(query)
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
        if (accepts(row)) sessions.push(row)
        if (sessions.length === query.limit) break
      }
      step = Math.min(headsAtOnce, step * 2)
      options.onProgress(at, candidates.length)
    }
    const last = candidates[at - 1]
    const isMore = at < candidates.length && last !== undefined
    return ok({ sessions, next: isMore ? cursorAfter(last, query) : null, bytesRead })
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

const everything: SessionQuery = {
  limit: 1000,
  cursor: null,
  sort: 'created',
  ascending: false,
  archived: 'include',
  source: null,
  cwd: null,
  provider: null,
  originator: null,
  model: null,
  version: null,
  era: null,
  form: null,
  damaged: null,
  name: null,
  since: null,
  until: null,
  query: null,
}

function checkCursor(cursor: CursorPosition, query: SessionQuery): AppError | null {
  if (cursor.sort === query.sort && cursor.ascending === query.ascending) return null
  return {
    code: 'bad-request',
    message: 'The cursor belongs to a listing in another order.',
    hint: 'Use the same sort and direction, or start again without a cursor.',
  }
}

function cursorAfter(candidate: Candidate, { sort, ascending }: SessionQuery): string {
  const { sortKey, sessionId, relative, source } = candidate
  return encodeCursor({ sort, ascending, key: sortKey, id: sessionId, path: relative, source })
}

/** Index of the first candidate strictly after a place in the order, by binary search. */
function firstAfter(candidates: readonly Candidate[], cursor: CursorPosition): number {
  const place = { sortKey: cursor.key, sessionId: cursor.id, relative: cursor.path, source: cursor.source }
  const direction = cursor.ascending ? 1 : -1
  let low = 0
  let high = candidates.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const candidate = candidates[middle]
    if (candidate !== undefined && compareCandidates(candidate, place) * direction <= 0) low = middle + 1
    else high = middle
  }
  return low
}

function isWanted(candidate: Candidate, { archived }: SessionQuery): boolean {
  return archived === 'include' || candidate.isArchived === (archived === 'only')
}

/** Returns a test for the filters that need a row. Times that no row has pass no time filter. */
function rowFilter(query: SessionQuery): (row: SessionSummary) => boolean {
  const since = query.since === null ? null : Date.parse(query.since)
  const until = query.until === null ? null : endOf(query.until)
  const needle = query.query?.toLowerCase() ?? null
  return (row) => {
    if (query.source !== null && row.source !== query.source) return false
    if (!hasFacets(row, query)) return false
    if (query.cwd !== null && trimSlash(row.cwd) !== trimSlash(query.cwd)) return false
    const created = row.createdAt === null ? NaN : Date.parse(row.createdAt)
    if (since !== null && !(created >= since)) return false
    if (until !== null && !(created <= until)) return false
    return needle === null || searchText(row).includes(needle)
  }
}

/** The filters that ask for one value of one field. Nobody can ask for what is not recorded. */
function hasFacets(row: SessionSummary, query: SessionQuery): boolean {
  const asked: readonly (readonly [string | null, string | null])[] = [
    [query.provider, row.modelProvider],
    [query.originator, row.originator],
    [query.model, row.model],
    [query.version, row.cliVersion],
    [query.era, row.era],
    [query.form, row.form],
  ]
  if (asked.some(([wanted, value]) => wanted !== null && wanted !== value)) return false
  const isDamaged = row.problems.some(({ severity }) => severity === 'error')
  if (query.damaged !== null && query.damaged !== isDamaged) return false
  return query.name === null || (row.name?.toLowerCase().includes(query.name.toLowerCase()) ?? false)
}

/** A day without a time means all of it, to its last millisecond in UTC. */
function endOf(time: string): number {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(time)
  return Date.parse(time) + (isDay ? 86_400_000 - 1 : 0)
}

function trimSlash(path: string | null): string | null {
  return path === null ? null : path.replace(/(?<=.)[/\\]+$/, '')
}

function searchText(row: SessionSummary): string {
  return [row.name, row.preview, row.cwd, row.id, row.path].join('\n').toLowerCase()
}
