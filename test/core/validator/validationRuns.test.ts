import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RunRow, RunState, RunView } from '../../../src/shared/validation/run'
import type { Request } from '../../../src/shared/contract/contract'
import { describeEvidence } from '../../support/evidence'
import { metaLine, rollout, sessionPath, tempHome, uuid } from '../support/tempHome'
import { testExplorer, valueOf } from '../support/testExplorer'

const jobId = 'j'
const view: RunView = { sort: 'order', ascending: true, verdicts: [] }

/** A home with a clean, a damaged, an archived and an empty session. */
function fourSessions(): string {
  return tempHome({
    [sessionPath('2026-03-04T05-06-07', uuid(1))]: rollout(metaLine(uuid(1))),
    [sessionPath('2026-03-05T05-06-07', uuid(2))]: `${rollout(metaLine(uuid(2)))}{"torn`,
    [`archived_sessions/rollout-2026-03-04T05-06-08-${uuid(3)}.jsonl`]: rollout(metaLine(uuid(3))),
    [sessionPath('2026-03-07T05-06-07', uuid(4))]: '',
  })
}

async function runOf(home: string, dataFolder = tempHome()) {
  const { explorer, invoke, homeId } = await testExplorer(home, undefined, dataFolder)
  const run = (scope: Request<'validation:run'>['scope'], runId = 'r') =>
    invoke('validation:run', { runId, jobId, scope })
  const rows = async (wish: Partial<Request<'validation:rows'>> = {}) =>
    valueOf(await invoke('validation:rows', { runId: 'r', view, from: 0, limit: 100, anew: false, ...wish }))
  const all = { kind: 'root', rootId: homeId, archived: 'include' } as const
  return { explorer, invoke, homeId, run, rows, all, dataFolder }
}

const nameOf = ({ path }: RunRow): string => path.slice(-9, -6)

