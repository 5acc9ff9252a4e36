/** Bytes of an open file, wherever they lie: at its ends, beyond 2^32, in compressed content, and not beyond what was granted. */
import { closeSync, ftruncateSync, openSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempHome } from '../support/tempHome'
import { testExplorer, valueOf } from '../support/testExplorer'
import { zstdFrame } from '../support/zstdFrame'

async function open(content: string | Uint8Array, name = 'a.jsonl') {
  const path = join(tempHome({ [name]: content }), name)
  const { explorer, invoke } = await testExplorer('/nowhere')
  const { entries } = await explorer.openPaths([path])
  const fileId = entries[0]?.fileId ?? ''
  const isOpen = async (): Promise<void> => {
    valueOf(await invoke('rollout:open', { fileId, jobId: 'open' }))
  }
  const read = async (from: number, length: number): Promise<string> => {
    const answer = valueOf(await invoke('rollout:readBytes', { fileId, from, length }))
    const text = Buffer.from(answer.bytes, 'base64').toString('latin1')
    return `${text}|${String(answer.from)} of ${String(answer.totalBytes)}`
  }
  return { path, fileId, invoke, isOpen, read }
}

describe('rollout:readBytes', () => {
  // SPEC findings/bytes
  it('reads what lies there, as it stands, and less at the end of the file', async () => {
    const { isOpen, read } = await open('{"a":1}\n\0\xff\r\n')
    await isOpen()
    expect(await read(0, 8)).toBe('{"a":1}\n|0 of 13')
    expect(await read(8, 65_536)).toBe('\0\u00c3\u00bf\r\n|8 of 13')
    expect(await read(13, 16)).toBe('|13 of 13')
    expect(await read(4_000, 16)).toBe('|4000 of 13')
  })

  it('is exact beyond 2^32', async () => {
    const { path, isOpen, read } = await open('x')
    const far = 2 ** 32 + 5
    const file = openSync(path, 'r+')
    writeSync(file, 'torn here', far)
    ftruncateSync(file, far + 100)
    closeSync(file)
    await isOpen()
    expect(await read(far - 1, 11)).toBe(`\0torn here\0|${String(far - 1)} of ${String(far + 100)}`)
  })

  it('reads the content of a compressed file', async () => {
    const { isOpen, read } = await open(zstdFrame('{"compressed":true}\n'), 'a.jsonl.zst')
    await isOpen()
    expect(await read(2, 10)).toBe('compressed|2 of 20')
  })

  it('refuses what was not opened, more than 64 KiB at once, and what became shorter', async () => {
    const { path, fileId, invoke, isOpen } = await open('0123456789')
    const first = { fileId, from: 0, length: 1 }
    expect(await invoke('rollout:readBytes', first)).toMatchObject({ error: { code: 'not-granted' } })
    await isOpen()
    expect(await invoke('rollout:readBytes', { ...first, length: 65_537 })).toMatchObject({
      error: { code: 'bad-request' },
    })
    expect(await invoke('rollout:readBytes', { ...first, fileId: 'other' })).toMatchObject({
      error: { code: 'not-granted' },
    })
    truncateSync(path, 4)
    expect(await invoke('rollout:readBytes', { ...first, from: 2, length: 8 })).toMatchObject({
      error: { code: 'changed' },
    })
  })
})
