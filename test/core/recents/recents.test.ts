import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createExplorer, type Explorer } from '../../../src/core/explorer'
import type { ExplorerOptions } from '../../../src/core/explorerOptions'
import { findRecents, mostRecents, withRecent } from '../../../src/core/recents/recentFile'
import type { OpenedFiles } from '../../../src/shared/contract/openedFiles'
import { metaLine, rollout, sessionPath, tempHome, uuid } from '../support/tempHome'
import { valueOf } from '../support/testExplorer'

const session = sessionPath('2026-03-04T05-06-07', uuid(1))

function homeWithOne(): string {
  return tempHome({ [session]: rollout(metaLine(uuid(1))) })
}

/** An explorer as the desktop app makes it, or with `keepsRecents` undefined, as the web host does. */
function started(dataFolder: string, options: Partial<ExplorerOptions> = {}): Explorer {
  const explorer = createExplorer({
    home: '/nowhere/.codex',
    dataFolder,
    samplesFolder: null,
    host: 'test',
    version: '0',
    spawnWorker: null,
    keepsRecents: { opened: () => undefined, cleared: () => undefined },
    ...options,
  })
  onTestFinished(() => explorer.dispose())
  return explorer
}

async function listed(explorer: Explorer) {
  return valueOf(await explorer.handlers['recent:list']({})).recents
}

async function firstRoot(explorer: Explorer) {
  return valueOf(await explorer.handlers['root:list']({})).roots[0]
}

