import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../../shared/result'
import type { TaskContext } from '../jobs/task'
import { openByteSource } from '../source/byteSource'
import type { Content } from '../source/content'

/** Returns the hash of what lies on disk: the content's own for a plain file, another reading for a compressed one. */
export function storedHash(
  content: Content,
  contentSha256: string | null,
  context: Pick<TaskContext<never>, 'fileSystem' | 'isCancelled'>,
): Result<string | null> {
  const { path, label, expected } = content.reference
  if (content.contentPath === path || contentSha256 === null) return ok(contentSha256)
  const opened = openByteSource(context.fileSystem, path, label, expected)
  if (!opened.ok) return opened
  const source = opened.value
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.alloc(1024 * 1024)
    for (let position = 0; position < source.sizeBytes;) {
      if (context.isCancelled()) return err({ code: 'cancelled', message: 'The check was cancelled.' })
      const read = source.read(buffer, 0, buffer.length, position)
      if (!read.ok) return read
      if (read.value === 0) break
      hash.update(buffer.subarray(0, read.value))
      position += read.value
    }
    return ok(hash.digest('hex'))
  } finally {
    source.close()
  }
}
