import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeExportDisk, type ExportDisk } from '../../../src/core/exporter/exportDisk'
import { CancelFlag } from '../../../src/core/jobs/task'
import { nodeFileSystem, type FileSystem } from '../../../src/core/platform/fileSystem'
import { describeEvidence } from '../../support/evidence'
import { metaLine, rollout, sessionPath, tempHome, userLine, uuid } from '../support/tempHome'
import { testExplorer, valueOf } from '../support/testExplorer'
import { exportHome, exportOne, filesIn, namesIn, queryOf, recordOf } from './support'

const path = sessionPath('2026-03-04T05-06-07', uuid(1))

function oneSession(): string {
  return join(tempHome({ 'a.jsonl': rollout(metaLine(uuid(1)), userLine('x'.repeat(400_000))) }), 'a.jsonl')
}

function failing(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code })
  }
}

/** Exports with something that fails; nothing may be left, and the error has to be the named one. */
async function check(
  more: {
    readonly disk?: Partial<ExportDisk>
    readonly fileSystem?: Partial<FileSystem>
    readonly cancel?: CancelFlag
  },
  code: string,
): Promise<void> {
  const source = oneSession()
  const before = await describeEvidence(join(source, '..'))
  const { result, place } = await exportOne(source, 'original', more)
  expect(result).toMatchObject({ ok: false, error: { code } })
  expect(namesIn(place)).toEqual([])
  expect(await describeEvidence(join(source, '..'))).toEqual(before)
}

describe('an export that fails', () => {
  // SPEC export/atomic
  it.each([
    ['a full disk', { write: failing('ENOSPC') }, 'no-space'],
    ['a quota', { write: failing('EDQUOT') }, 'no-space'],
    ['a disk error', { write: failing('EIO') }, 'io'],
    ['a disk that takes nothing', { write: () => 0 }, 'io'],
    ['a sync that fails', { sync: failing('EIO') }, 'io'],
    ['a sync of folders that fails', { syncFolder: failing('EIO') }, 'io'],
    ['a close that fails', { close: failing('EIO') }, 'io'],
    ['a file that cannot be made', { create: failing('EACCES') }, 'permission-denied'],
    ['a folder that cannot be made', { makeFolder: failing('EROFS') }, 'permission-denied'],
    ['a rename that fails', { rename: failing('EXDEV') }, 'io'],
  ])('by %s says so and leaves nothing', async (_, disk, code) => {
    await check({ disk }, code)
  })

  it('at the very last step leaves nothing under its name', async () => {
    const place = tempHome()
    const disk = {
      syncFolder: (folder: string) => {
        if (folder === place) failing('EIO')()
      },
    }
    const { result } = await exportOne(oneSession(), 'original', { disk, place })
    expect(result).toMatchObject({ ok: false, error: { code: 'io' } })
    expect(namesIn(place)).toEqual([])
  })

  it('says where the draft is when it cannot be removed', async () => {
    const disk = { write: failing('ENOSPC'), removeDraft: failing('EBUSY') }
    const { result, place } = await exportOne(oneSession(), 'original', { disk })
    expect(result).toMatchObject({ ok: false, error: { code: 'no-space' } })
    if (!result.ok)
      expect(result.error.hint).toContain(join(place, '.out.rollscope-0123456789abcdef.partial'))
  })

  it('does not fail by a disk that takes little at a time', async () => {
    const disk = {
      write: (descriptor: number, bytes: Uint8Array, offset: number, length: number) =>
        nodeExportDisk.write(descriptor, bytes, offset, Math.min(length, 7_001)),
    }
    const source = oneSession()
    const { result, place } = await exportOne(source, 'original', { disk })
    expect(result.ok).toBe(true)
    expect(filesIn(join(place, 'out')).get('a.jsonl')?.equals(readFileSync(source))).toBe(true)
  })

  it.each([
    ['an error of the source', { read: failing('EIO') }, 'io'],
    ['a source that ends early', { read: () => 0 }, 'changed'],
    ['a source that is gone', { open: failing('ENOENT') }, 'not-found'],
    ['a source that may not be read', { open: failing('EACCES') }, 'permission-denied'],
  ])('by %s says so and leaves nothing', async (_, fileSystem, code) => {
    await check({ fileSystem }, code)
  })

  // SPEC export/unchanged
  it.each<[string, (source: string) => void]>([
    [
      'grows',
      (source) => {
        appendFileSync(source, 'x')
      },
    ],
    [
      'is rewritten with the same size',
      (source) => {
        writeFileSync(source, readFileSync(source))
      },
    ],
    [
      'is replaced',
      (source) => {
        writeFileSync(`${source}.new`, 'x')
        renameSync(`${source}.new`, source)
      },
    ],
    [
      'is deleted',
      (source) => {
        rmSync(source)
      },
    ],
  ])('because a source %s while it is read', async (_, change) => {
    const source = oneSession()
    let reads = 0
    const fileSystem = {
      read: (...args: Parameters<FileSystem['read']>) => {
        reads += 1
        if (reads === 3) change(source)
        return nodeFileSystem.read(...args)
      },
    }
    const { result, place } = await exportOne(source, 'original', { fileSystem })
    expect(result).toMatchObject({ ok: false, error: { code: 'changed' } })
    expect(namesIn(place)).toEqual([])
  })

  // A number that is closed twice may be another worker's file by then.
  it('closes every file once, also at the very last step', async () => {
    const place = tempHome()
    const open: number[] = []
    const disk = {
      create: (path: string) => {
        const descriptor = nodeExportDisk.create(path)
        open.push(descriptor)
        return descriptor
      },
      close: (descriptor: number) => {
        expect(open.splice(open.indexOf(descriptor), 1)).toEqual([descriptor])
        nodeExportDisk.close(descriptor)
      },
      rename: failing('EXDEV'),
    }
    const { result } = await exportOne(oneSession(), 'original', { disk, place })
    expect(result.ok).toBe(false)
    expect(open).toEqual([])
  })

  it('because it was cancelled', async () => {
    const cancel = new CancelFlag()
    const disk = {
      write: (...args: Parameters<ExportDisk['write']>) => {
        cancel.cancel()
        return nodeExportDisk.write(...args)
      },
    }
    await check({ disk, cancel }, 'cancelled')
  })

  it('because it was cancelled does not wait for the disk to have what goes away', async () => {
    const cancel = new CancelFlag()
    let synced = 0
    const disk = {
      write: (...args: Parameters<ExportDisk['write']>) => {
        cancel.cancel()
        return nodeExportDisk.write(...args)
      },
      sync: () => {
        synced += 1
      },
    }
    const source = join(tempHome({ 'a.jsonl': rollout(userLine('x'.repeat(5_000_000))) }), 'a.jsonl')
    for (const format of ['original', 'jsonl'] as const) {
      const { result } = await exportOne(source, format, { disk, cancel })
      expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    }
    expect(synced).toBe(0)
  })

  // SPEC export/atomic
  it('because something took its name meanwhile, leaves that alone', async () => {
    for (const make of [
      (target: string) => {
        mkdirSync(target)
        writeFileSync(join(target, 'mine'), 'x')
      },
      (target: string) => {
        writeFileSync(target, 'mine')
      },
      (target: string) => {
        symlinkSync('/nowhere', target)
      },
    ]) {
      const place = tempHome()
      const target = join(place, 'out')
      const disk = {
        sync: (descriptor: number) => {
          nodeExportDisk.sync(descriptor)
          if (namesIn(place).length === 1) make(target)
        },
      }
      const { result } = await exportOne(oneSession(), 'original', { disk, place })
      expect(result).toMatchObject({ ok: false, error: { code: 'exists' } })
      expect(namesIn(place)).toEqual(['out'])
      if (existsSync(join(target, 'mine'))) expect(namesIn(target)).toEqual(['mine'])
    }
  })
})

