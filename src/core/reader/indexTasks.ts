/** Index tasks: counting the lines of a file, and finding the line that holds a byte. They run in a worker. */
import { err, ok } from '../../shared/result'
import type { Task } from '../jobs/task'
import type { Content } from '../source/content'
import { buildIndex, type Checkpoint, type IndexChunk } from './lineIndex'
import { shorter, withContent } from './withContent'

/** Builds or extends the line index of a file; chunks of it arrive as progress. */
export const indexTask: Task<
  { readonly content: Content; readonly resume: Checkpoint },
  IndexChunk,
  IndexChunk
> = {
  name: 'reader.index',
  run: ({ content, resume }, context) =>
    withContent(content, context, (source) => {
      const result = buildIndex(source, resume, content.contentBytes, (chunk) => {
        context.report(chunk)
        return !context.isCancelled()
      })
      if (result.ok && context.isCancelled()) {
        return err({ code: 'cancelled', message: 'Counting lines was cancelled.' })
      }
      if (result.ok && result.value.indexedBytes < content.contentBytes) return err(shorter(source.label))
      return result
    }),
}

/** Says which line holds a byte, scanning from the checkpoint before it. */
export const locateTask: Task<
  { readonly content: Content; readonly start: Checkpoint; readonly byteOffset: number },
  Checkpoint
> = {
  name: 'reader.locate',
  run: ({ content, start, byteOffset }, context) =>
    withContent(content, context, (source) => {
      const last = Math.max(0, Math.min(source.sizeBytes, content.contentBytes) - 1)
      const wanted = Math.min(byteOffset, last)
      const built = buildIndex(source, start, wanted, () => !context.isCancelled())
      return built.ok ? ok(built.value.resume) : built
    }),
}
