import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { prepareContent, type Content } from '../../../src/core/source/content'
import { looksLikeZstd, readZstdFrame } from '../../../src/core/source/zstdFrame'
import { nodeFileSystem, type FileSystem } from '../../../src/core/platform/fileSystem'
import { sharedFolder } from '../../support/shared'
import { tempHome } from '../support/tempHome'
import { zstdFrame } from '../support/zstdFrame'

async function prepare(path: string, cacheFolder: string): Promise<Content> {
  const result = await prepareContent.run(
    { reference: { path, label: 'a', expected: null }, cacheFolder },
    { fileSystem: nodeFileSystem, isCancelled: () => false, report: () => undefined },
  )
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

async function check(
  stored: Uint8Array | string,
  expected: { readonly content: string; readonly issues: readonly string[]; readonly form?: string },
): Promise<void> {
  const folder = tempHome({ 'a.jsonl.zst': stored })
  const content = await prepare(join(folder, 'a.jsonl.zst'), join(folder, 'cache'))
  expect({
    content: readFileSync(content.contentPath, 'utf8'),
    issues: content.issues.map(({ rule }) => rule),
    form: content.form,
  }).toEqual({ form: 'jsonl.zst', ...expected })
}

const hasNative = 'createZstdDecompress' in (await import('node:zlib'))

describe('compressed rollouts', () => {
  // SPEC source/zst
  it('decodes a frame into the cache', () => check(zstdFrame('hello\n'), { content: 'hello\n', issues: [] }))

  it('keeps what a torn frame holds and says where it ended', async () => {
    const whole = Buffer.concat([zstdFrame('hello\n'), zstdFrame('second\n')])
    await check(whole.subarray(0, whole.length - 5), { content: 'hello\n', issues: ['source/frame-error'] })
    await check(zstdFrame('hello\n').subarray(0, 12), { content: '', issues: ['source/frame-error'] })
  })

  it('decodes frames one after another', () =>
    check(Buffer.concat([zstdFrame('a\n'), zstdFrame('b\n')]), { content: 'a\nb\n', issues: [] }))

  it('reads a file that is not compressed as it is', async () => {
    await check('plain\n', { content: 'plain\n', issues: ['source/not-compressed'] })
    await check('', { content: '', issues: [] })
  })

  // SPEC rule/source/checksum-not-verified
  it('verifies a checksum where the runtime can, and says where it cannot', () =>
    // The frame that we build has a checksum of zeros, which is wrong.
    check(zstdFrame('x\n', { checksum: true }), {
      content: 'x\n',
      issues: [hasNative ? 'source/frame-error' : 'source/checksum-not-verified'],
    }))

  it('decodes once for each state of a file, for its owner alone, and leaves no draft behind', async () => {
    const folder = tempHome({ 'a.jsonl.zst': zstdFrame('one\n') })
    const path = join(folder, 'a.jsonl.zst')
    const cache = join(folder, 'cache')
    const first = await prepare(path, cache)
    // Using an entry leaves its content as it is: a check that reads it would take it for changed.
    utimesSync(first.contentPath, 1, 1)
    expect((await prepare(path, cache)).contentPath).toBe(first.contentPath)
    expect(statSync(first.contentPath).mtimeMs).toBe(1000)
    expect(statSync(first.contentPath).mode & 0o777).toBe(0o600)
    writeFileSync(path, zstdFrame('second\n'))
    const second = await prepare(path, cache)
    expect(readFileSync(second.contentPath, 'utf8')).toBe('second\n')
    expect(readdirSync(cache).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('keeps nothing of a file that is rewritten while it is decoded, and says so', async () => {
    const folder = tempHome({ 'a.jsonl.zst': zstdFrame('one\n') })
    const path = join(folder, 'a.jsonl.zst')
    const cache = join(folder, 'cache')
    let reads = 0
    const meddling: FileSystem = {
      ...nodeFileSystem,
      read: (...args) => {
        const read = nodeFileSystem.read(...args)
        reads += 1
        // Its ends, its head and then all of it were read: now another one of the same size stands there.
        if (reads === 4) {
          writeFileSync(path, zstdFrame('two\n'))
          utimesSync(path, 1, 1)
        }
        return read
      },
    }
    const content = { reference: { path, label: 'a', expected: null }, cacheFolder: cache }
    const context = { isCancelled: () => false, report: () => undefined }
    const result = await prepareContent.run(content, { ...context, fileSystem: meddling })
    expect(result).toMatchObject({ ok: false, error: { code: 'changed', file: 'a' } })
    expect(readdirSync(cache)).toEqual([])
    expect(readFileSync((await prepare(path, cache)).contentPath, 'utf8')).toBe('two\n')
  })

  it('decodes anew when a cache entry was cut', async () => {
    const folder = tempHome({ 'a.jsonl.zst': zstdFrame('one\n') })
    const path = join(folder, 'a.jsonl.zst')
    const { contentPath } = await prepare(path, join(folder, 'cache'))
    writeFileSync(contentPath, 'on')
    const again = await prepare(path, join(folder, 'cache'))
    expect(readFileSync(again.contentPath, 'utf8')).toBe('one\n')
  })
})

describe('readZstdFrame', () => {
  it('reads the stated size and the checksum flag', () => {
    expect(readZstdFrame(zstdFrame('abc'))).toEqual({ contentBytes: 3, hasChecksum: false })
    expect(readZstdFrame(Buffer.from('plain text'))).toBe(null)
    expect(looksLikeZstd(Buffer.from([0x50, 0x2a, 0x4d, 0x18]))).toBe(true)
    expect(looksLikeZstd(Buffer.from('{"ti'))).toBe(false)
  })
})

const shared = sharedFolder()

describe.skipIf(shared === null)('compressed rollouts of the corpus', () => {
  it('accepts a right checksum', async () => {
    const day = join(shared ?? '', 'corpus/codex/0.169.0/home-zst/sessions/2026/11/20')
    const name = 'rollout-2026-11-20T07-24-58-01a1f7d8-1fa8-7043-a63a-f727949192ee.jsonl.zst'
    const { issues } = await prepare(join(day, name), tempHome())
    expect(issues.map(({ rule }) => rule)).toEqual(hasNative ? [] : ['source/checksum-not-verified'])
  })

  it('decodes what Codex compressed to the bytes it compressed', async () => {
    const corpus = join(shared ?? '', 'corpus/codex/0.169.0')
    const day = 'sessions/2026/11/20'
    const name = 'rollout-2026-11-20T07-24-58-01a1f7d8-20db-76e2-bfb0-a50949cb069f.jsonl'
    const content = await prepare(join(corpus, 'home-zst', day, `${name}.zst`), tempHome())
    expect(readFileSync(content.contentPath).equals(readFileSync(join(corpus, 'home', day, name)))).toBe(true)
  })
})
