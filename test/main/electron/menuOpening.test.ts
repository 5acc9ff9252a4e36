import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createExplorer } from '../../../src/core/explorer'
import type { OpenedFiles } from '../../../src/shared/contract/openedFiles'
import { openChosen } from '../../../src/main/electron/menuOpening'
import { createFakeExplorer } from '../../support/fakeExplorer'
import { repositoryFolder } from '../../support/shared'
import { temporaryFolder } from '../../support/temporaryFolder'
import { err } from '../../../src/shared/result'

describe('openChosen', () => {
  it('tells the page of the root that was chosen in the menu', async () => {
    const samples = path.join(repositoryFolder(), 'resources/samples')
    const folder = await temporaryFolder()
    const explorer = createExplorer({
      home: folder,
      dataFolder: path.join(folder, 'data'),
      samplesFolder: null,
      host: 'test',
      version: '0.1.0',
      spawnWorker: null,
      ports: { choosePaths: () => Promise.resolve([samples]) },
    })
    const heard: OpenedFiles[] = []
    explorer.on('file:opened', (opened) => heard.push(opened))
    await openChosen(explorer, 'root', (opened) => heard.push(opened))
    const roots = await explorer.handlers['root:list']({})
    const root = roots.ok ? roots.value.roots[0] : undefined
    expect(root?.label).toBe(samples)
    expect(heard).toEqual([{ rootId: root?.rootId, fileIds: [], problems: [] }])
    await explorer.dispose()
  })

  it('tells the page why a choice cannot be read, and names the root that stays', async () => {
    const error = {
      code: 'permission-denied',
      message: 'x may not be read.',
      file: 'x',
      hint: 'Ask.',
    } as const
    const heard: OpenedFiles[] = []
    const explorer = createFakeExplorer({ 'file:choose': () => Promise.resolve(err(error)) })
    await openChosen(explorer, 'root', (opened) => heard.push(opened))
    const problem = { code: 'open/permission-denied', severity: 'error', message: 'x may not be read. Ask.' }
    expect(heard).toEqual([{ rootId: 'home', fileIds: [], problems: [{ ...problem, path: 'x' }] }])
  })
})
