/**
 * Data image: an image that lies in a line as a `data:` URL. Shown are PNG, JPEG, GIF and WebP whose own bytes agree with
 * what the URL says and tell their size; SVG never, because it is a document. Nothing is ever fetched.
 */
import { imageSize, type ImageSize } from './imageSize'
import type { ImageBlock } from './readable'

/** Largest image that is shown, in decoded bytes. */
export const largestImageBytes = 8 * 1024 * 1024
/** Most pixels of an image that is shown: few bytes can decode to more memory than there is. */
const mostPixels = 64_000_000

type Image = ImageBlock['image']

/** Judges the URL of an image, of whatever kind. */
export function imageOfUrl(url: string): Image {
  const [head = '', mediaType = ''] = /^data:([^;,]*)(?:;[^;,]*)*,/i.exec(url) ?? []
  if (head === '') return withheld(url.length > 300 ? `${url.slice(0, 300)}…` : url, notData(url))
  const type = mediaType.toLowerCase()
  if (!/;base64,$/i.test(head)) return withheld(type, 'only images in base64 are shown')
  return imageOfBase64(url.slice(head.length), type)
}

/** Judges base64 data without a URL around it; `mediaType` null is found out from the bytes. */
export function imageOfBase64(data: string, mediaType: string | null): Image {
  const what = mediaType ?? 'image data'
  const sizeBytes = Math.floor((data.length * 3) / 4) - (/={1,2}$/.exec(data.slice(-2))?.[0].length ?? 0)
  if (sizeBytes > largestImageBytes) {
    return withheld(`${what}, ${String(sizeBytes)} bytes`, 'larger than the 8 MB that are shown')
  }
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(data)) return withheld(what, 'the data is not base64')
  const size = imageSize(data)
  if (size === null || size.width < 1 || size.height < 1) {
    return withheld(what, 'the bytes are not a PNG, JPEG, GIF or WebP image')
  }
  if (mediaType !== null && mediaType !== size.mediaType && !isSameJpeg(mediaType, size)) {
    return withheld(what, `the bytes are ${size.mediaType}, which is not what the URL says`)
  }
  const { width, height } = size
  if (width * height > mostPixels) {
    return withheld(`${what}, ${String(width)} × ${String(height)} pixels`, 'more pixels than are shown')
  }
  const dataUrl = `data:${size.mediaType};base64,${data}`
  return { state: 'shown', mediaType: size.mediaType, sizeBytes, width, height, dataUrl }
}

function isSameJpeg(mediaType: string, size: ImageSize): boolean {
  return mediaType === 'image/jpg' && size.mediaType === 'image/jpeg'
}

function notData(url: string): string {
  return /^https?:/i.test(url)
    ? 'not fetched: Rollscope never uses the network'
    : 'not fetched: only images that lie in the line itself are shown'
}

function withheld(what: string, reason: string): Image {
  return { state: 'withheld', what, reason }
}
