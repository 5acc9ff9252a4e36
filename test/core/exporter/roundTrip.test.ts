import { cpSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeEvidence } from '../../support/evidence'
import { sharedFolder } from '../../support/shared'
import { metaLine, rollout, sessionPath, tempHome, userLine, uuid } from '../support/tempHome'
import { testExplorer, valueOf } from '../support/testExplorer'
import { zstdFrame } from '../support/zstdFrame'
import { checkSums, exportHome, filesIn, hasSha256sum, namesIn, recordOf, sha256 } from './support'

const plain = sessionPath('2026-03-04T05-06-07', uuid(1))
const torn = sessionPath('2026-03-04T05-06-08', uuid(2))
const packed = `archived_sessions/rollout-2026-03-04T05-06-09-${uuid(3)}.jsonl.zst`
const text = rollout(metaLine(uuid(3)), userLine('compressed'))

function modified(folder: string): number {
  return Number(statSync(join(folder, plain), { bigint: true }).mtimeNs % 1_000_000_000_000n)
}

function smallHome(): string {
  return tempHome({
    [plain]: rollout(metaLine(uuid(1)), userLine('a')),
    [torn]: `${metaLine(uuid(2))}\n{"torn`,
    [packed]: zstdFrame(text),
    'session_index.jsonl': rollout(JSON.stringify({ id: uuid(1), thread_name: 'n' })),
  })
}

describe('an export of originals', () => {
  // SPEC export/original
  it('holds every file byte for byte under its own path, with its time of modification', async () => {
    const home = smallHome()
    utimesSync(join(home, plain), new Date('2026-01-02T03:04:05.678Z'), new Date('2026-01-02T03:04:05.678Z'))
    const before = await describeEvidence(home)
    const { result, folder, place } = await exportHome(home, 'original')
    const files = filesIn(folder)
    expect([...files.keys()]).toEqual([packed, 'manifest.sha256', 'selection.json', plain, torn])
    for (const path of [plain, torn, packed]) {
      expect(files.get(path)?.equals(readFileSync(join(home, path)))).toBe(true)
    }
    expect(Math.abs(modified(folder) - modified(home))).toBeLessThan(1000)
    expect(valueOf(result)).toEqual({
      label: folder,
      sessions: 3,
      files: 3,
      bytes: [plain, torn, packed].reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0),
      manifestSha256: sha256(files.get('manifest.sha256') ?? Buffer.of()),
    })
    expect(namesIn(place)).toEqual(['out'])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, plain)).mode & 0o777).toBe(0o600)
    expect(await describeEvidence(home)).toEqual(before)
  })

  // SPEC export/record
  it('records what was chosen, what each file was, and what a compressed one holds', async () => {
    const home = smallHome()
    utimesSync(join(home, packed), new Date('2026-01-02T03:04:05Z'), new Date('2026-01-02T03:04:05Z'))
    const { folder } = await exportHome(home, 'original', { query: { archived: 'only' } })
    const record = recordOf(folder)
    const stored = readFileSync(join(home, packed))
    expect(record).toMatchObject({
      tool: { name: 'rollscope', version: '0.0.0' },
      format: 'original',
      selection: {
        kind: 'query',
        root: home,
        order: 'by time created, newest first',
        query: { archived: 'only' },
      },
      leftOut: [{ reason: 'not-archived', count: 2, paths: [] }],
      counts: { listed: 3, hidden: 2, selected: 1, leftOutAsUnreadable: 0, exported: 1, files: 1 },
    })
    expect(record.sessions).toEqual([
      {
        id: uuid(3),
        path: packed,
        origin: 'file',
        base: null,
        modifiedAt: '2026-01-02T03:04:05.000Z',
        sizeBytes: stored.length,
        sha256: sha256(stored),
        contentBytes: Buffer.byteLength(text),
        contentSha256: sha256(Buffer.from(text)),
        output: packed,
        isRenamed: false,
        outputBytes: stored.length,
        outputSha256: sha256(stored),
        problems: [],
      },
    ])
  })

  it('records the hash of the very bytes, also where the last line of a file is open', async () => {
    const home = smallHome()
    const stored = sha256(readFileSync(join(home, torn)))
    for (const format of ['original', 'jsonl', 'markdown'] as const) {
      const { sessions } = recordOf((await exportHome(home, format)).folder)
      const session = sessions.find(({ path }) => path === torn)
      expect([format, session?.sha256, session?.contentSha256]).toEqual([format, stored, stored])
    }
  })

  // SPEC export/manifest
  it.skipIf(!hasSha256sum)('is verified by sha256sum, which finds one flipped byte', async () => {
    const { folder } = await exportHome(smallHome(), 'original')
    expect(checkSums(folder)).toMatchObject({ isFine: true })
    const victim = join(folder, torn)
    const bytes = readFileSync(victim)
    bytes[5] = (bytes[5] ?? 0) ^ 1
    writeFileSync(victim, bytes)
    const { isFine, said } = checkSums(folder)
    expect(isFine).toBe(false)
    expect(said).toContain(`${torn}: FAILED`)
    expect(said.match(/FAILED/g)?.length).toBe(1)
  })

  // SPEC export/manifest
  it('lists every file but the manifest itself', async () => {
    const { folder } = await exportHome(smallHome(), 'original')
    const files = filesIn(folder)
    const listed = String(files.get('manifest.sha256')).trimEnd().split('\n')
    const expected = [...files]
      .filter(([name]) => name !== 'manifest.sha256')
      .map(([name, bytes]) => `${sha256(bytes)}  ${name}`)
    expect([...listed].sort()).toEqual(expected.sort())
    expect(listed.at(-1)).toMatch(/ selection\.json$/)
  })

  // SPEC export/atomic
  it('leaves what exists as it is', async () => {
    const home = smallHome()
    const first = await exportHome(home, 'original')
    const { explorer, invoke } = await testExplorer(home)
    const { destinationId } = explorer.addExportDestination(first.place)
    const before = await describeEvidence(first.place)
    const again = await invoke('export:checkTarget', { destinationId, folderName: 'out' })
    expect(again).toMatchObject({ ok: false, error: { code: 'exists' } })
    expect(await describeEvidence(first.place)).toEqual(before)
  })
})