/** The real file system, on a system with these mounts. */
function withMounts(text: string): FileSystem {
  const file = join(tempHome({ mountinfo: text }), 'mountinfo')
  return {
    ...nodeFileSystem,
    open: (opened) => nodeFileSystem.open(opened === '/proc/self/mountinfo' ? file : opened),
  }
}

describe('what cannot be read', () => {
  // SPEC export/unreadable
  it('stops an export until it is left out, which is recorded', async () => {
    const home = tempHome({
      [path]: rollout(metaLine(uuid(1))),
      [sessionPath('2026-03-04T05-06-08', uuid(2))]: 'x\n',
    })
    const other = join(home, sessionPath('2026-03-04T05-06-08', uuid(2)))
    const { explorer, invoke, homeId } = await testExplorer(home, {
      ...nodeFileSystem,
      open: (file) => (file === other ? failing('EACCES')() : nodeFileSystem.open(file)),
    })
    const place = tempHome()
    const { destinationId } = explorer.addExportDestination(place)
    const plan = valueOf(await invoke('export:plan', { selection: queryOf(homeId), jobId: 'p' }))
    expect(plan).toMatchObject({ blockerCount: { file: 1, place: 0 }, counts: { selected: 2 } })
    const run = {
      planId: plan.planId,
      format: 'original',
      destinationId,
      folderName: 'out',
      jobId: 'r',
    } as const
    expect(await invoke('export:run', run)).toMatchObject({ ok: false, error: { code: 'permission-denied' } })
    expect(namesIn(place)).toEqual([])
    expect(valueOf(await invoke('export:run', { ...run, leaveOutUnreadable: true }))).toMatchObject({
      sessions: 1,
    })
    const record = recordOf(join(place, 'out'))
    expect(record.counts).toMatchObject({ selected: 2, leftOutAsUnreadable: 1, exported: 1 })
    expect(record.leftOut).toEqual([
      { reason: 'unreadable', count: 1, paths: [sessionPath('2026-03-04T05-06-08', uuid(2))] },
    ])
    const table = await invoke('export:run', { ...run, format: 'csv', folderName: 'table' })
    expect(valueOf(table)).toMatchObject({ sessions: 2 })
    expect(String(filesIn(join(place, 'table')).get('sessions.csv'))).toContain(
      'error list/permission-denied',
    )
  })

  it('is a folder, too: nobody knows what is in it', async () => {
    const home = tempHome({ [path]: rollout(metaLine(uuid(1))), 'sessions/closed/a.jsonl': '' })
    const closed = join(home, 'sessions/closed')
    const fileSystem: FileSystem = {
      ...nodeFileSystem,
      list: (folder) => (folder === closed ? failing('EACCES')() : nodeFileSystem.list(folder)),
    }
    const { plan, result } = await exportHome(home, 'csv', { fileSystem })
    expect(plan.blockerCount).toEqual({ file: 0, place: 1 })
    expect(result).toMatchObject({ ok: false, error: { code: 'permission-denied' } })
  })
})