describe('recents', () => {
  // SPEC recent/kept
  it('are what a person opened, newest first, in the next start too; the page learns ids and names', async () => {
    const home = homeWithOne()
    const folder = tempHome({ 'one.jsonl': rollout(metaLine(uuid(2))) })
    const dataFolder = tempHome()
    const heard: string[] = []
    const first = started(dataFolder, {
      keepsRecents: { opened: (path) => heard.push(path), cleared: () => undefined },
    })
    await first.openPaths([folder, '/no/such/file'])
    await first.openPaths([join(folder, 'one.jsonl')])
    await first.openRoot(home)
    expect(heard).toEqual([folder, join(folder, 'one.jsonl'), home])
    await first.dispose()

    const next = started(dataFolder)
    const recents = await listed(next)
    expect(recents.map(({ kind, isMissing }) => [kind, isMissing])).toEqual([
      ['root', false],
      ['file', false],
      ['folder', false],
    ])
    expect(recents[1]).toMatchObject({ label: 'one.jsonl', place: folder })
    expect(statSync(join(dataFolder, 'recent.json')).mode & 0o777).toBe(0o600)
  })

  // SPEC recent/granted
  it('are granted anew when they are opened, by ids of this process only', async () => {
    const folder = tempHome({ 'one.jsonl': rollout(metaLine(uuid(2))) })
    const dataFolder = tempHome()
    const first = started(dataFolder)
    await first.openPaths([join(folder, 'one.jsonl')])
    const [old] = await listed(first)
    await first.dispose()

    const next = started(dataFolder)
    const heard: OpenedFiles[] = []
    next.on('file:opened', (opened) => heard.push(opened))
    const refused = await next.handlers['recent:open']({ recentId: old?.recentId ?? '' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-granted' } })
    const byPath = await next.handlers['recent:open']({ recentId: join(folder, 'one.jsonl') })
    expect(byPath).toMatchObject({ ok: false, error: { code: 'not-granted' } })
    const [known] = await listed(next)
    const { opened } = valueOf(await next.handlers['recent:open']({ recentId: known?.recentId ?? '' }))
    expect(heard).toEqual([opened])
    const [fileId = ''] = opened.fileIds
    const read = await next.handlers['rollout:open']({ fileId, jobId: 'j', acceptReplaced: false })
    expect(valueOf(read).name).toBe('one.jsonl')
  })

  // SPEC recent/missing
  it('that are gone are listed as missing, say so when they are opened, and can be forgotten', async () => {
    const folder = tempHome({ 'one.jsonl': '', 'two.jsonl': '' })
    const explorer = started(tempHome())
    await explorer.openPaths([join(folder, 'one.jsonl')])
    await explorer.openPaths([join(folder, 'two.jsonl')])
    renameSync(join(folder, 'two.jsonl'), join(folder, 'moved.jsonl'))
    const recents = await listed(explorer)
    expect(recents.map(({ label, isMissing }) => [label, isMissing])).toEqual([
      ['two.jsonl', true],
      ['one.jsonl', false],
    ])
    const gone = recents[0]?.recentId ?? ''
    const { opened } = valueOf(await explorer.handlers['recent:open']({ recentId: gone }))
    expect(opened).toMatchObject({ fileIds: [], problems: [{ code: 'list/not-found' }] })
    await explorer.handlers['recent:remove']({ recentId: gone })
    expect((await listed(explorer)).map(({ label }) => label)).toEqual(['one.jsonl'])
    await explorer.handlers['recent:clear']({})
    expect(await listed(explorer)).toEqual([])
  })

  // SPEC recent/root
  it('begin the next start with the root that was chosen last, unless one is named', async () => {
    const home = homeWithOne()
    const dataFolder = tempHome()
    const first = started(dataFolder)
    const before = await firstRoot(first)
    expect(before).toMatchObject({ label: '/nowhere/.codex', exists: false })
    await first.openRoot(home)
    expect(await firstRoot(first)).toEqual({
      rootId: (await firstRoot(first))?.rootId,
      kind: 'home',
      label: home,
      exists: true,
    })
    await first.dispose()

    const next = started(dataFolder)
    expect(await firstRoot(next)).toMatchObject({ label: home, isReopened: true })
    const named = started(dataFolder, { home: '/named', isHomeNamed: true })
    expect(await firstRoot(named)).toMatchObject({ label: '/named', exists: false })
    expect((await listed(named)).map(({ kind, label }) => [kind, label])).toEqual([
      ['root', 'named'],
      ['root', home.slice(home.lastIndexOf('/') + 1)],
    ])

    const { roots } = valueOf(await next.handlers['root:list']({}))
    const ordinary = roots.find(({ label }) => label === '/nowhere/.codex')
    await next.handlers['root:choose']({ rootId: ordinary?.rootId ?? '' })
    await next.dispose()
    expect(await firstRoot(started(dataFolder))).toMatchObject({ label: '/nowhere/.codex' })
  })

  // SPEC recent/web
  it('of a host that keeps none are what was named at its start; it neither reads nor writes the file', async () => {
    const folder = tempHome({ 'one.jsonl': '' })
    const kept = JSON.stringify({
      entries: [{ kind: 'file', path: '/etc/passwd', openedAt: '' }],
      chosenRoot: '/etc',
    })
    const dataFolder = tempHome({ 'recent.json': kept })
    const explorer = createExplorer({
      home: '/nowhere/.codex',
      dataFolder,
      samplesFolder: null,
      host: 'web',
      version: '0',
      spawnWorker: null,
      startPaths: [join(folder, 'one.jsonl')],
    })
    onTestFinished(() => explorer.dispose())
    await explorer.handlers['app:getInfo']({})
    expect((await listed(explorer)).map(({ label }) => label)).toEqual(['one.jsonl'])
    expect(await firstRoot(explorer)).toMatchObject({ label: '/nowhere/.codex' })
    expect(readFileSync(join(dataFolder, 'recent.json'), 'utf8')).toBe(kept)
  })

  // SPEC settings/damaged
  it('that make no sense are set aside, and what fits of them is kept', async () => {
    const dataFolder = tempHome({
      'recent.json': JSON.stringify({
        entries: [{ kind: 'file', path: '/a/b.jsonl', openedAt: '' }, { kind: 'spoon' }],
        chosenRoot: null,
      }),
    })
    const explorer = started(dataFolder)
    const { recents, problems } = valueOf(await explorer.handlers['recent:list']({}))
    expect(recents).toMatchObject([{ label: 'b.jsonl', place: '/a', isMissing: true }])
    expect(problems).toMatchObject([{ code: 'own/damaged' }])
    writeFileSync(join(dataFolder, 'recent.json'), 'nonsense')
    expect(valueOf(await explorer.handlers['recent:list']({})).recents).toEqual([])
  })

  it('are few, and one opening of many files does not push everything out', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `f${String(index)}.jsonl`)
    const folder = tempHome(Object.fromEntries(names.map((name) => [name, ''])))
    const explorer = started(tempHome())
    await explorer.openPaths([folder])
    await explorer.openPaths(names.map((name) => join(folder, name)))
    const labels = (await listed(explorer)).map(({ label }) => label)
    expect(labels.length).toBe(6)
    expect(labels[5]).toBe(folder.slice(folder.lastIndexOf('/') + 1))
    const entry = (path: string) => ({ kind: 'file' as const, path, openedAt: '' })
    const many = names.reduce((file, name) => withRecent(file, [entry(name)]), findRecents({}).value)
    expect(many.entries.length).toBe(mostRecents)
    expect(withRecent(many, [entry('f20.jsonl')]).entries.length).toBe(mostRecents)
  })
})
