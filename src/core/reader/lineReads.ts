/** Line reads: windows of lines, one line, bytes, and where one lies, read from open files by the index as far as it has got. */
import type { Request, Response } from '../../shared/contract/contract'
import type { LineDetail, LineWindow } from '../../shared/contract/openRollout'
import { err, ok, type Result } from '../../shared/result'
import { CancelFlag, type TaskRunner } from '../jobs/task'
import { bytesTask } from './readBytes'
import { locateTask } from './indexTasks'
import type { Checkpoint } from './lineIndex'
import type { OpenRollout, Viewer } from './openRollout'
import type { OpenRollouts } from './openRollouts'
import { lineTask } from './readLine'
import { windowTask } from './readWindow'

/** What lines are read with, and the files that are open. */
export interface LineReadsOptions {
  readonly runner: TaskRunner
  readonly rollouts: OpenRollouts
}

/** How far beyond the index a window may scan for its first line. */
const linesBeyondIndex = 20_000

export class LineReads {
  readonly #runner: TaskRunner
  readonly #rollouts: OpenRollouts

  constructor({ runner, rollouts }: LineReadsOptions) {
    this.#runner = runner
    this.#rollouts = rollouts
  }

  /** Reads a window of lines, from the index where it has got so far, else on from the window before. */
  async readLines(request: Request<'rollout:readLines'>): Promise<Result<LineWindow>> {
    const found = this.#rollouts.get(request.fileId)
    if (!found.ok) return found
    const rollout = found.value
    const { content, index, isGrowing } = rollout
    const { from, limit, maxTextBytes, whole, eye } = request
    const { complete: isIndexed } = rollout.indexState
    const start = isIndexed ? index.beforeLine(from) : startBefore(rollout, from)
    const reach = Math.max(index.lineCount, start.lineNumber) + (isIndexed ? 0 : linesBeyondIndex)
    if (from > reach) return ok({ lines: [], nextLine: isIndexed ? null : from, index: rollout.indexState })
    const steps = index.between(from, from + limit)
    const window = { content, start, steps, from, limit, maxTextBytes, whole, isGrowing, eye }
    const cancel = new CancelFlag()
    const answer = await rollout.during(cancel, () => this.#runner.run(windowTask, window, { cancel }))
    if (!answer.ok) return answer
    const { rows, next } = answer.value
    if (next !== null && next.lineNumber > rollout.hint.lineNumber) rollout.hint = next
    return ok({ lines: [...rows], nextLine: next?.lineNumber ?? null, index: rollout.indexState })
  }

  /** Reads a byte window of one line for a viewer. */
  async readLine(request: Request<'rollout:readLine'>, viewer: Viewer): Promise<Result<LineDetail>> {
    const found = this.#rollouts.get(request.fileId)
    if (!found.ok) return found
    const rollout = found.value
    const { content, isGrowing, lineReads } = rollout
    const { lineNumber, windowFrom, windowLength, withReadable } = request
    const start = startBefore(rollout, lineNumber)
    // Who asks for another line has left the one before: a long line must not keep them waiting.
    lineReads.get(viewer)?.cancel()
    const cancel = new CancelFlag()
    lineReads.set(viewer, cancel)
    const wanted = { content, start, lineNumber, windowFrom, windowLength, withReadable, isGrowing }
    const answer = await rollout.during(cancel, () => this.#runner.run(lineTask, wanted, { cancel }))
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

  /** Reads bytes of the content, whatever lines they are of. */
  async readBytes({
    fileId,
    from,
    length,
  }: Request<'rollout:readBytes'>): Promise<Result<Response<'rollout:readBytes'>>> {
    const found = this.#rollouts.get(fileId)
    if (!found.ok) return found
    const { content } = found.value
    const read = await this.#runner.run(bytesTask, { content, from, length })
    if (!read.ok) return read
    const bytes = Buffer.from(read.value).toString('base64')
    return ok({ from, bytes, totalBytes: content.contentBytes })
  }

  /** Says which line holds a byte. */
  async locate(fileId: string, byteOffset: number): Promise<Result<Response<'rollout:locate'>>> {
    const found = this.#rollouts.get(fileId)
    if (!found.ok) return found
    const { content, index } = found.value
    return this.#runner.run(locateTask, { content, start: index.beforeByte(byteOffset), byteOffset })
  }
}

/** The nearest known line start before a line: that of the index, or the end of the last window where it is nearer. */
function startBefore({ index, hint }: OpenRollout, lineNumber: number): Checkpoint {
  const known = index.beforeLine(lineNumber)
  return hint.lineNumber <= lineNumber && hint.lineNumber > known.lineNumber ? hint : known
}
