/** Header of a Zstandard frame (RFC 8878, section 3.1.1), as far as it tells what to expect of the content. */

const magic = 0xfd2fb528
const skippableMagic = 0x184d2a50

export interface ZstdFrame {
  /** Null where the writer did not say. */
  readonly contentBytes: number | null
  readonly hasChecksum: boolean
}

/** Reads a frame header; null when the bytes do not start a zstd frame. At most 18 bytes are needed. */
export function readZstdFrame(bytes: Buffer): ZstdFrame | null {
  if (bytes.length < 5 || bytes.readUInt32LE(0) !== magic) return null
  const descriptor = bytes.readUInt8(4)
  const isSingleSegment = (descriptor & 0x20) !== 0
  const sizeFlag = descriptor >> 6
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0
  const at = 5 + (isSingleSegment ? 0 : 1) + dictionaryBytes
  const sizeBytes = sizeFlag === 0 ? (isSingleSegment ? 1 : 0) : 1 << sizeFlag
  return {
    contentBytes: bytes.length < at + sizeBytes ? null : contentSize(bytes, at, sizeBytes),
    hasChecksum: (descriptor & 0x04) !== 0,
  }
}

function contentSize(bytes: Buffer, at: number, sizeBytes: number): number | null {
  switch (sizeBytes) {
    case 0:
      return null
    case 1:
      return bytes.readUInt8(at)
    case 2:
      return bytes.readUInt16LE(at) + 256
    case 4:
      return bytes.readUInt32LE(at)
    default:
      return Number(bytes.readBigUInt64LE(at))
  }
}

/** Returns the first frame that has content, past skippable ones, and whether there were any; null when none begins here. */
export function firstZstdFrame(
  bytes: Buffer,
): { readonly frame: ZstdFrame; readonly skipped: boolean } | null {
  let at = 0
  while (bytes.length - at >= 8 && isSkippable(bytes.readUInt32LE(at))) at += 8 + bytes.readUInt32LE(at + 4)
  const frame = readZstdFrame(bytes.subarray(Math.min(at, bytes.length)))
  return frame === null ? null : { frame, skipped: at > 0 }
}

function isSkippable(word: number): boolean {
  return (word & 0xfffffff0) >>> 0 === skippableMagic
}

/** True when bytes start with a zstd frame, or with a skippable one, which only zstd tools write. */
export function looksLikeZstd(bytes: Buffer): boolean {
  if (bytes.length < 4) return false
  const word = bytes.readUInt32LE(0)
  return word === magic || isSkippable(word)
}
