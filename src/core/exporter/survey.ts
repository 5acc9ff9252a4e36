/** Survey: which of the chosen files can be read now, and how large they are. Runs in a worker; reads no content. */
import { err, ok, type AppError, type Result } from '../../shared/result'
import type { Task } from '../jobs/task'
import { openByteSource } from '../source/byteSource'
import type { FileReference } from '../source/content'
import { cancelled } from './sessionWork'

/** What is known of a chosen file, in the order of the request. */
export type Surveyed =
  | { readonly kind: 'file'; readonly sizeBytes: number }
  | { readonly kind: 'unreadable'; readonly error: AppError }

export const surveyTask: Task<
  { readonly references: readonly FileReference[] },
  readonly Surveyed[],
  { readonly done: number; readonly total: number }
> = {
  name: 'exporter.survey',
  run: ({ references }, context): Result<readonly Surveyed[]> => {
    const found: Surveyed[] = []
    for (const { path, label, expected } of references) {
      if (context.isCancelled()) return err(cancelled)
      const opened = openByteSource(context.fileSystem, path, label, expected)
      if (opened.ok) {
        found.push({ kind: 'file', sizeBytes: opened.value.sizeBytes })
        opened.value.close()
      } else found.push({ kind: 'unreadable', error: opened.error })
      if (found.length % 500 === 0) context.report({ done: found.length, total: references.length })
    }
    return ok(found)
  },
}
