import { describe, expect, it } from 'vitest'
import { blockBytes, createByteCache } from '../../../src/renderer/src/state/byteCache'
import { err, ok, type Result } from '../../../src/shared/result'

/** A cache over a file of `size.bytes` bytes, each of which is its block's number. */
function cacheOf(size: { bytes: number }, answer?: () => Result<Uint8Array> | null) {
  const asked: number[] = []
  let changes = 0
  const cache = createByteCache({
    load: (from, length) => {
      asked.push(from / blockBytes)
      const told =
        answer?.() ??
        ok(new Uint8Array(Math.max(0, Math.min(length, size.bytes - from))).fill(from / blockBytes))
      return Promise.resolve(told)
    },
    onChange: () => (changes += 1),
  })
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
  return { cache, asked, settle, changes: () => changes }
}

describe('the byte cache', () => {
  it('asks for what is on the screen once, and joins blocks', async () => {
    const { cache, asked, settle } = cacheOf({ bytes: 100_000 })
    const want = (): void => {
      cache.want(blockBytes - 2, blockBytes + 2, 100_000)
    }
    want()
    want()
    expect(cache.bytes(blockBytes - 2, blockBytes + 2)).toHaveLength(0)
    await settle()
    want()
    expect([...cache.bytes(blockBytes - 2, blockBytes + 2)]).toEqual([0, 0, 1, 1])
    expect(asked).toEqual([0, 1])
  })

  it('reads the end of a file again when it has grown, and shows what it had until then', async () => {
    const size = { bytes: 10 }
    const { cache, asked, settle } = cacheOf(size)
    cache.want(0, 16, 10)
    await settle()
    size.bytes = 20
    cache.want(0, 32, 20)
    expect(cache.bytes(0, 20)).toHaveLength(10)
    await settle()
    cache.want(0, 32, 20)
    expect(cache.bytes(0, 32)).toHaveLength(20)
    expect(asked).toEqual([0, 0])
  })

  it('keeps no more than a megabyte', async () => {
    const { cache, settle } = cacheOf({ bytes: 200 * blockBytes })
    for (let block = 0; block < 70; block += 1) {
      cache.want(block * blockBytes, block * blockBytes + 1, 200 * blockBytes)
      await settle()
    }
    expect(cache.bytes(0, 1)).toHaveLength(0)
    expect(cache.bytes(69 * blockBytes, 69 * blockBytes + 1)).toHaveLength(1)
  })

  it('never asks for what scrolled away before its turn', async () => {
    const { cache, asked, settle } = cacheOf({ bytes: 200 * blockBytes })
    for (let block = 0; block < 70; block += 1)
      cache.want(block * blockBytes, block * blockBytes + 1, 200 * blockBytes)
    await settle()
    expect(asked).toEqual([0, 1, 69])
  })

  it('says why bytes could not be read, and nothing any more once it is disposed of', async () => {
    const { cache, settle, changes } = cacheOf({ bytes: 10 }, () =>
      err({ code: 'changed', message: 'shorter' }),
    )
    cache.want(0, 10, 10)
    await settle()
    expect([cache.failure()?.message, changes()]).toEqual(['shorter', 1])
    cache.want(0, 10, 10)
    cache.dispose()
    await settle()
    expect(changes()).toBe(1)
  })
})
