/**
 * Head: what the beginning of a rollout tells about its session, and what its last bytes tell about its end.
 *
 * It reads in small steps until the first human message and no further, because a list of ten thousand sessions is as
 * expensive as what it reads of each. Nothing is assumed about the length of a line.
 */
import { ok, type Result } from '../../shared/result'
import type { RolloutForm } from '../../shared/rollout/formats'
import type { ByteSource } from '../source/byteSource'
import type { SourceIssue } from '../source/issue'
import { decompressHead } from '../source/zstd'
import { looksLikeZstd } from '../source/zstdFrame'
import { readFileEnd } from './fileEnd'
import { headLimit, HeadReader, type Head } from './headReader'

const firstStep = 16 * 1024
/** Reads the head of a file. `name` decides nothing but what a file without content is called. */
export function readHead(source: ByteSource, name: string): Result<Head> {
  const first = Buffer.allocUnsafe(Math.min(firstStep, Math.max(1, source.sizeBytes)))
  const read = source.read(first, 0, first.length, 0)
  if (!read.ok) return read
  const bytes = first.subarray(0, read.value)
  if (looksLikeZstd(bytes)) return readCompressedHead(source)
  const form: RolloutForm = name.endsWith('.zst') ? 'jsonl.zst' : 'jsonl'
  const reader = new HeadReader(source, bytes)
  const failure = reader.readOn()
  if (failure !== null) return failure
  const tail = reader.isWhole ? ok({ problems: [], bytesRead: 0 }) : readFileEnd(source)
  if (!tail.ok) return tail
  const isMisnamed = form === 'jsonl.zst' && source.sizeBytes > 0
  const head = reader.finish(form, isMisnamed ? [misnamed] : [])
  return ok({
    ...head,
    problems: [...head.problems, ...tail.value.problems],
    bytesRead: head.bytesRead + tail.value.bytesRead,
  })
}

/** A compressed file is decoded from its beginning, in growing steps; its end is not looked at. */
function readCompressedHead(source: ByteSource): Result<Head> {
  for (let wanted = 64 * 1024; ; wanted *= 4) {
    const decoded = decompressHead(source, wanted)
    if (!decoded.ok) return decoded
    const { bytes, storedBytesRead, isBroken } = decoded.value
    const isAll = storedBytesRead >= source.sizeBytes || isBroken
    const inner: ByteSource = {
      ...source,
      sizeBytes: isAll ? bytes.length : Infinity,
      read: (into, offset, length, position) => {
        const part = bytes.subarray(position, position + length)
        into.set(part, offset)
        return ok(part.length)
      },
    }
    const reader = new HeadReader(inner, bytes.subarray(0, firstStep))
    const failure = reader.readOn()
    if (failure !== null) return failure
    if (!reader.isSatisfied && !isAll && bytes.length < headLimit) continue
    return ok({ ...reader.finish('jsonl.zst', isBroken ? [broken] : []), bytesRead: storedBytesRead })
  }
}

const misnamed: SourceIssue = {
  rule: 'source/not-compressed',
  message: 'The name ends in .zst, but the file is not compressed.',
  storedOffset: 0,
}

const broken: SourceIssue = {
  rule: 'source/frame-error',
  message: 'The compressed file is torn or damaged.',
  storedOffset: 0,
}
