/**
 * Open rollouts: the files that clients are looking at, in the host's thread: their content, their line index, and the
 * work that goes on for them. Bytes are read by workers; what is held here is a few kilobytes a file, and the index.
 */
import { basename } from 'node:path'
import type {
  IndexState,
  LineDetail,
  LineWindow,
  Request,
  Response,
  RolloutHeader,
} from '../../shared/contract/contract'
import type { EventChannel } from '../../shared/contract/channels'
import type { Emit, EventPayload } from '../../shared/contract/events'
import { err, ok, type Result } from '../../shared/result'
import { CancelFlag, type TaskRunner } from '../jobs/task'
import { headOfFile, headsTask } from '../lister/readHeads'
import { isoOfMs } from '../platform/isoTime'
import { isSameState } from '../source/byteSource'
import { compareContent, type Content } from '../source/content'
import { Contents } from '../source/contents'
import type { Grants } from '../source/grants'
import { checkTask } from '../validator/checkRollout'
import { LineIndex, type Checkpoint } from './lineIndex'
import { indexTask, lineTask, locateTask, windowTask } from './readWindow'

/** A window or tab that looks at files, and hears what happens to them. */
export interface Viewer {
  readonly hear: Emit
}

/** What other rooms may know of an open file. One object for as long as the file stays open as it is. */
export interface OpenedContent {
  /** Set when the file was seen to grow, so that an open last line is pending rather than torn. */
  readonly isGrowing: boolean
  readonly content: Content
}

interface OpenRollout extends OpenedContent {
  readonly index: LineIndex
  isGrowing: boolean
  content: Content
  /** Where the last window ended, from which the next one can go on before the index gets there. */
  hint: Checkpoint
  /** The index work that goes on; a second one at the same time would enter everything twice. */
  indexing: Promise<unknown> | null
  /** The line that each viewer asked for last. */
  readonly lineReads: Map<Viewer, CancelFlag>
  /** Ends the work that goes on for the file when it is closed. */
  readonly cancel: Set<CancelFlag>
}

export interface OpenRolloutsOptions {
  readonly runner: TaskRunner
  readonly grants: Grants
  readonly cacheFolder: string
  readonly emit: Emit
  readonly nameOf: (fileId: string) => string | null
}

/** How far beyond the index a window may scan for its first line. */
const linesBeyondIndex = 20_000

export class OpenRollouts {
  readonly #options: OpenRolloutsOptions
  readonly #open = new Map<string, OpenRollout>()
  /** Who looks at a file, or is about to, with the number of their opening: it stays open until the last has left. */
  readonly #viewers = new Map<string, Map<Viewer, number>>()
  #openings = 0
  readonly #contents: Contents

  constructor(options: OpenRolloutsOptions) {
    this.#options = options
    this.#contents = new Contents(options)
  }

