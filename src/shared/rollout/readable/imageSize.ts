/** Image size: format and pixels of an image from its first bytes, so that room for it can be kept before it is drawn. */

/** `mediaType` as the bytes themselves say. */
export interface ImageSize {
  readonly mediaType: string
  readonly width: number
  readonly height: number
}

/** Bytes that are looked at. The size of a JPEG may stand behind a preview of up to 64 KB and profiles. */
const lookedAt = 512 * 1024

/** Reads format and size of an image given in base64; null where it is none of PNG, JPEG, GIF and WebP. */
export function imageSize(base64: string): ImageSize | null {
  const bytes = base64Prefix(base64, lookedAt)
  return pngSize(bytes) ?? gifSize(bytes) ?? webpSize(bytes) ?? jpegSize(bytes)
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Decodes the beginning of a base64 text. What is not of its alphabet ends it. */
export function base64Prefix(text: string, limitBytes: number): Uint8Array {
  const bytes = new Uint8Array(Math.min(limitBytes, Math.floor((text.length * 3) / 4)))
  let length = 0
  let bits = 0
  let held = 0
  for (const character of text.slice(0, Math.ceil((bytes.length * 4) / 3) + 4)) {
    const value = alphabet.indexOf(character)
    if (value < 0 || length >= bytes.length) break
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[length] = (held >> bits) & 0xff
    length += 1
  }
  return bytes.subarray(0, length)
}

function startsWith(bytes: Uint8Array, start: string, at = 0): boolean {
  return [...start].every((character, index) => bytes[at + index] === character.charCodeAt(0))
}

function big(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let index = 0; index < count; index += 1) value = value * 256 + (bytes[at + index] ?? 0)
  return value
}

function little(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let index = count - 1; index >= 0; index -= 1) value = value * 256 + (bytes[at + index] ?? 0)
  return value
}

function pngSize(bytes: Uint8Array): ImageSize | null {
  if (!startsWith(bytes, '\x89PNG\r\n\x1a\n') || bytes.length < 24) return null
  return { mediaType: 'image/png', width: big(bytes, 16, 4), height: big(bytes, 20, 4) }
}

function gifSize(bytes: Uint8Array): ImageSize | null {
  if (!(startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) || bytes.length < 10) return null
  return { mediaType: 'image/gif', width: little(bytes, 6, 2), height: little(bytes, 8, 2) }
}

function webpSize(bytes: Uint8Array): ImageSize | null {
  if (!startsWith(bytes, 'RIFF') || !startsWith(bytes, 'WEBP', 8) || bytes.length < 30) return null
  const mediaType = 'image/webp'
  if (startsWith(bytes, 'VP8X', 12)) {
    return { mediaType, width: little(bytes, 24, 3) + 1, height: little(bytes, 27, 3) + 1 }
  }
  if (startsWith(bytes, 'VP8L', 12)) {
    const packed = little(bytes, 21, 4)
    return { mediaType, width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
  }
  if (!startsWith(bytes, 'VP8 ', 12)) return null
  return { mediaType, width: little(bytes, 26, 2) & 0x3fff, height: little(bytes, 28, 2) & 0x3fff }
}

/** Walks the segments of a JPEG to the one that starts a frame. */
function jpegSize(bytes: Uint8Array): ImageSize | null {
  if (!startsWith(bytes, '\xff\xd8\xff')) return null
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const mark = bytes[at + 1] ?? 0
    if (mark === 0xff) {
      at += 1
      continue
    }
    const isFrame = mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc
    if (isFrame) {
      return { mediaType: 'image/jpeg', height: big(bytes, at + 5, 2), width: big(bytes, at + 7, 2) }
    }
    at += 2 + Math.max(2, big(bytes, at + 2, 2))
  }
  return null
}
