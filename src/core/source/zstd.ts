/**
 * Decompression of `.jsonl.zst`, streaming, with a decoder in JavaScript that every runtime can run.
 *
 * A torn or broken frame is not a failure: what could be decoded is the content, and an issue says where it ended.
 * The runtime's own zstd is not used for decoding: in some releases (measured: Node 24.21, not 26.10) it stops after the
 * first of several frames and says nothing, and a report must not depend on the runtime. It only verifies a checksum,
 * which the JavaScript decoder cannot.
 */
import * as zlib from 'node:zlib'
import { Decompress } from 'fzstd'
import { err, ok, type Result } from '../../shared/result'
import type { ByteSource } from './byteSource'
import type { SourceIssue } from './issue'
import { firstZstdFrame } from './zstdFrame'

const chunkBytes = 64 * 1024

/** How much was decoded, and where and why it ended before the end of the file. */
export interface ZstdOutcome {
  readonly contentBytes: number
  readonly issues: readonly SourceIssue[]
}

/** Decodes a whole file into `sink`. `onProgress` gets stored bytes read and ends the work by answering false. */
export async function decompress(
  source: ByteSource,
  sink: (bytes: Uint8Array) => void,
  onProgress: (storedBytes: number) => boolean,
): Promise<Result<ZstdOutcome>> {
  let contentBytes = 0
  const decoder = new Decompress((bytes) => {
    contentBytes += bytes.length
    if (bytes.length > 0) sink(bytes)
  })
  let position = 0
  let first: ReturnType<typeof firstZstdFrame> = null
  while (position < source.sizeBytes) {
    const chunk = readChunk(source, position)
    if (!chunk.ok) return chunk
    if (position === 0) first = firstZstdFrame(chunk.value)
    position += chunk.value.length
    const isLast = position >= source.sizeBytes || chunk.value.length === 0
    try {
      decoder.push(chunk.value, isLast)
    } catch (error) {
      return ok({ contentBytes, issues: [frameError(error, position, contentBytes)] })
    }
    if (!onProgress(position)) return err({ code: 'cancelled', message: 'Decompressing was cancelled.' })
    if (isLast) break
  }
  return ok({ contentBytes, issues: await checkFrame(source, first, contentBytes) })
}

/** Reads the next bytes into a buffer of their own: the decoder keeps a view of what it is given. */
function readChunk(source: ByteSource, position: number): Result<Buffer> {
  const buffer = Buffer.alloc(chunkBytes)
  const read = source.read(buffer, 0, chunkBytes, position)
  return read.ok ? ok(buffer.subarray(0, read.value)) : read
}

function frameError(error: unknown, storedOffset: number, contentBytes: number): SourceIssue {
  const reason = error instanceof Error ? error.message : String(error)
  return {
    rule: 'source/frame-error',
    message: `The compressed file is torn or damaged (${reason}). ${contentBytes.toLocaleString('en')} bytes of content could be decoded; what follows is lost.`,
    storedOffset,
  }
}

/** The stated size and the checksum are those of the first frame; a longer content means that more frames follow. */
async function checkFrame(
  source: ByteSource,
  first: ReturnType<typeof firstZstdFrame>,
  contentBytes: number,
): Promise<readonly SourceIssue[]> {
  const frame = first?.frame
  const stated = frame?.contentBytes ?? null
  if (stated !== null && contentBytes < stated) {
    return [
      {
        rule: 'source/size-mismatch',
        message: `The frame states ${stated.toLocaleString('en')} bytes of content, but ${contentBytes.toLocaleString('en')} were decoded.`,
        storedOffset: 0,
      },
    ]
  }
  if (frame?.hasChecksum !== true) return []
  const isAlone = contentBytes === stated && first?.skipped === false
  const verdict = isAlone ? await verifyChecksum(source) : 'not verified'
  switch (verdict) {
    case 'right':
      return []
    case 'wrong':
      return [
        {
          rule: 'source/frame-error',
          message: `The checksum of the compressed file is wrong: its ${contentBytes.toLocaleString('en')} bytes of content are not the ones that were compressed.`,
          storedOffset: source.sizeBytes,
        },
      ]
    case 'not verified':
      return [
        {
          rule: 'source/checksum-not-verified',
          message: 'The file carries a checksum, which was not verified.',
          storedOffset: 0,
        },
      ]
  }
}

interface ZstdStream {
  on(event: 'data' | 'error' | 'end', listener: () => void): unknown
  write(bytes: Uint8Array, done: () => void): unknown
  end(): unknown
  destroy(): unknown
}

/** Lets the runtime's own zstd check the one frame of a file, where the runtime has it. */
async function verifyChecksum(source: ByteSource): Promise<'right' | 'wrong' | 'not verified'> {
  const create = (zlib as unknown as { readonly createZstdDecompress?: () => ZstdStream })
    .createZstdDecompress
  if (create === undefined) return 'not verified'
  const stream = create()
  const outcome = new Promise<'right' | 'wrong'>((resolve) => {
    stream.on('error', () => {
      resolve('wrong')
    })
    stream.on('end', () => {
      resolve('right')
    })
  })
  stream.on('data', () => undefined)
  for (let position = 0; position < source.sizeBytes;) {
    const chunk = readChunk(source, position)
    if (!chunk.ok || chunk.value.length === 0) {
      stream.destroy()
      return 'not verified'
    }
    position += chunk.value.length
    // A stream that failed answers no more writes, so its outcome ends the waiting as well.
    await Promise.race([
      outcome,
      new Promise<void>((resolve) => {
        stream.write(chunk.value, resolve)
      }),
    ])
  }
  stream.end()
  return outcome
}

/**
 * Decodes the beginning of a compressed file, at least `wanted` bytes where there are so many. Reads only as much as
 * that needs. `isBroken` says that decoding failed on the way. For heads of many files: synchronous, in a worker.
 */
export function decompressHead(
  source: ByteSource,
  wanted: number,
): Result<{ readonly bytes: Buffer; readonly storedBytesRead: number; readonly isBroken: boolean }> {
  const parts: Uint8Array[] = []
  let decoded = 0
  const decoder = new Decompress((bytes) => {
    parts.push(bytes)
    decoded += bytes.length
  })
  let position = 0
  let isBroken = false
  while (position < source.sizeBytes && decoded < wanted && !isBroken) {
    const buffer = Buffer.alloc(16 * 1024)
    const read = source.read(buffer, 0, buffer.length, position)
    if (!read.ok) return read
    if (read.value === 0) break
    position += read.value
    try {
      decoder.push(buffer.subarray(0, read.value), position >= source.sizeBytes)
    } catch {
      // The whole decoding says what is wrong; a head only needs to know that something is.
      isBroken = true
    }
  }
  return ok({ bytes: Buffer.concat(parts), storedBytesRead: position, isBroken })
}
