/**
 * Byte cache: the bytes of the open file that are in memory. Blocks of 16 KiB, least recently wanted dropped first, so
 * that memory does not grow with the file. It asks only for what is on the screen: what scrolled away before its turn is
 * never requested.
 */
import type { AppError, Result } from '../../../shared/result'

/** Bytes of one block, which is also what one request asks for. */
export const blockBytes = 16_384
const mostBlocks = 64
const mostRequests = 2

/** Where bytes come from, and who hears that there are more. */
export interface ByteCacheOptions {
  /** Reads bytes; fewer at the end of the file. */
  readonly load: (from: number, length: number) => Promise<Result<Uint8Array>>
  /** Called after bytes arrived or a request failed. */
  readonly onChange: () => void
}

export interface ByteCache {
  /** The bytes from `from` to before `to` that are here from the beginning on; those after a gap are left out. */
  readonly bytes: (from: number, to: number) => Uint8Array
  /** Says which bytes are on the screen, of how many in all: a block that was short because the file was is read again. */
  readonly want: (from: number, to: number, totalBytes: number) => void
  /** Why the last request failed; null since one succeeded. */
  readonly failure: () => AppError | null
  readonly dispose: () => void
}

/** Makes the cache of one open file. */
export function createByteCache({ load, onChange }: ByteCacheOptions): ByteCache {
  const blocks = new Map<number, Uint8Array>()
  const underWay = new Set<number>()
  let failure: AppError | null = null
  let isDisposed = false
  let wanted: readonly { readonly block: number; readonly expected: number }[] = []

  async function request(block: number): Promise<void> {
    underWay.add(block)
    const result = await load(block * blockBytes, blockBytes)
    underWay.delete(block)
    if (isDisposed) return
    failure = result.ok ? null : result.error
    if (result.ok) {
      blocks.delete(block)
      blocks.set(block, result.value)
      const oldest = blocks.keys().next()
      if (blocks.size > mostBlocks && oldest.done !== true) blocks.delete(oldest.value)
      wanted = wanted.filter((known) => known.block !== block)
      pump()
    }
    onChange()
  }

  function pump(): void {
    for (const { block, expected } of wanted) {
      if (underWay.size >= mostRequests) return
      const isHere = (blocks.get(block)?.length ?? -1) >= expected
      if (!isHere && !underWay.has(block)) void request(block)
    }
  }

  return {
    bytes(from, to) {
      const parts: Uint8Array[] = []
      let at = from
      while (at < to) {
        const block = Math.floor(at / blockBytes)
        const start = at - block * blockBytes
        const part = blocks.get(block)?.subarray(start, start + (to - at))
        if (part === undefined || part.length === 0) break
        parts.push(part)
        at += part.length
      }
      return joined(parts, at - from)
    },
    want(from, to, totalBytes) {
      const end = Math.min(to, totalBytes)
      const first = Math.floor(from / blockBytes)
      const count = Math.max(0, Math.ceil(end / blockBytes) - first)
      wanted = Array.from({ length: count }, (_, at) => ({
        block: first + at,
        expected: Math.min(blockBytes, totalBytes - (first + at) * blockBytes),
      }))
      pump()
    },
    failure: () => failure,
    dispose() {
      isDisposed = true
      blocks.clear()
    },
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
