/**
 * Decompression of `.jsonl.zst`, streaming, in whatever the runtime offers: zlib's zstd, else a decoder in JavaScript.
 *
 * A torn or broken frame is not a failure: what could be decoded is the content, and an issue says where it ended.
 * The JavaScript decoder checks neither checksum nor emptiness, so size and emptiness are compared here, and a checksum
 * that nobody verified is said to be so.
 */
import * as zlib from 'node:zlib'
import { Decompress } from 'fzstd'
import { err, ok, type Result } from '../../shared/result'
import type { ByteSource } from './byteSource'
import type { SourceIssue } from './issue'
import { readZstdFrame } from './zstdFrame'

const chunkBytes = 64 * 1024

export interface ZstdOutcome {
  readonly contentBytes: number
  readonly issues: readonly SourceIssue[]
}

/** Answering false stops the decoding. */
type Sink = (bytes: Uint8Array) => boolean

interface Decoder {
  readonly verifiesChecksum: boolean
  /** Takes the next bytes; throws what the library throws for bytes it cannot decode. */
  push(bytes: Uint8Array, isLast: boolean): Promise<void> | void
}

interface ZstdStream {
  on(event: 'data', listener: (bytes: Uint8Array) => void): unknown
  once(event: 'error', listener: (error: Error) => void): unknown
  write(bytes: Uint8Array, done: (error?: Error | null) => void): unknown
  end(done: (error?: Error | null) => void): unknown
}

function nativeDecoder(sink: Sink): Decoder | null {
  const create = (zlib as unknown as { readonly createZstdDecompress?: () => ZstdStream })
    .createZstdDecompress
  if (create === undefined) return null
  const stream = create()
  let failure: Error | null = null
  stream.once('error', (error) => {
    failure = error
  })
  stream.on('data', sink)
  const settle = (action: (done: (error?: Error | null) => void) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      if (failure !== null) reject(failure)
      else {
        stream.once('error', reject)
        action((error) => {
          if (error) reject(error)
          else resolve()
        })
      }
    })
  return {
    verifiesChecksum: true,
    push: async (bytes, isLast) => {
      await settle((done) => stream.write(bytes, done))
      if (isLast) await settle((done) => stream.end(done))
    },
  }
}

function scriptDecoder(sink: Sink): Decoder {
  const decoder = new Decompress((bytes) => {
    if (bytes.length > 0) sink(bytes)
  })
  // The library keeps a view of what it is given; the read buffer is used again, so it gets a copy.
  return { verifiesChecksum: false, push: (bytes, isLast) => void decoder.push(bytes.slice(), isLast) }
}

/** Decodes a whole file into `sink`. `onProgress` gets stored bytes read and ends the work by answering false. */
export async function decompress(
  source: ByteSource,
  sink: (bytes: Uint8Array) => void,
  onProgress: (storedBytes: number) => boolean,
): Promise<Result<ZstdOutcome>> {
  let contentBytes = 0
  const count: Sink = (bytes) => {
    contentBytes += bytes.length
    sink(bytes)
    return true
  }
  const decoder = nativeDecoder(count) ?? scriptDecoder(count)
  const buffer = Buffer.alloc(chunkBytes)
  let position = 0
  let frame: ReturnType<typeof readZstdFrame> = null
  while (position < source.sizeBytes) {
    const read = source.read(buffer, 0, chunkBytes, position)
    if (!read.ok) return read
    if (position === 0) frame = readZstdFrame(buffer.subarray(0, read.value))
    position += read.value
    const isLast = position >= source.sizeBytes || read.value === 0
    try {
      await decoder.push(buffer.subarray(0, read.value), isLast)
    } catch (error) {
      return ok({ contentBytes, issues: [frameError(error, position, contentBytes)] })
    }
    if (!onProgress(position)) return err({ code: 'cancelled', message: 'Decompressing was cancelled.' })
    if (isLast) break
  }
  return ok({ contentBytes, issues: checkFrame(frame, contentBytes, decoder.verifiesChecksum) })
}

function frameError(error: unknown, storedOffset: number, contentBytes: number): SourceIssue {
  const reason = error instanceof Error ? error.message : String(error)
  return {
    rule: 'source/frame-error',
    message: `The compressed file is torn or damaged (${reason}). ${contentBytes.toLocaleString('en')} bytes of content could be decoded; what follows is lost.`,
    storedOffset,
  }
}

/** The stated size holds for the first frame only, so a longer content is no mismatch. */
function checkFrame(
  frame: ReturnType<typeof readZstdFrame>,
  contentBytes: number,
  verifiesChecksum: boolean,
): readonly SourceIssue[] {
  const issues: SourceIssue[] = []
  const stated = frame?.contentBytes ?? null
  if (stated !== null && contentBytes < stated) {
    issues.push({
      rule: 'source/size-mismatch',
      message: `The frame states ${stated.toLocaleString('en')} bytes of content, but ${contentBytes.toLocaleString('en')} were decoded.`,
      storedOffset: 0,
    })
  }
  if (frame?.hasChecksum === true && !verifiesChecksum) {
    issues.push({
      rule: 'source/checksum-not-verified',
      message: 'The frame carries a checksum, which this runtime cannot verify.',
      storedOffset: 0,
    })
  }
  return issues
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