describe('a validation of many files', () => {
  // SPEC runs/order
  it('tells a row for each file, in the order of the paths', async () => {
    const { run, rows, all } = await runOf(fourSessions())
    const state = valueOf(await run(all))
    expect(state).toMatchObject({
      phase: 'done',
      totalFiles: 4,
      doneFiles: 4,
      verdicts: { clean: 2, findings: 0, damaged: 2, unreadable: 0, 'not-checked': 0 },
      problems: [],
      keepsReports: true,
    })
    expect(state.doneBytes).toBe(state.totalBytes)
    const read = await rows()
    expect(read.rows.map((row) => [nameOf(row), row.verdict, row.isArchived])).toEqual([
      ['003', 'clean', true],
      ['001', 'clean', false],
      ['002', 'damaged', false],
      ['004', 'damaged', false],
    ])
    expect(read.rows[2]).toMatchObject({
      index: 2,
      session: uuid(2),
      lineCount: 2,
      counts: { error: 1 },
      nameTime: '2026-03-05T05:06:07',
      place: { lineNumber: 2 },
      problem: null,
    })
  })

  it('leaves archived sessions out where they are not asked for, or takes them alone', async () => {
    const { run, rows, homeId } = await runOf(fourSessions())
    await run({ kind: 'root', rootId: homeId, archived: 'exclude' })
    expect((await rows()).rows.map(nameOf)).toEqual(['001', '002', '004'])
    await run({ kind: 'root', rootId: homeId, archived: 'only' })
    expect((await rows()).rows.map(nameOf)).toEqual(['003'])
  })

  it('checks files that somebody chose, each once', async () => {
    const { run, rows, all } = await runOf(fourSessions())
    await run(all)
    const [first, , third] = (await rows()).rows
    const fileIds = [third?.fileId ?? '', first?.fileId ?? '', third?.fileId ?? '']
    await run({ kind: 'files', fileIds })
    expect((await rows()).rows.map(nameOf)).toEqual(['003', '002'])
  })

  // SPEC runs/window
  it('reads rows by windows, sorted and filtered by verdict', async () => {
    const { run, rows, all } = await runOf(fourSessions())
    await run(all)
    const window = await rows({ from: 1, limit: 2 })
    expect([window.total, window.rows.map(nameOf)]).toEqual([4, ['001', '002']])
    const damaged = await rows({ view: { ...view, verdicts: ['damaged', 'unreadable'] } })
    expect([damaged.total, damaged.rows.map(nameOf)]).toEqual([2, ['002', '004']])
    const bySize = await rows({ view: { ...view, sort: 'size', ascending: false } })
    expect(bySize.rows.map(({ sizeBytes }) => sizeBytes)).toEqual(
      [...bySize.rows.map(({ sizeBytes }) => sizeBytes)].sort((a, b) => b - a),
    )
    const byTime = await rows({ view: { ...view, sort: 'time', ascending: false } })
    expect(byTime.rows.map(nameOf)).toEqual(['004', '002', '003', '001'])
    expect((await rows({ view: { ...view, verdicts: ['unreadable'] } })).rows).toEqual([])
  })

  // SPEC runs/unreadable
  it('keeps a row for a file that is gone, with the reason', async () => {
    const home = fourSessions()
    const { run, rows, all } = await runOf(home)
    await run(all)
    const row = (await rows()).rows[1]
    rmSync(join(home, row?.path ?? ''))
    valueOf(await run({ kind: 'files', fileIds: [row?.fileId ?? ''] }))
    expect((await rows()).rows).toMatchObject([{ verdict: 'unreadable', problem: { code: 'not-found' } }])
  })

  // SPEC runs/unreadable
  it.skipIf(process.platform !== 'linux')('counts a file whose name is not UTF-8 as not read', async () => {
    const home = fourSessions()
    for (const name of ['rollout-\xff.jsonl', 'note-\xff.txt']) {
      writeFileSync(Buffer.from(join(home, 'sessions', name), 'latin1'), 'x')
    }
    const { run, rows, all } = await runOf(home)
    expect(valueOf(await run(all))).toMatchObject({
      totalFiles: 5,
      doneFiles: 5,
      verdicts: { unreadable: 1 },
      problemCount: 1,
    })
    expect((await rows({ view: { ...view, verdicts: ['unreadable'] } })).rows).toMatchObject([
      { fileId: null, path: 'sessions/rollout-\ufffd.jsonl', problem: { code: 'name-not-utf8' } },
    ])
  })

  it('tells of folders that could not be listed', async () => {
    const home = tempHome()
    rmSync(home, { recursive: true })
    const { run, all } = await runOf(home)
    expect(valueOf(await run(all))).toMatchObject({ totalFiles: 0, problemCount: 1, phase: 'done' })
  })

  // SPEC runs/cancel
  it('ends as cancelled, and counts what was not checked', async () => {
    const { explorer, run, rows, all, invoke } = await runOf(fourSessions())
    const heard: RunState[] = []
    explorer.on('validation:progressed', (state) => {
      heard.push(state)
      void invoke('job:cancel', { jobId })
    })
    const state = valueOf(await run(all))
    expect(heard.length).toBeGreaterThan(0)
    expect(state).toMatchObject({
      phase: 'cancelled',
      totalFiles: 4,
      verdicts: { 'not-checked': 4 },
      homes: [{ notChecked: ['the home as a whole: the validation was cancelled before'] }],
    })
    expect((await rows()).rows.map(({ verdict }) => verdict)).toEqual(Array(4).fill('not-checked'))
  })

  it('is forgotten with its reports when it is dropped, and when its client leaves', async () => {
    const { explorer, run, invoke, all, dataFolder } = await runOf(fourSessions())
    await run(all)
    const folder = join(dataFolder, 'runs')
    const kept = () => readdirSync(folder).flatMap((process) => readdirSync(join(folder, process)))
    expect(kept()).toHaveLength(1)
    await invoke('validation:drop', { runId: 'r' })
    expect(kept()).toEqual([])
    expect(
      await invoke('validation:rows', { runId: 'r', view, from: 0, limit: 1, anew: false }),
    ).toMatchObject({
      ok: false,
      error: { code: 'not-granted' },
    })
    const other = explorer.connect()
    await other.handlers['validation:run']({ runId: 'o', jobId, scope: all })
    expect(kept()).toHaveLength(1)
    expect(await invoke('validation:drop', { runId: 'o' })).toMatchObject({ ok: true })
    expect(kept()).toHaveLength(1)
    other.leave()
    expect(kept()).toEqual([])
    await run(all)
    await explorer.dispose()
    expect(readdirSync(folder)).toEqual([])
  })

  it('holds the last few runs of a client', async () => {
    const { run, invoke, all } = await runOf(fourSessions())
    for (const runId of ['1', '2', '3', '4', '5']) await run(all, runId)
    const held = async (runId: string) =>
      (await invoke('validation:rows', { runId, view, from: 0, limit: 1, anew: false })).ok
    expect([await held('1'), await held('2'), await held('5')]).toEqual([false, true, true])
  })
})

