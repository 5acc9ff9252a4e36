/** Clients: several windows or tabs over one explorer, each with its own work and its own hold on files. */
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExplorerClient } from '../../src/core/client'
import { metaLine, rollout, sessionPath, tempHome, userLine, uuid } from './support/tempHome'
import { testExplorer, valueOf } from './support/testExplorer'

const path = sessionPath('2026-03-04T05-06-07', uuid(1))

async function twoOnOneFile(lines = 3) {
  const texts = Array.from({ length: lines }, (_, at) => userLine(`m${String(at)}`))
  const home = tempHome({ [path]: rollout(metaLine(uuid(1)), ...texts) })
  const { explorer } = await testExplorer(home)
  const { entries } = await explorer.openPaths([join(home, path)])
  const fileId = entries[0]?.fileId ?? ''
  const one = explorer.connect()
  const other = explorer.connect()
  for (const { handlers } of [one, other]) {
    valueOf(await handlers['rollout:open']({ fileId, jobId: 'o', acceptReplaced: false }))
  }
  return { explorer, file: join(home, path), fileId, one, other }
}

async function codeOf({ handlers }: ExplorerClient, fileId: string): Promise<string> {
  const answer = await handlers['rollout:readLines']({
    fileId,
    from: 1,
    limit: 2,
    maxTextBytes: 100,
    whole: false,
  })
  return answer.ok ? 'ok' : answer.error.code
}

// SPEC host/windows
describe('clients', () => {
  it('that close a file leave it to those who still look at it', async () => {
    const { fileId, one, other } = await twoOnOneFile()
    await one.handlers['rollout:close']({ fileId })
    expect(await codeOf(other, fileId)).toBe('ok')
    await other.handlers['rollout:close']({ fileId })
    expect(await codeOf(other, fileId)).toBe('not-granted')
  })

  it('that leave let go of everything they held, and stop hearing', async () => {
    const { explorer, fileId, one, other } = await twoOnOneFile()
    const heard: string[] = []
    one.on('settings:changed', () => heard.push('one'))
    other.on('settings:changed', () => heard.push('other'))
    one.leave()
    await explorer.handlers['settings:change']({ theme: 'dark' })
    expect(heard).toEqual(['other'])
    expect(await codeOf(other, fileId)).toBe('ok')
    other.leave()
    expect(await codeOf(other, fileId)).toBe('not-granted')
  })

  it('hear of their own files and openings, and of no others', async () => {
    const { explorer, file, fileId, one, other } = await twoOnOneFile()
    const heard: string[] = []
    one.on('file:opened', () => heard.push('one opened'))
    other.on('file:opened', () => heard.push('other opened'))
    one.on('rollout:indexed', () => heard.push('one indexed'))
    const third = explorer.connect()
    third.on('rollout:indexed', () => heard.push('third indexed'))
    await other.openPaths([file])
    valueOf(await one.handlers['rollout:index']({ fileId, jobId: 'i' }))
    expect([...new Set(heard)]).toEqual(['other opened', 'one indexed'])
  })

  it('cancel their own jobs only, whatever the ids', async () => {
    const { fileId, one, other } = await twoOnOneFile(3000)
    const check = one.handlers['rollout:check']({ fileId, jobId: 'same' })
    expect(valueOf(await other.handlers['job:cancel']({ jobId: 'same' })).found).toBe(false)
    expect((await check).ok).toBe(true)
    const second = one.handlers['rollout:check']({ fileId, jobId: 'same' })
    one.leave()
    expect(await second).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })

  // SPEC host/reload
  it('are told when another opens a file anew that had changed, and read the same bytes then', async () => {
    const { file, fileId, one, other } = await twoOnOneFile()
    const heard: string[] = []
    one.on('rollout:reopened', () => heard.push('one'))
    other.on('rollout:reopened', () => heard.push('other'))
    writeFileSync(file, rollout(metaLine(uuid(1)), userLine('rewritten')))
    valueOf(await other.handlers['rollout:open']({ fileId, jobId: 'o', acceptReplaced: false }))
    expect(heard).toEqual(['one'])
    valueOf(await one.handlers['rollout:open']({ fileId, jobId: 'o', acceptReplaced: false }))
    expect(heard).toEqual(['one'])
    expect(valueOf(await one.handlers['rollout:stat']({ fileId })).state).toBe('same')
  })

  it('keep what is on show when opening it anew fails', async () => {
    const { file, fileId, one } = await twoOnOneFile()
    writeFileSync(`${file}.new`, rollout(metaLine(uuid(2))))
    renameSync(`${file}.new`, file)
    const reopened = await one.handlers['rollout:open']({ fileId, jobId: 'o', acceptReplaced: false })
    expect(reopened).toMatchObject({ ok: false, error: { code: 'changed' } })
    expect(valueOf(await one.handlers['rollout:stat']({ fileId })).state).toBe('replaced')
  })

  // SPEC host/ports
  it('are refused what their host cannot do, and files by anything but grants', async () => {
    const { explorer, file, fileId } = await twoOnOneFile()
    const shown: string[] = []
    const able = explorer.connect({
      ports: {
        showInFolder: (named) => shown.push(named),
        startDrag: (named) => shown.push(...named),
        popUpMenu: () => Promise.resolve('invented'),
      },
    })
    const bare = explorer.connect()
    for (const refused of [
      await bare.handlers['file:showInFolder']({ fileId }),
      await bare.handlers['file:startDrag']({ fileIds: [fileId] }),
      await bare.handlers['window:open']({ file: null }),
      await bare.handlers['window:zoom']({ step: 'in' }),
    ]) {
      expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    }
    expect((await able.handlers['file:showInFolder']({ fileId })).ok).toBe(true)
    expect((await able.handlers['file:startDrag']({ fileIds: [fileId, '/etc/passwd'] })).ok).toBe(false)
    expect((await able.handlers['file:startDrag']({ fileIds: [fileId] })).ok).toBe(true)
    expect(shown).toEqual([file, file])
    const copy = valueOf(await explorer.receiveCopy('x.jsonl', oneChunk()))
    const ofCopy = await able.handlers['file:showInFolder']({ fileId: copy.fileIds[0] ?? '' })
    expect(ofCopy).toMatchObject({ ok: false, error: { code: 'forbidden', file: 'x.jsonl' } })
    const items = [{ kind: 'command' as const, id: 'a', label: 'A', isEnabled: true }]
    expect(await able.handlers['menu:popUp']({ items, at: { x: 1, y: 1 } })).toEqual({
      ok: true,
      value: { chosen: null },
    })
  })
})

async function* oneChunk(): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  yield new Uint8Array([123, 125, 10])
}