  /** Opens a file for a viewer and reads its head. A file that is open already, in the same state, stays as it is. */
  async open(
    request: Request<'rollout:open'>,
    cancel: CancelFlag,
    viewer: Viewer,
  ): Promise<Result<RolloutHeader>> {
    const { fileId } = request
    const viewers = this.#viewers.get(fileId) ?? new Map()
    const before = viewers.get(viewer)
    const mine = (this.#openings += 1)
    this.#viewers.set(fileId, viewers.set(viewer, mine))
    const opened = await this.#openFor(request, cancel, viewer)
    const latest = this.#viewers.get(fileId)?.get(viewer)
    // It may have been closed meanwhile, or asked for again: then it is that request's to keep or to close. What was
    // open before and cannot be opened anew stays on show.
    if (latest === undefined || (latest === mine && !opened.ok && before === undefined)) {
      this.close(fileId, viewer)
    }
    return opened
  }

  async #openFor(
    { fileId, jobId, acceptReplaced }: Request<'rollout:open'>,
    cancel: CancelFlag,
    viewer: Viewer,
  ): Promise<Result<RolloutHeader>> {
    const granted = this.#options.grants.get(fileId)
    if (!granted.ok) return granted
    const grant = granted.value
    const reference = { ...grant, expected: acceptReplaced ? null : grant.expected }
    const prepared = await this.#contents.prepare(reference, jobId, cancel)
    if (!prepared.ok) return prepared
    const content = prepared.value
    this.#options.grants.pin(fileId, content.identity)
    const head = await this.#options.runner.run(headsTask, headOfFile(grant))
    if (!head.ok) return head
    const row = head.value.rows[0]
    if (row === undefined) return err({ code: 'not-found', message: `${grant.label} is not there.` })
    this.#hold(fileId, content, viewer)
    return ok({
      fileId,
      name: basename(grant.label),
      path: grant.label,
      origin: grant.origin,
      form: content.form,
      format: row.summary.format,
      sizeBytes: content.identity.sizeBytes,
      contentBytes: content.contentBytes,
      updatedAt: isoOfMs(content.modifiedMs),
      summary: { fileId, ...row.summary, name: this.#options.nameOf(fileId) },
      ...row.details,
    })
  }

  /** Two windows may look at one file: while it is the same, the second neither stops nor repeats the first one's work. */
  #hold(fileId: string, content: Content, viewer: Viewer): void {
    const held = this.#open.get(fileId)
    if (held !== undefined && isSameState(held.content.identity, content.identity)) return
    this.#drop(fileId)
    if (held !== undefined) this.#tell(fileId, 'rollout:reopened', { fileId }, viewer)
    this.#open.set(fileId, {
      content,
      index: new LineIndex(),
      isGrowing: false,
      hint: { lineNumber: 1, byteOffset: 0 },
      indexing: null,
      lineReads: new Map(),
      cancel: new Set(),
    })
  }

  /** Closes a file for a viewer. Its work stops, and it is forgotten, when nobody else looks at it. */
  close(fileId: string, viewer: Viewer): void {
    const viewers = this.#viewers.get(fileId)
    viewers?.delete(viewer)
    this.#open.get(fileId)?.lineReads.get(viewer)?.cancel()
    if (viewers !== undefined && viewers.size > 0) return
    this.#viewers.delete(fileId)
    this.#drop(fileId)
  }

  /** Closes everything that a viewer looks at. */
  leave(viewer: Viewer): void {
    for (const [fileId, viewers] of [...this.#viewers]) if (viewers.has(viewer)) this.close(fileId, viewer)
  }

  closeAll(): void {
    for (const fileId of [...this.#open.keys()]) this.#drop(fileId)
    this.#viewers.clear()
  }

  #drop(fileId: string): void {
    for (const flag of this.#open.get(fileId)?.cancel ?? []) flag.cancel()
    this.#open.delete(fileId)
  }

  /** Tells those who look at a file. Nobody else knows its id. */
  #tell<E extends EventChannel>(
    fileId: string,
    event: E,
    payload: EventPayload<E>,
    except: Viewer | null = null,
  ): void {
    for (const viewer of this.#viewers.get(fileId)?.keys() ?? [])
      if (viewer !== except) viewer.hear(event, payload)
  }

  /** Brings the line index to the end of the file as it is now. Whoever asks meanwhile waits for the work that goes on. */
  async buildIndex(fileId: string, jobId: string, cancel: CancelFlag): Promise<Result<IndexState>> {
    for (let at = this.#get(fileId); at.ok && at.value.indexing !== null; at = this.#get(fileId)) {
      await at.value.indexing
    }
    const found = this.#get(fileId)
    if (!found.ok) return found
    const rollout = found.value
    const work = this.#during(rollout, cancel, () => this.#extendIndex(fileId, rollout, jobId, cancel))
    rollout.indexing = work
    try {
      return await work
    } finally {
      rollout.indexing = null
    }
  }

  async #extendIndex(
    fileId: string,
    rollout: OpenRollout,
    jobId: string,
    cancel: CancelFlag,
  ): Promise<Result<IndexState>> {
    const refreshed = await this.#refresh(fileId, rollout, jobId, cancel)
    if (!refreshed.ok) return refreshed
    const { content, index } = rollout
    const tell = (): void => {
      if (this.#isOpen(fileId, rollout)) this.#tell(fileId, 'rollout:indexed', indexState(fileId, rollout))
    }
    if (index.indexedBytes >= content.contentBytes) return ok(indexState(fileId, rollout))
    const built = await this.#options.runner.run(
      indexTask,
      { content, resume: index.resume },
      {
        lane: 'bulk',
        cancel,
        onProgress: (chunk) => {
          index.add(chunk)
          tell()
          this.#progress(jobId, 'Counting lines', chunk.indexedBytes, content.contentBytes)
        },
      },
    )
    if (!built.ok) return built
    index.add(built.value)
    tell()
    return ok(indexState(fileId, rollout))
  }

  /** False when the file was closed, or opened anew, since: then nobody wants to hear of the old one. */
  #isOpen(fileId: string, rollout: OpenRollout): boolean {
    return this.#open.get(fileId) === rollout
  }

  /** Reads a window of lines, from the index where it has got so far, else on from the window before. */
  async readLines(request: Request<'rollout:readLines'>): Promise<Result<LineWindow>> {
    const found = this.#get(request.fileId)
    if (!found.ok) return found
    const rollout = found.value
    const { content, index, isGrowing } = rollout
    const { from, limit, maxTextBytes, whole } = request
    const isIndexed = index.indexedBytes >= content.contentBytes
    const known = index.beforeLine(from)
    const start =
      !isIndexed && rollout.hint.lineNumber <= from && rollout.hint.lineNumber > known.lineNumber
        ? rollout.hint
        : known
    const reach = Math.max(index.lineCount, start.lineNumber) + (isIndexed ? 0 : linesBeyondIndex)
    const state = (): IndexState => indexState(request.fileId, rollout)
    if (from > reach) return ok({ lines: [], nextLine: isIndexed ? null : from, index: state() })
    const steps = index.between(from, from + limit)
    const window = { content, start, steps, from, limit, maxTextBytes, whole, isGrowing }
    const cancel = new CancelFlag()
    const answer = await this.#during(rollout, cancel, () =>
      this.#options.runner.run(windowTask, window, { cancel }),
    )
    if (!answer.ok) return answer
    const { rows, next } = answer.value
    if (next !== null && next.lineNumber > rollout.hint.lineNumber) rollout.hint = next
    return ok({ lines: [...rows], nextLine: next?.lineNumber ?? null, index: state() })
  }

  /** Reads a byte window of one line for a viewer. */
  async readLine(request: Request<'rollout:readLine'>, viewer: Viewer): Promise<Result<LineDetail>> {
    const found = this.#get(request.fileId)
    if (!found.ok) return found
    const rollout = found.value
    const { content, index, isGrowing, hint } = rollout
    const { lineNumber, windowFrom, windowLength, withReadable } = request
    const known = index.beforeLine(lineNumber)
    const start = hint.lineNumber <= lineNumber && hint.lineNumber > known.lineNumber ? hint : known
    // Who asks for another line has left the one before: a long line must not keep them waiting.
    rollout.lineReads.get(viewer)?.cancel()
    const cancel = new CancelFlag()
    rollout.lineReads.set(viewer, cancel)
    const wanted = { content, start, lineNumber, windowFrom, windowLength, withReadable, isGrowing }
    const answer = await this.#during(rollout, cancel, () =>
      this.#options.runner.run(lineTask, wanted, { cancel }),
    )
    if (!answer.ok) return answer
    if (answer.value === null) {
      return err({
        code: 'not-found',
        message: `There is no line ${lineNumber.toLocaleString('en')} in ${content.reference.label}.`,
        file: content.reference.label,
      })
    }
    return ok({ ...answer.value, spans: [...answer.value.spans] })
  }

  /** Says which line holds a byte. */
  async locate(fileId: string, byteOffset: number): Promise<Result<Response<'rollout:locate'>>> {
    const found = this.#get(fileId)
    if (!found.ok) return found
    const { content, index } = found.value
    return this.#options.runner.run(locateTask, { content, start: index.beforeByte(byteOffset), byteOffset })
  }

  /** Checks the whole file as it is now. */
  async check(fileId: string, jobId: string, cancel: CancelFlag): Promise<Result<Response<'rollout:check'>>> {
    const found = this.#get(fileId)
    if (!found.ok) return found
    const rollout = found.value
    return this.#during(rollout, cancel, async () => {
      const refreshed = await this.#refresh(fileId, rollout, jobId, cancel)
      if (!refreshed.ok) return refreshed
      const { cacheFolder, grants } = this.#options
      const granted = grants.get(fileId)
      const looksAround = granted.ok && granted.value.origin === 'file'
      return this.#options.runner.run(
        checkTask,
        { content: rollout.content, look: { cacheFolder, looksAround } },
        {
          lane: 'bulk',
          cancel,
          onProgress: ({ done, total, strip }) => {
            this.#progress(jobId, 'Checking every byte', done, total)
            if (this.#isOpen(fileId, rollout)) this.#tell(fileId, 'rollout:surveyed', { fileId, strip })
          },
        },
      )
    })
  }

  /** Returns the content of an open file. */
  contentOf(fileId: string): Result<Content> {
    const found = this.#get(fileId)
    return found.ok ? ok(found.value.content) : found
  }

  /** Compares the file on disk with what is open. */
  async stat(fileId: string): Promise<Result<Response<'rollout:stat'>>> {
    const found = this.#get(fileId)
    if (!found.ok) return found
    const compared = await this.#options.runner.run(compareContent, { content: found.value.content })
    if (compared.ok) found.value.isGrowing = compared.value.state === 'grown'
    return compared
  }

  /** The file that is open under an id; `not-granted` when there is none. */
  get(fileId: string): Result<OpenedContent> {
    return this.#get(fileId)
  }

  /**
   * Work of another room on an open file: closing the file cancels it. With a job id, what was appended since the file was
   * opened is taken in before.
   */
  async use<T>(
    { fileId, jobId }: { readonly fileId: string; readonly jobId: string | null },
    cancel: CancelFlag,
    work: (file: OpenedContent) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const found = this.#get(fileId)
    if (!found.ok) return found
    const rollout = found.value
    return this.#during(rollout, cancel, async () => {
      const fresh = jobId === null ? found : await this.#refresh(fileId, rollout, jobId, cancel)
      return fresh.ok ? work(rollout) : fresh
    })
  }

  #get(fileId: string): Result<OpenRollout> {
    const rollout = this.#open.get(fileId)
    return rollout === undefined
      ? err({
          code: 'not-granted',
          message: 'This session is not open any more.',
          hint: 'Open it again from the list.',
        })
      : ok(rollout)
  }

  /** Takes in what was appended since the file was opened. */
  async #refresh(
    fileId: string,
    rollout: OpenRollout,
    jobId: string,
    cancel: CancelFlag,
  ): Promise<Result<OpenRollout>> {
    const fresh = await this.#contents.refresh(rollout.content, jobId, cancel)
    if (!fresh.ok) return fresh
    rollout.content = fresh.value.content
    rollout.isGrowing = fresh.value.hasGrown
    return this.#stillOpen(fileId, rollout, cancel)
  }

  /** A file may be closed, or its work cancelled, while something was waited for. */
  #stillOpen(fileId: string, rollout: OpenRollout, cancel: CancelFlag): Result<OpenRollout> {
    if (this.#isOpen(fileId, rollout) && !cancel.isCancelled) return ok(rollout)
    return err({ code: 'cancelled', message: 'The session was closed.' })
  }

  async #during<T>(rollout: OpenRollout, cancel: CancelFlag, action: () => Promise<T>): Promise<T> {
    rollout.cancel.add(cancel)
    try {
      return await action()
    } finally {
      rollout.cancel.delete(cancel)
    }
  }

  #progress(jobId: string, what: string, done: number, total: number): void {
    this.#options.emit('job:progressed', { jobId, what, done, total, unit: 'bytes' })
  }
}

function indexState(fileId: string, { index, content }: OpenRollout): IndexState {
  return {
    fileId,
    lineCount: index.lineCount,
    indexedBytes: index.indexedBytes,
    totalBytes: content.contentBytes,
    complete: index.indexedBytes >= content.contentBytes,
  }
}
