/**
 * Check of many files in order: reports come in the order of the files, whatever the number of workers and the order in
 * which they end, so that what is made of them is the same every time. Reports may be large: few are held.
 */
import { err, type AppError, type Result } from '../../../shared/result'
import type { ValidationReport } from '../../../shared/validation/report'
import type { CancelFlag, TaskRunner } from '../../jobs/task'
import { checkFilesTask, type CheckSettings, type FileToCheck } from './checkFiles'
import { checkMany, type SizedFile } from './checkMany'
import { measureFilesTask } from './measureFiles'
import { Gate } from './gate'
import { RunCounter, type RunProgress } from './runCounter'

/** The files in the order of their reports, and how the check of all is cancelled and watched. */
export interface CheckInOrderOptions extends CheckSettings {
  readonly runner: TaskRunner
  readonly files: readonly FileToCheck[]
  readonly cancel: CancelFlag
  readonly onProgress: (progress: RunProgress) => void
}

/** Files that may be begun before the one that is awaited has ended, and the findings that are held meanwhile. */
const filesAhead = 2048
const findingsAhead = 200_000

/** Yields what came of each file, in order. After a cancel, every file that had not ended answers `cancelled` at once. */
export async function* checkInOrder(options: CheckInOrderOptions): AsyncGenerator<Result<ValidationReport>> {
  const { runner, cancel, cacheFolder, nowMs, codex } = options
  const files = await measure(options)
  const held = new HeldReports()
  const changed = new Gate()
  const endListening = cancel.onCancel(() => {
    changed.open()
  })
  const progress = new RunCounter(files, options.onProgress)
  let isOver = false
  const work = checkMany({
    runner,
    task: checkFilesTask,
    toInput: (batch) => ({ files: batch, cacheFolder, nowMs, codex }),
    files,
    cancel,
    onEnded: (index, checked) => {
      held.put(index, checked)
      progress.ended(index)
      changed.open()
    },
    onReading: (index, doneBytes) => {
      progress.reading(index, doneBytes)
    },
    mayBegin: (first) => changed.until(() => cancel.isCancelled || held.hasRoomFor(first)),
  }).finally(() => {
    isOver = true
    changed.open()
  })
  let isAtEnd = false
  try {
    for (let index = 0; index < files.length; index += 1) {
      await changed.until(() => cancel.isCancelled || isOver || held.has(index))
      yield held.take(index) ?? err(cancelled)
      changed.open()
    }
    isAtEnd = !cancel.isCancelled
  } finally {
    // Who stops listening wants nothing more read. A worker in the middle of a file is not waited for.
    if (!isAtEnd) cancel.cancel()
    endListening()
    if (isAtEnd) await work
    else work.catch(() => undefined)
  }
}

async function measure({ runner, files, cancel }: CheckInOrderOptions): Promise<readonly SizedFile[]> {
  const paths = files.map(({ reference }) => reference.path)
  const measured = await runner.run(measureFilesTask, { paths }, { cancel })
  return files.map((file, index) => ({
    ...file,
    sizeBytes: measured.ok ? (measured.value[index] ?? 0) : 0,
  }))
}

/** Reports that have ended and were not taken yet. */
class HeldReports {
  readonly #held = new Map<number, Result<ValidationReport>>()
  #findings = 0
  #next = 0

  put(index: number, checked: Result<ValidationReport>): void {
    this.#held.set(index, checked)
    this.#findings += findingsIn(checked)
  }

  has(index: number): boolean {
    return this.#held.has(index)
  }

  take(index: number): Result<ValidationReport> | undefined {
    const checked = this.#held.get(index)
    this.#held.delete(index)
    this.#next = index + 1
    if (checked !== undefined) this.#findings -= findingsIn(checked)
    return checked
  }

  /** What is awaited itself always has room, or nothing would ever go on. */
  hasRoomFor(index: number): boolean {
    return index <= this.#next || (index - this.#next < filesAhead && this.#findings < findingsAhead)
  }
}

function findingsIn(checked: Result<ValidationReport>): number {
  return checked.ok ? checked.value.findings.length : 0
}

const cancelled: AppError = { code: 'cancelled', message: 'The check was cancelled before its end.' }
