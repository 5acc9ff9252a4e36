/** Copies one session file as it is, and looks into a compressed one for the hash of what it holds. */
import { createHash } from 'node:crypto'
import { ok, type Result } from '../../shared/result'
import type { ByteSource } from '../source/byteSource'
import type { SourceIssue } from '../source/issue'
import { decompress } from '../source/zstd'
import { looksLikeZstd } from '../source/zstdFrame'
import type { ExportItem } from './exportItem'
import type { WrittenSession } from './exportSession'
import { cancelled, readWhole, type ExportTools } from './sessionWork'

/** Copies the bytes of a source. The copy has its time of modification, to the microsecond. */
export async function copyOriginal(
  source: ByteSource,
  { reference }: ExportItem,
  tools: ExportTools,
): Promise<Result<WrittenSession>> {
  const output = tools.names.add(reference.label, null)
  const created = tools.draft.create(output.name)
  if (!created.ok) return created
  const file = created.value
  const read = readWhole(source, tools, (bytes) => file.write(bytes))
  if (!read.ok) {
    file.discard()
    return read
  }
  const written = file.finish(source.stat.modifiedNs)
  if (!written.ok) return written
  const content = await contentOf(source, tools)
  if (!content.ok) return content
  const { sha256, bytes } = written.value
  const whole = content.value ?? { contentBytes: bytes, contentSha256: sha256, issues: [] }
  return ok({ ...whole, sha256, output, file: written.value })
}

interface CompressedContent {
  readonly contentBytes: number
  readonly contentSha256: string
  readonly issues: readonly SourceIssue[]
}

/** Null for a file that is not compressed: it is its own content. */
async function contentOf(source: ByteSource, tools: ExportTools): Promise<Result<CompressedContent | null>> {
  const head = Buffer.alloc(4)
  const read = source.read(head, 0, 4, 0)
  if (!read.ok) return read
  if (!looksLikeZstd(head.subarray(0, read.value))) return ok(null)
  const hash = createHash('sha256')
  const decoded = await decompress(
    source,
    (bytes) => hash.update(bytes),
    () => !tools.isCancelled(),
  )
  if (!decoded.ok) return decoded.error.code === 'cancelled' ? { ok: false, error: cancelled } : decoded
  return ok({ ...decoded.value, contentSha256: hash.digest('hex') })
}