describe('a plan', () => {
  // SPEC export/plan
  it('says what and how much, and what is left out and why', async () => {
    const home = smallHome()
    writeFileSync(join(home, `${plain}.zst`), zstdFrame('x\n'))
    const { plan } = await exportHome(home, 'csv', { query: { archived: 'exclude', query: uuid(1) } })
    expect(plan).toMatchObject({
      order: 'by time created, newest first',
      counts: { listed: 3, hidden: 2, selected: 1 },
      sourceBytes: statSync(join(home, plain)).size,
      files: [{ path: plain, sizeBytes: statSync(join(home, plain)).size }],
      blockers: [],
      leftOut: [
        { reason: 'archived', count: 1, paths: [] },
        { reason: 'filter', count: 1, paths: [] },
        { reason: 'compressed-copy', count: 1, paths: [`${plain}.zst`] },
      ],
    })
  })

  it('takes files that were chosen, each once, in the order in which they were', async () => {
    const home = smallHome()
    const { explorer, invoke } = await testExplorer(home)
    const { entries } = await explorer.openPaths([join(home, torn), join(home, plain), join(home, torn)])
    const fileIds = entries.map(({ fileId }) => fileId)
    const plan = valueOf(
      await invoke('export:plan', {
        selection: { kind: 'files', fileIds, chosenBy: 'filter', filterText: 'tide', listed: 9 },
        jobId: 'p',
      }),
    )
    expect(plan.files.map(({ path }) => path)).toEqual([torn, plain].map((path) => path.split('/').at(-1)))
    expect(plan).toMatchObject({
      counts: { listed: 9, hidden: 7, selected: 2 },
      leftOut: [{ reason: 'filter', count: 7 }],
    })
  })

  it('is refused for an id that names nothing, and for nothing at all', async () => {
    const { explorer, invoke, homeId } = await testExplorer(tempHome({ 'sessions/x/note.txt': '' }))
    const files = { kind: 'files' as const, chosenBy: 'marks' as const, fileIds: ['gone'] }
    expect(await invoke('export:plan', { selection: files, jobId: 'p' })).toMatchObject({
      ok: false,
      error: { code: 'not-granted' },
    })
    const query = { kind: 'query', rootId: homeId, query: {} } as const
    const { planId } = valueOf(await invoke('export:plan', { selection: query, jobId: 'p' }))
    const place = tempHome()
    const { destinationId } = explorer.addExportDestination(place)
    const run = { planId, format: 'csv', destinationId, folderName: 'x', jobId: 'r' } as const
    expect(await invoke('export:run', run)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await invoke('export:run', { ...run, planId: 'gone' })).toMatchObject({ ok: false })
    expect(await invoke('export:run', { ...run, destinationId: 'gone' })).toMatchObject({ ok: false })
    expect(namesIn(place)).toEqual([])
  })
})

const shared = sharedFolder()
const corpora = [
  'codex/0.169.0/home',
  'codex/0.169.0/home-zst',
  'codex/0.169.0/home-zst-torn',
  'codex',
  'field',
  'defects/cases',
]

describe.skipIf(shared === null)('the corpus', () => {
  // SPEC export/original, export/manifest
  it.each(corpora)('is exported byte for byte: %s', { timeout: 60_000 }, async (below) => {
    const home = tempHome()
    cpSync(join(shared ?? '', 'corpus', below), join(home, 'sessions'), { recursive: true })
    const before = await describeEvidence(home)
    const { result, folder } = await exportHome(home, 'original')
    const record = recordOf(folder)
    expect(record.sessions.length).toBe(valueOf(result).sessions)
    expect(record.sessions.length).toBeGreaterThan(0)
    for (const { path, output, sha256: hash, isRenamed } of record.sessions) {
      const original = readFileSync(join(home, path))
      expect(readFileSync(join(folder, output ?? '')).equals(original), path).toBe(true)
      expect({ hash, output }).toEqual({ hash: sha256(original), output: isRenamed ? output : path })
    }
    if (hasSha256sum) expect(checkSums(folder)).toMatchObject({ isFine: true })
    expect(await describeEvidence(home)).toEqual(before)
  })
})
