/**
 * Check of a batch: several files in one round trip to a worker, because opening, checking and closing a small file takes
 * less time than three messages between threads. Each file is told as soon as it is done, so a batch holds one report.
 */
import { err, ok, type AppError, type Result } from '../../../shared/result'
import type { ValidationReport } from '../../../shared/validation/report'
import type { Task } from '../../jobs/task'
import { contentOf, openReference, type FileReference } from '../../source/content'
import { checkRollout, checkSource } from '../checkRollout'
import type { CheckContext } from '../rolloutPass'

/** One file of a run. `looksAround` is false for a copy, which lies nowhere near the files that it belongs to. */
export interface FileToCheck {
  readonly reference: FileReference
  readonly looksAround: boolean
}

/** What the files of a run have in common. */
export interface CheckSettings {
  readonly cacheFolder: string
  /** The time that times are compared with, in milliseconds since 1970; null for none. */
  readonly nowMs: number | null
  /** The version of Codex that is asked about. */
  readonly codex: string
}

/** A batch: its files, and how all of them are checked. */
export interface CheckFilesInput extends CheckSettings {
  readonly files: readonly FileToCheck[]
}

/** How far a batch has come. `index` counts its files, `doneBytes` are those of that file, `checked` is what came of it. */
export type BatchProgress<Checked> =
  | { readonly kind: 'reading'; readonly index: number; readonly doneBytes: number }
  | { readonly kind: 'ended'; readonly index: number; readonly checked: Result<Checked> }

/** A task that checks a batch and tells of every file of it what it makes of its report. */
export type BatchTask<Input, Checked> = Task<Input, null, BatchProgress<Checked>>

/** Checks the files of a batch in order. Fails only when it is cancelled: what cannot be read is an answer. */
export const checkFilesTask: BatchTask<CheckFilesInput, ValidationReport> = {
  name: 'validator.checkFiles',
  run: async ({ files, ...settings }, context) => {
    for (const [index, file] of files.entries()) {
      if (context.isCancelled()) return err(cancelled)
      const checked = await checkFile(file, settings, {
        fileSystem: context.fileSystem,
        picture: null,
        isCancelled: () => context.isCancelled(),
        onProgress: (doneBytes) => {
          context.report({ kind: 'reading', index, doneBytes })
        },
      })
      if (!checked.ok && checked.error.code === 'cancelled') return err(cancelled)
      context.report({ kind: 'ended', index, checked })
    }
    return ok(null)
  },
}

/**
 * Makes a file readable and checks it, through one handle where it is plain. What is told while a compressed file is
 * unpacked is no part of the check.
 */
async function checkFile(
  { reference, looksAround }: FileToCheck,
  { cacheFolder, nowMs, codex }: CheckSettings,
  context: CheckContext,
): Promise<Result<ValidationReport>> {
  const opened = openReference(context.fileSystem, reference)
  if (!opened.ok) return opened
  const source = opened.value
  try {
    const prepared = await contentOf(
      source,
      { reference, cacheFolder },
      { isCancelled: () => context.isCancelled(), report: () => undefined },
    )
    if (!prepared.ok) return prepared
    const content = prepared.value
    const input = { content, look: { cacheFolder, looksAround }, nowMs, codex }
    const isPlain = content.contentPath === reference.path
    return await (isPlain ? checkSource(source, input, context) : checkRollout(input, context))
  } finally {
    source.close()
  }
}

const cancelled: AppError = { code: 'cancelled', message: 'The check was cancelled.' }
