/**
 * Check of many files, in the host's thread: cuts them into batches and keeps several workers busy with them. Files are
 * told as they end, in any order. A file that takes its worker with it costs no other one.
 */
import { err, type AppError, type Result } from '../../../shared/result'
import type { CancelFlag, TaskRunner } from '../../jobs/task'
import type { BatchTask, FileToCheck } from './checkFiles'

/** A file of a run and how large it was when the run began. */
export interface SizedFile extends FileToCheck {
  readonly sizeBytes: number
}

/** The files, the task for a batch of them, and who hears of each. */
export interface CheckManyOptions<Input, Checked> {
  readonly runner: TaskRunner
  readonly task: BatchTask<Input, Checked>
  /** Makes what the task is given of the files of a batch, and the index of its first. */
  readonly toInput: (files: readonly FileToCheck[], first: number) => Input
  readonly files: readonly SizedFile[]
  readonly cancel: CancelFlag
  readonly onEnded: (index: number, checked: Result<Checked>) => void
  /** How far a file that takes long has come, in bytes. */
  readonly onReading: (index: number, doneBytes: number) => void
  /** Waits until the batch that begins with a file may begin; without it there is no waiting. */
  readonly mayBegin?: (index: number) => Promise<void>
}

/** Batches that are in work at a time: one more than most pools have workers for them, so that none of these waits. */
const batchesAtOnce = 3
/** A batch ends at either of these: enough to hide the way between threads. */
const mostFiles = 64
const mostBytes = 16 * 1024 * 1024
/** Towards the end batches take such a share of what is left, so that no worker has much to do when the others are done. */
const lastShare = 1 / 8

/** Checks all files; resolves when no worker reads any more. After a cancel, files that had not ended are not told. */
export async function checkMany<Input, Checked>(options: CheckManyOptions<Input, Checked>): Promise<void> {
  const { files, cancel, mayBegin } = options
  let next = 0
  let bytesLeft = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const work = async (): Promise<void> => {
    while (next < files.length && !cancel.isCancelled) {
      const from = next
      const { to, bytes } = batchFrom(files, from, bytesLeft)
      next = to
      bytesLeft -= bytes
      await mayBegin?.(from)
      await checkBatch(options, from, to)
    }
  }
  await Promise.all(Array.from({ length: batchesAtOnce }, work))
}

/** Cuts off a batch of the files from one index on, which have so many bytes. */
function batchFrom(
  files: readonly SizedFile[],
  from: number,
  bytesLeft: number,
): { readonly to: number; readonly bytes: number } {
  const filesToTake = Math.min(mostFiles, Math.ceil((files.length - from) * lastShare))
  const bytesToTake = Math.min(mostBytes, bytesLeft * lastShare)
  let to = from
  let bytes = 0
  do {
    bytes += files[to]?.sizeBytes ?? 0
    to += 1
  } while (to < files.length && to - from < filesToTake && bytes < bytesToTake)
  return { to, bytes }
}

/**
 * Checks the files from one index to before another. A worker that ends early may not have told what it had done, so the
 * files that are left are then checked one by one: that tells which of them ended it.
 */
async function checkBatch<Input, Checked>(
  options: CheckManyOptions<Input, Checked>,
  from: number,
  to: number,
): Promise<void> {
  const { files, cancel, onEnded } = options
  const { ended } = await runBatch(options, from, to)
  for (let next = from + ended; next < to && !cancel.isCancelled; next += 1) {
    const { ended: isEnded, failure, bug } = await runBatch(options, next, next + 1)
    if (failure?.code === 'cancelled') return
    if (isEnded === 0) onEnded(next, err(failure ?? fault(files[next], bug)))
  }
}

/** Runs one batch. `failure` is why it ended before its end; null where it did not, and for a `bug` of ours. */
async function runBatch<Input, Checked>(
  options: CheckManyOptions<Input, Checked>,
  first: number,
  to: number,
): Promise<{ readonly ended: number; readonly failure: AppError | null; readonly bug: unknown }> {
  const { runner, task, toInput, files, cancel, onEnded, onReading } = options
  let ended = 0
  try {
    const answer = await runner.run(task, toInput(files.slice(first, to).map(toPlain), first), {
      lane: 'bulk',
      cancel,
      onProgress: (progress) => {
        const index = first + progress.index
        if (progress.kind === 'reading') {
          onReading(index, progress.doneBytes)
          return
        }
        ended += 1
        onEnded(index, progress.checked)
      },
    })
    return { ended, failure: answer.ok ? null : answer.error, bug: null }
  } catch (bug) {
    // A fault of ours ends the file that it showed at, which then says so, and not a run over thousands.
    return { ended, failure: null, bug }
  }
}

/** What crosses to a worker: not the size, which it finds out itself. */
function toPlain({ reference: { path, label, expected }, looksAround }: FileToCheck): FileToCheck {
  return { reference: { path, label, expected }, looksAround }
}

/** Most characters of what a bug says of itself. */
const mostOfBug = 300

function fault(file: FileToCheck | undefined, bug: unknown): AppError {
  const label = file?.reference.label ?? 'A file'
  const said = bug instanceof Error ? bug.message.slice(0, mostOfBug) : ''
  return {
    code: 'internal',
    message: `${label} could not be checked: Rollscope met a fault of its own.${said === '' ? '' : ` ${said}`}`,
    file: label,
    hint: 'The other files are checked all the same. Please report this, with the file if you may.',
  }
}
