/**
 * Line filters: the filters of open files, in the host's thread: what each has found so far, and the scan that goes on for
 * it. They belong to the file as it was opened: when it is closed or opened anew, they are gone with it.
 */
import type { Request, Response } from '../../shared/contract/contract'
import type { FilterState } from '../../shared/contract/openRollout'
import type { Emit } from '../../shared/contract/events'
import { err, ok, type Result } from '../../shared/result'
import { CancelFlag, type TaskRunner } from '../jobs/task'
import type { OpenedContent } from '../reader/openRollout'
import type { OpenRollouts } from '../reader/openRollouts'
import { filterTask, type FilterChunk } from './filterTask'
import { extend, newFilter, stateOf, takeIn, type FilterRequest, type HeldFilter } from './heldFilter'
import { matchRowsTask } from './matchRows'

/** What filters need to read open files and to tell what they found. */
export interface LineFiltersOptions {
  readonly runner: TaskRunner
  readonly rollouts: OpenRollouts
  readonly emit: Emit
  /** Most matches that are kept for one filter; tests lower it. */
  readonly mostMatches?: number
}

/** Some 120 MB of numbers. Who asks for so many lines is told that there are more. */
const defaultMostMatches = 5_000_000
/** Filters of one file that are kept; the one that was used longest ago goes first. */
const mostFilters = 4

export class LineFilters {
  readonly #options: LineFiltersOptions
  readonly #ofFile = new WeakMap<OpenedContent, Map<string, HeldFilter>>()

  constructor(options: LineFiltersOptions) {
    this.#options = options
  }

  /** Starts a filter, or goes on with it, to the end of the file as it is now. */
  async run(request: FilterRequest, cancel: CancelFlag): Promise<Result<FilterState>> {
    const opened = this.#options.rollouts.get(request.fileId)
    if (!opened.ok) return opened
    const held = this.#hold(opened.value, request)
    held.running?.cancel()
    held.running = cancel
    try {
      return await this.#options.rollouts.use(request, cancel, (file) =>
        this.#scan(file, held, request, cancel),
      )
    } finally {
      if (held.running === cancel) held.running = null
    }
  }

  #hold(file: OpenedContent, { filterId, filter }: FilterRequest): HeldFilter {
    const filters = this.#ofFile.get(file) ?? new Map<string, HeldFilter>()
    this.#ofFile.set(file, filters)
    const before = filters.get(filterId)
    const isSame = before !== undefined && JSON.stringify(before.filter) === JSON.stringify(filter)
    if (!isSame) before?.running?.cancel()
    const held = isSame ? before : newFilter(filter)
    filters.delete(filterId)
    filters.set(filterId, held)
    for (const [oldest, { running }] of filters) {
      if (filters.size <= mostFilters) break
      running?.cancel()
      filters.delete(oldest)
    }
    return held
  }

  async #scan(
    { content, isGrowing }: OpenedContent,
    held: HeldFilter,
    request: FilterRequest,
    cancel: CancelFlag,
  ): Promise<Result<FilterState>> {
    const { runner, emit, mostMatches = defaultMostMatches } = this.#options
    extend(held, content.contentBytes)
    if (held.isCapped || held.isComplete) return ok(stateOf(held, request))
    const take = (chunk: FilterChunk): void => {
      takeIn(held, chunk)
      emit('rollout:matched', stateOf(held, request))
    }
    const left = mostMatches - held.matches.count
    const answer = await runner.run(
      filterTask,
      { content, filter: held.filter, from: held.next, mostMatches: left, isGrowing },
      {
        lane: 'bulk',
        cancel,
        onProgress: (chunk) => {
          if (held.running !== cancel || cancel.isCancelled) return
          take(chunk)
          const { scannedBytes: done, totalBytes: total } = held
          emit('job:progressed', {
            jobId: request.jobId,
            what: 'Filtering lines',
            done,
            total,
            unit: 'bytes',
          })
        },
      },
    )
    if (!answer.ok) return answer
    if (held.running !== cancel) return err({ code: 'cancelled', message: 'Another filter was asked for.' })
    take(answer.value)
    return ok(stateOf(held, request))
  }

  /** Reads rows of matches. */
  async read(request: Request<'rollout:readMatches'>): Promise<Result<Response<'rollout:readMatches'>>> {
    const { fileId, from, limit, maxTextBytes, whole, eye } = request
    const found = this.#find(request)
    if (!found.ok) return found
    const matches = found.value.matches.slice(from, limit)
    const cancel = new CancelFlag()
    return this.#options.rollouts.use({ fileId, jobId: null }, cancel, async ({ content, isGrowing }) => {
      const wish = { content, matches, maxTextBytes, whole, isGrowing, eye }
      const rows = await this.#options.runner.run(matchRowsTask, wish, { cancel })
      return rows.ok ? ok({ lines: [...rows.value], matched: found.value.matches.count }) : rows
    })
  }

  /** Says where matches are around a line. */
  locate(request: Request<'rollout:locateMatch'>): Promise<Result<Response<'rollout:locateMatch'>>> {
    const found = this.#find(request)
    if (!found.ok) return Promise.resolve(found)
    const { matches } = found.value
    const index = matches.indexOf(request.lineNumber)
    const lines = matches.slice(index, request.limit).map(({ lineNumber }) => lineNumber)
    const before = matches.at(index - 1)?.lineNumber ?? null
    return Promise.resolve(ok({ index, before, lines, matched: matches.count }))
  }

  /** Ends a filter and forgets it. One that is not there is no failure. */
  drop({ fileId, filterId }: Request<'rollout:dropFilter'>): Promise<Result<Response<'rollout:dropFilter'>>> {
    const opened = this.#options.rollouts.get(fileId)
    const filters = opened.ok ? this.#ofFile.get(opened.value) : undefined
    filters?.get(filterId)?.running?.cancel()
    filters?.delete(filterId)
    return Promise.resolve(ok({}))
  }

  #find({ fileId, filterId }: { readonly fileId: string; readonly filterId: string }): Result<HeldFilter> {
    const opened = this.#options.rollouts.get(fileId)
    if (!opened.ok) return opened
    const held = this.#ofFile.get(opened.value)?.get(filterId)
    if (held !== undefined) return ok(held)
    return err({
      code: 'not-found',
      message: 'This filter is not there any more.',
      hint: 'Filter the lines again.',
    })
  }
}