describe('the report of a validation', () => {
  async function exported(format: 'text' | 'json' | 'jsonl') {
    const home = fourSessions()
    const parts = await runOf(home)
    const state = valueOf(await parts.run(parts.all))
    const place = tempHome()
    const { destinationId } = parts.explorer.addExportDestination(place)
    const write = (fileName: string, to = destinationId) =>
      parts.invoke('validation:export', { runId: 'r', format, destinationId: to, fileName, jobId: 'w' })
    return { ...parts, home, state, place, write }
  }

  // SPEC runs/export
  it('is a new file with the reports of all files in the order of the run', async () => {
    const { home, place, write, rows } = await exported('json')
    const before = await describeEvidence(home)
    const written = valueOf(await write('report.json'))
    const bytes = readFileSync(join(place, 'report.json'))
    expect(written).toEqual({
      label: join(place, 'report.json'),
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    const document = JSON.parse(bytes.toString()) as {
      files: { path: string; verdict: string }[]
      summary: object
    }
    expect(document.files.map(({ path, verdict }) => [path, verdict])).toEqual(
      (await rows()).rows.map(({ path, verdict }) => [path, verdict]),
    )
    expect(document.summary).toMatchObject({ files: 4, verdicts: { clean: 2, damaged: 2 } })
    expect(readdirSync(place)).toEqual(['report.json'])
    expect(await describeEvidence(home)).toEqual(before)
  })

  // SPEC runs/export, report/deterministic
  it('is the same twice, and replaces nothing', async () => {
    const { place, write } = await exported('jsonl')
    await write('a')
    await write('b')
    expect(readFileSync(join(place, 'b'))).toEqual(readFileSync(join(place, 'a')))
    expect(await write('a')).toMatchObject({ ok: false, error: { code: 'exists' } })
    expect(readdirSync(place)).toEqual(['a', 'b'])
  })

  it('is refused among the evidence, and under a name that leads elsewhere', async () => {
    const { explorer, home, write, place } = await exported('text')
    const inside = explorer.addExportDestination(join(home, 'sessions')).destinationId
    expect(await write('report.txt', inside)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(await write('../report.txt')).toMatchObject({ ok: false, error: { code: 'bad-request' } })
    expect(existsSync(join(home, 'sessions', 'report.txt'))).toBe(false)
    expect(readdirSync(place)).toEqual([])
  })

  // SPEC report/no-file
  it('names what could not be listed, and of opened files what was opened', async () => {
    const home = fourSessions()
    symlinkSync(home, join(home, 'sessions', 'elsewhere'))
    const { explorer, invoke, run } = await runOf(tempHome())
    const { opened } = await explorer.openPaths([home])
    valueOf(await run({ kind: 'root', rootId: opened.rootId, archived: 'include' }))
    const { destinationId } = explorer.addExportDestination(tempHome())
    const { label } = valueOf(
      await invoke('validation:export', {
        runId: 'r',
        format: 'json',
        destinationId,
        fileName: 'r.json',
        jobId: 'w',
      }),
    )
    expect(JSON.parse(readFileSync(label, 'utf8'))).toMatchObject({
      examined: ['opened files', basename(home)],
      cancelled: false,
      files: [{}, {}, {}, {}, { verdict: null, error: { code: 'link-not-followed' } }],
      summary: { files: 4, noFiles: 1 },
    })
  })

  // SPEC runs/cancel, runs/export
  it('says of a cancelled run what was not checked', async () => {
    const home = fourSessions()
    const { explorer, invoke, run, all } = await runOf(home)
    explorer.on('validation:progressed', () => void invoke('job:cancel', { jobId }))
    await run(all)
    const place = tempHome()
    const { destinationId } = explorer.addExportDestination(place)
    valueOf(
      await invoke('validation:export', {
        runId: 'r',
        format: 'json',
        destinationId,
        fileName: 'r.json',
        jobId: 'w',
      }),
    )
    const document = JSON.parse(readFileSync(join(place, 'r.json'), 'utf8')) as { files: object[] }
    expect(document.files).toHaveLength(4)
    expect(document).toMatchObject({
      examined: [home],
      cancelled: true,
      homes: [{ path: '.', notChecked: ['the home as a whole: the validation was cancelled before'] }],
      summary: { files: 4, notChecked: 4, verdicts: { unreadable: 0 } },
    })
    expect(document.files[0]).toMatchObject({ verdict: 'not-checked', error: { code: 'cancelled' } })
  })
})
