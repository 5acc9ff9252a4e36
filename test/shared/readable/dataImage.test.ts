import { describe, expect, it } from 'vitest'
import { imageOfUrl } from '../../../src/shared/rollout/readable/dataImage'
import { base64Prefix } from '../../../src/shared/rollout/readable/imageSize'

function check(mediaType: string, bytes: readonly (number | string)[], expected: string): void {
  const data = Buffer.concat(
    bytes.map((part) => Buffer.from(typeof part === 'string' ? Buffer.from(part, 'latin1') : [part])),
  )
  const image = imageOfUrl(`data:${mediaType};base64,${data.toString('base64')}`)
  const shown =
    image.state === 'shown'
      ? `${image.mediaType} ${String(image.width)}x${String(image.height)}, ${String(image.sizeBytes)} bytes`
      : `${image.what}: ${image.reason}`
  expect(shown).toBe(expected)
}

const png = (width: string, height: string): string => `\x89PNG\r\n\x1a\n\0\0\0\rIHDR${width}${height}`

describe('imageOfUrl', () => {
  // SPEC inspector/images
  it('shows images whose bytes say what they are and how large', () => {
    check('image/png', [png('\0\0\x01\x02', '\0\0\0\x03')], 'image/png 258x3, 24 bytes')
    check('image/gif', ['GIF89a', 2, 1, 3, 0], 'image/gif 258x3, 10 bytes')
    check(
      'image/webp',
      ['RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0', 4, 0, 0, 5, 0, 0],
      'image/webp 5x6, 30 bytes',
    )
    check(
      'image/jpg',
      ['\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\x07\0\x09\x03\0\0'],
      'image/jpeg 9x7, 20 bytes',
    )
  })

  it('shows nothing else, and says why', () => {
    const none = 'the bytes are not a PNG, JPEG, GIF or WebP image'
    check('image/svg+xml', ['<svg onload="x">'], `image/svg+xml: ${none}`)
    check('image/png', ['<svg>'], `image/png: ${none}`)
    check(
      'image/gif',
      [png('\0\0\0\x01', '\0\0\0\x01')],
      'image/gif: the bytes are image/png, which is not what the URL says',
    )
    check(
      'image/png',
      [png('\x7f\0\0\0', '\x7f\0\0\0')],
      'image/png, 2130706432 × 2130706432 pixels: more pixels than are shown',
    )
    const said = (url: string): string => {
      const image = imageOfUrl(url)
      return image.state === 'withheld' ? image.reason : 'shown'
    }
    expect(said('https://a.test/x.png')).toBe('not fetched: Rollscope never uses the network')
    expect(said('file:///etc/passwd')).toBe('not fetched: only images that lie in the line itself are shown')
    expect(said('data:image/png,abc')).toBe('only images in base64 are shown')
    expect(said('data:image/png;base64,a b"><script>')).toBe('the data is not base64')
    expect(said(`data:image/png;base64,${'A'.repeat(12_000_000)}`)).toBe(
      'larger than the 8 MB that are shown',
    )
  })

  it('decodes the beginning of base64', () => {
    expect(Buffer.from(base64Prefix(Buffer.from('hello').toString('base64'), 99)).toString()).toBe('hello')
    expect(base64Prefix('AAAAAAAA', 2)).toHaveLength(2)
  })
})
