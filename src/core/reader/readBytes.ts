/** Reading bytes: a run of the content as it stands, whatever it says. Runs in a worker. */
import { err, ok } from '../../shared/result'
import type { Task } from '../jobs/task'
import type { Content } from '../source/content'
import { shorter, withContent } from './withContent'

/** A run of bytes of the content; it may reach beyond the end. */
export interface BytesRequest {
  readonly content: Content
  readonly from: number
  readonly length: number
}

/** Reads `length` bytes from `from`: fewer at the end of the content, none beyond it. */
export const bytesTask: Task<BytesRequest, Uint8Array> = {
  name: 'reader.bytes',
  run: ({ content, from, length }, context) =>
    withContent<Uint8Array>(content, context, (source) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, content.contentBytes - from)))
      let read = 0
      while (read < bytes.length) {
        const part = source.read(bytes, read, bytes.length - read, from + read)
        if (!part.ok) return part
        if (part.value === 0) return err(shorter(source.label))
        read += part.value
      }
      return ok(bytes)
    }),
}
