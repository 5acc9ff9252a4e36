/** Hash of a source: SHA-256 of its beginning or of all of it, in bounded memory. */
import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../../shared/result'
import type { ByteSource } from './byteSource'

const chunkBytes = 1024 * 1024

/** Returns the SHA-256 of the bytes before `endByte`, in hex; of fewer where the file ends before. */
export function hashSource(source: ByteSource, endByte: number, isCancelled: () => boolean): Result<string> {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, endByte))
  for (let position = 0; position < endByte;) {
    if (isCancelled()) return err({ code: 'cancelled', message: 'The check was cancelled.' })
    const read = source.read(buffer, 0, Math.min(buffer.length, endByte - position), position)
    if (!read.ok) return read
    if (read.value === 0) break
    hash.update(buffer.subarray(0, read.value))
    position += read.value
  }
  return ok(hash.digest('hex'))
}
