/**
 * Open rollouts: the files that clients are looking at, and who looks at which, in the host's thread. Bytes are read by
 * workers; what is held here is a few kilobytes a file, and the index.
 */
import { basename } from 'node:path'
import type { Request } from '../../shared/contract/contract'
import type { RolloutHeader } from '../../shared/contract/openRollout'
import type { EventChannel } from '../../shared/contract/channels'
import type { Emit, EventPayload } from '../../shared/contract/events'
import { err, ok, type Result } from '../../shared/result'
import type { CancelFlag, TaskRunner } from '../jobs/task'
import { headOfFile, headsTask } from '../lister/readHeads'
import { isoOfMs } from '../platform/isoTime'
import { isSameState } from '../source/byteSource'
import type { Content } from '../source/content'
import { Contents } from '../source/contents'
import type { Grants } from '../source/grants'
import { OpenRollout, type Viewer } from './openRollout'

/** What files are opened with, and who hears that one was opened anew. */
export interface OpenRolloutsOptions {
  readonly runner: TaskRunner
  readonly grants: Grants
  readonly cacheFolder: string
  readonly emit: Emit
  readonly nameOf: (fileId: string) => string | null
}

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
    const opened = new OpenRollout(fileId, content)
    this.#open.set(fileId, opened)
    if (held !== undefined) this.tell(opened, 'rollout:reopened', { fileId }, viewer)
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
    this.#open.get(fileId)?.end()
    this.#open.delete(fileId)
  }

  /** Tells those who look at a file. Nobody wants to hear of one that was closed, or opened anew, since. */
  tell<E extends EventChannel>(
    rollout: OpenRollout,
    event: E,
    payload: EventPayload<E>,
    except: Viewer | null = null,
  ): void {
    if (!this.#isOpen(rollout)) return
    for (const viewer of this.#viewers.get(rollout.fileId)?.keys() ?? [])
      if (viewer !== except) viewer.hear(event, payload)
  }

  /** Returns the content of an open file. */
  contentOf(fileId: string): Result<Content> {
    const found = this.get(fileId)
    return found.ok ? ok(found.value.content) : found
  }

  /** The file that is open under an id; `not-granted` when there is none. */
  get(fileId: string): Result<OpenRollout> {
    const rollout = this.#open.get(fileId)
    return rollout === undefined
      ? err({
          code: 'not-granted',
          message: 'This session is not open any more.',
          hint: 'Open it again from the list.',
        })
      : ok(rollout)
  }

  /**
   * Does some work on an open file, which closing the file cancels. With a job id, what was appended since the file was
   * opened is taken in before.
   */
  async use<T>(
    { fileId, jobId }: { readonly fileId: string; readonly jobId: string | null },
    cancel: CancelFlag,
    work: (rollout: OpenRollout) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const found = this.get(fileId)
    if (!found.ok) return found
    const rollout = found.value
    return rollout.during(cancel, async () => {
      const fresh = jobId === null ? found : await this.#refresh(rollout, jobId, cancel)
      return fresh.ok ? work(rollout) : fresh
    })
  }

  /** Takes in what was appended since the file was opened. It may be closed, or its work cancelled, meanwhile. */
  async #refresh(rollout: OpenRollout, jobId: string, cancel: CancelFlag): Promise<Result<OpenRollout>> {
    const fresh = await this.#contents.refresh(rollout.content, jobId, cancel)
    if (!fresh.ok) return fresh
    rollout.content = fresh.value.content
    if (fresh.value.hasGrown) rollout.isGrowing = true
    if (this.#isOpen(rollout) && !cancel.isCancelled) return ok(rollout)
    return err({ code: 'cancelled', message: 'The session was closed.' })
  }

  #isOpen(rollout: OpenRollout): boolean {
    return this.#open.get(rollout.fileId) === rollout
  }
}
