import { ok } from '../../../src/shared/result'
import type { FileStat } from '../../../src/core/platform/fileSystem'
import type { ByteSource } from '../../../src/core/source/byteSource'

/** A byte source over bytes in memory. `readBytes` is the most that one read returns, to test chunk boundaries. */
export function memorySource(bytes: Uint8Array, readBytes = Infinity): ByteSource {
  const stat: FileStat = {
    kind: 'file',
    sizeBytes: bytes.length,
    modifiedMs: 0,
    modifiedNs: '0',
    changedNs: '0',
    inode: '1',
    device: '1',
    mode: 0o600,
  }
  return {
    label: 'memory',
    sizeBytes: bytes.length,
    stat,
    read: (into, offset, length, position) => {
      const end = Math.min(bytes.length, position + Math.min(length, readBytes))
      if (position >= end) return ok(0)
      into.set(bytes.subarray(position, end), offset)
      return ok(end - position)
    },
    restat: () => ok(stat),
    close: () => undefined,
  }
}
