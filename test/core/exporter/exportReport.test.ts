import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createReportTask, type ReportRequest } from '../../../src/core/exporter/exportReport'
import { nodeExportDisk, type ExportDisk } from '../../../src/core/exporter/exportDisk'
import { createInlineRunner } from '../../../src/core/jobs/inlineRunner'
import { CancelFlag } from '../../../src/core/jobs/task'
import { nodeFileSystem } from '../../../src/core/platform/fileSystem'
import { SpoolWriter } from '../../../src/core/validator/runs/reportSpool'
import { fakeReport } from '../../support/fakeExplorer'
import { tempHome } from '../support/tempHome'
import { valueOf } from '../support/testExplorer'

/** A disk call that fails as the system would. */
function failing(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code })
  }
}

function request(place: string, name = 'report.json'): ReportRequest {
  const spoolFolder = tempHome()
  const spool = valueOf(SpoolWriter.create(spoolFolder, 0))
  const kept = [valueOf(spool.add(fakeReport)), valueOf(spool.add({ ...fakeReport, session: 'ü' }))]
  spool.close()
  return {
    target: { folder: place, name },
    draftName: `.${name}.rollscope-0123456789abcdef.partial`,
    protectedFolders: [],
    format: 'jsonl',
    head: {
      tool: { name: 'rollscope', version: '1', codex: '0.169', now: null },
      examined: ['home'],
      notes: [],
    },
    entries: [
      ...kept.map((held, index) => ({ path: `f${String(index)}`, kept: held })),
      { path: 'gone', error: { code: 'not-found', message: 'Gone.' }, isFile: true },
    ],
    homes: [],
    cancelled: false,
    spoolFolder,
  }
}

function write(wish: ReportRequest, disk: Partial<ExportDisk> = {}, cancel = new CancelFlag()) {
  const runner = createInlineRunner(nodeFileSystem)
  return runner.run(createReportTask({ ...nodeExportDisk, ...disk }), wish, { cancel })
}

// SPEC runs/export
describe('the report of a run', () => {
  it('is written report by report', async () => {
    const place = tempHome()
    const written = valueOf(await write(request(place)))
    const lines = readFileSync(join(place, 'report.json'), 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { path: 'f0', ...fakeReport },
      { path: 'f1', session: 'ü' },
      { path: 'gone', error: { code: 'not-found' } },
      { summary: { files: 3 } },
    ])
    expect(written.label).toBe(join(place, 'report.json'))
    expect(readdirSync(place)).toEqual(['report.json'])
  })

  it.each([
    ['a full disk', { write: failing('ENOSPC') }, 'no-space'],
    ['a disk that takes nothing', { write: () => 0 }, 'io'],
    ['a sync that fails', { sync: failing('EIO') }, 'io'],
    ['a sync of the folder that fails', { syncFolder: failing('EIO') }, 'io'],
    ['a file that cannot be made', { create: failing('EACCES') }, 'permission-denied'],
    ['a name that it cannot get', { link: failing('EPERM'), rename: failing('EXDEV') }, 'io'],
  ])('leaves nothing behind with %s, and says so', async (_, disk, code) => {
    const place = tempHome()
    expect(await write(request(place), disk)).toMatchObject({ ok: false, error: { code } })
    expect(readdirSync(place)).toEqual([])
  })

  it('says what became of what was begun', async () => {
    const place = tempHome()
    const full = { write: failing('ENOSPC') }
    expect(await write(request(place), full)).toMatchObject({
      error: { hint: expect.stringMatching(/Nothing was left behind\.$/) as string },
    })
    const stuck = await write(request(place), { ...full, removeDraft: failing('EACCES') })
    const [draft = ''] = readdirSync(place)
    expect(stuck).toMatchObject({
      error: { code: 'no-space', hint: expect.stringContaining(join(place, draft)) as string },
    })
  })

  it('gets its name on a disk that knows no second names', async () => {
    const place = tempHome()
    valueOf(await write(request(place), { link: failing('EPERM') }))
    expect(readdirSync(place)).toEqual(['report.json'])
  })

  it.each(['EPERM', null])('never takes the place of what appears meanwhile (link: %s)', async (code) => {
    const place = tempHome()
    const taken = join(place, 'report.json')
    const disk = {
      link: (from: string, to: string) => {
        writeFileSync(taken, 'mine')
        if (code !== null) failing(code)()
        nodeExportDisk.link(from, to)
      },
    }
    expect(await write(request(place), disk)).toMatchObject({ ok: false, error: { code: 'exists' } })
    expect(readFileSync(taken, 'utf8')).toBe('mine')
    expect(readdirSync(place)).toEqual(['report.json'])
  })

  it('is not written when it is cancelled', async () => {
    const place = tempHome()
    const cancel = new CancelFlag()
    cancel.cancel()
    expect(await write(request(place), {}, cancel)).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(readdirSync(place)).toEqual([])
  })

  it('is refused when what was kept is not what was written', async () => {
    const place = tempHome()
    const wish = request(place)
    writeFileSync(join(wish.spoolFolder, '0'), 'x'.repeat(10))
    expect(await write(wish)).toMatchObject({ ok: false, error: { code: 'changed' } })
    expect(readdirSync(place)).toEqual([])
  })

  it('needs a folder that is there, and a free name', async () => {
    const place = tempHome()
    mkdirSync(join(place, 'taken'))
    expect(await write(request(place, 'taken'))).toMatchObject({ ok: false, error: { code: 'exists' } })
    expect(await write(request(join(place, 'none')))).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })
})
