/** A zstd frame around raw blocks, as RFC 8878 lays it out: enough to test with text that we wrote. */
export function zstdFrame(
  text: string,
  { statedBytes = Buffer.byteLength(text), checksum = false } = {},
): Buffer {
  const content = Buffer.from(text)
  const header = Buffer.alloc(9)
  header.writeUInt32LE(0xfd2fb528, 0)
  header.writeUInt8(0xa0 | (checksum ? 0x04 : 0), 4)
  header.writeUInt32LE(statedBytes, 5)
  const block = Buffer.alloc(3)
  block.writeUIntLE((content.length << 3) | 1, 0, 3)
  return Buffer.concat([header, block, content, ...(checksum ? [Buffer.alloc(4)] : [])])
}