describe('a target', () => {
  // SPEC export/target
  it('is refused where a part of what is examined is mounted', async () => {
    const home = tempHome({ [path]: rollout(metaLine(uuid(1))) })
    const mounted = tempHome({ 'in it/keep': '' })
    const mounts = `1 0 8:1 / / rw - ext4 /dev/a rw\n2 1 8:1 ${home}/sessions/2026 ${mounted} rw - ext4 /dev/a rw\n`
    const { explorer, invoke } = await testExplorer(home, withMounts(mounts))
    const check = async (folder: string): Promise<string> => {
      const { destinationId } = explorer.addExportDestination(folder)
      const answer = await invoke('export:checkTarget', { destinationId, folderName: 'out' })
      return answer.ok ? 'fine' : answer.error.code
    }
    expect(await check(join(mounted, 'in it'))).toBe('forbidden')
    expect(await check(mounted)).toBe('forbidden')
    expect(await check(tempHome())).toBe('fine')
  })

  // SPEC export/target
  it('is not a CODEX_HOME that does not exist yet', async () => {
    const place = tempHome()
    const { explorer, invoke } = await testExplorer(join(place, 'codex'))
    const { destinationId } = explorer.addExportDestination(place)
    const request = { destinationId, folderName: 'codex' }
    expect(await invoke('export:checkTarget', request)).toMatchObject({ error: { code: 'forbidden' } })
    expect(await invoke('export:checkTarget', { ...request, folderName: 'other' })).toMatchObject({
      ok: true,
    })
  })

  // SPEC export/atomic
  it('has the unfinished exports beside it named', async () => {
    const draft = `.out.rollscope-${'0'.repeat(16)}.partial`
    const place = tempHome({ [`${draft}/selection.json`]: '{', 'a.partial/b': '' })
    const { explorer, invoke } = await testExplorer(tempHome())
    const { destinationId } = explorer.addExportDestination(place)
    const checked = await invoke('export:checkTarget', { destinationId, folderName: 'out' })
    expect(checked).toEqual({ ok: true, value: { label: join(place, 'out'), unfinished: [draft] } })
    expect(namesIn(place)).toEqual([draft, 'a.partial'])
  })

  // SPEC export/target
  it('is refused inside of what is examined, however it is spelled', async () => {
    const home = tempHome({ [path]: rollout(metaLine(uuid(1))) })
    const dataFolder = tempHome()
    const elsewhere = tempHome({ 'b.jsonl': 'x\n', 'below/keep': '' })
    const { explorer, invoke } = await testExplorer(home, undefined, dataFolder)
    await explorer.openPaths([join(elsewhere, 'b.jsonl')])
    const link = join(tempHome(), 'link')
    symlinkSync(join(home, 'sessions'), link)
    const check = async (folder: string): Promise<string> => {
      const { destinationId } = explorer.addExportDestination(folder)
      const answer = await invoke('export:checkTarget', { destinationId, folderName: 'out' })
      return answer.ok ? 'fine' : answer.error.code
    }
    expect(await check(home)).toBe('forbidden')
    expect(await check(join(home, 'sessions/2026'))).toBe('forbidden')
    expect(await check(`${home}/sessions/../sessions`)).toBe('forbidden')
    expect(await check(link)).toBe('forbidden')
    expect(await check(dataFolder)).toBe('forbidden')
    expect(await check(elsewhere)).toBe('forbidden')
    expect(await check(join(elsewhere, 'below'))).toBe('fine')
    expect(await check(join(elsewhere, 'b.jsonl'))).toBe('not-a-file')
    expect(await check('/no/such')).toBe('not-found')
    expect(await check(tempHome())).toBe('fine')
    const { destinationId } = explorer.addExportDestination(tempHome())
    for (const folderName of ['../x', 'a/b', '..', '']) {
      expect(await invoke('export:checkTarget', { destinationId, folderName })).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      })
    }
  })
})
