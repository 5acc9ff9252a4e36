import {
  appendFileSync,
  closeSync,
  openSync,
  writeSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkHomeTask } from '../../../src/core/home/checkHome'
import { nodeFileSystem, type FileSystem } from '../../../src/core/platform/fileSystem'
import type { Result } from '../../../src/shared/result'
import { HomeReportSchema, type HomeReport } from '../../../src/shared/validation/homeReport'
import { describeEvidence } from '../../support/evidence'
import { metaLine, rollout, sessionPath, tempHome, userLine, uuid } from '../support/tempHome'
import { makeState, type FixtureRow } from './stateFixture'

interface Options {
  readonly fileSystem?: FileSystem
  readonly isCancelled?: () => boolean
  readonly dataFolder?: string
}

async function checkHome(
  path: string,
  { fileSystem = nodeFileSystem, isCancelled = () => false, dataFolder = tempHome() }: Options = {},
): Promise<Result<HomeReport>> {
  const context = { fileSystem, isCancelled, report: () => undefined }
  return checkHomeTask.run({ path, label: 'the home', dataFolder }, context)
}

async function reportOf(home: string, options: Options = {}): Promise<HomeReport> {
  const checked = await checkHome(home, options)
  if (!checked.ok) throw new Error(checked.error.message)
  return HomeReportSchema.parse(checked.value)
}

/** Findings as `rule [files] message`. */
async function findingsOf(home: string): Promise<readonly string[]> {
  const { findings } = await reportOf(home)
  return findings.map(({ rule, files, message }) => `${rule} [${files.join(' ')}] ${message}`)
}

const one = sessionPath('2026-03-04T05-06-07', uuid(1))
const two = sessionPath('2026-03-04T05-06-08', uuid(2))

function session(number: number, more: Readonly<Record<string, unknown>> = {}): string {
  return rollout(metaLine(uuid(number), more), userLine(`hello ${String(number)}`))
}

function indexLine(id: string, thread_name: string): string {
  return JSON.stringify({ id, thread_name, updated_at: '2026-03-04T06:00:00.000000001Z' })
}

/** A row that agrees with `session` of the same number. */
function row(home: string, number: number, path: string, more: FixtureRow = {}): FixtureRow {
  return {
    id: uuid(number),
    rollout_path: join(home, path),
    cwd: '/home/ana/app',
    cli_version: '0.98.0',
    git_sha: 'abc',
    git_branch: 'main',
    ...more,
  }
}

describe('files of one home', () => {
  it('are fine where each is a session of its own, and what was not compared is said', async () => {
    const home = tempHome({ [one]: session(1), [two]: session(2) })
    expect(await reportOf(home)).toEqual({
      path: 'the home',
      findings: [],
      notChecked: ['state_5.sqlite: there is none in this home'],
    })
  })

  // SPEC rule/home/two-files-one-id
  it('may not say that they are the same session', async () => {
    const copy = sessionPath('2026-03-05T01-02-03', uuid(1))
    const home = tempHome({ [one]: session(1), [copy]: session(1) + userLine('and more'), [two]: session(2) })
    const sizes = [session(1).length, session(1).length + userLine('and more').length].map(String)
    expect(await findingsOf(home)).toEqual([
      `home/two-files-one-id [${one} ${copy}] Session "${uuid(1)}" has 2 files: "${one}" (thread, ${sizes[0] ?? ''} bytes), "${copy}" (thread, ${sizes[1] ?? ''} bytes).`,
    ])
  })

  it('are named in a message as far as one can read, and all of them in the finding', async () => {
    const copies = Array.from({ length: 40 }, (_, at) =>
      sessionPath(`2026-03-05T01-02-${String(at + 10)}`, uuid(1)),
    )
    const home = tempHome(Object.fromEntries(copies.map((path) => [path, session(1)])))
    const { findings } = await reportOf(home)
    expect(findings.map(({ files }) => [...files].sort())).toEqual([[...copies].sort()])
    expect(findings[0]?.message).toMatch(
      /^Session "[^"]+" has 40 files: ("[^"]+" \([^)]+\), ){5}and 35 more\.$/,
    )
  })

  it('may say so in a header that another id stands in the name of', async () => {
    const home = tempHome({ [one]: session(1), [two]: session(1) })
    expect((await findingsOf(home)).map((text) => text.split(' ')[0])).toEqual(['home/two-files-one-id'])
  })

  it('may be segments of one thread, and plain beside compressed', async () => {
    const segment = one.replace('.jsonl', `_${uuid(7)}.jsonl`)
    const base = { history_base: { thread_id: uuid(1), end_ordinal_exclusive: 3, end_byte_offset: 9 } }
    const home = tempHome({
      [one]: session(1),
      [segment]: session(1, base),
      [two]: session(2),
      [`${two}.zst`]: 'not looked at',
    })
    expect(await findingsOf(home)).toEqual([])
  })

  it('are named where a segment is there twice', async () => {
    const segment = one.replace('.jsonl', `_${uuid(7)}.jsonl`)
    const again = segment.replace('/04/', '/05/')
    const home = tempHome({ [one]: session(1), [segment]: session(1), [again]: session(1) })
    const found = await reportOf(home)
    expect(found.findings.map(({ rule, files }) => [rule, files])).toEqual([
      ['home/two-files-one-id', [segment, again]],
    ])
  })

  // SPEC rule/home/also-archived
  it('are worth a word where a session is active and archived', async () => {
    const archived = `archived_sessions/rollout-2026-03-04T05-06-07-${uuid(1)}.jsonl`
    const home = tempHome({ [one]: session(1), [archived]: session(1) })
    const size = String(session(1).length)
    expect(await findingsOf(home)).toEqual([
      `home/also-archived [${archived} ${one}] Session "${uuid(1)}" is active and archived: "${archived}" (thread, ${size} bytes, archived), "${one}" (thread, ${size} bytes).`,
    ])
  })
})

describe('the index of names', () => {
  // SPEC rule/home/index-names-missing
  it('may not name what is not there: one finding for all of it', async () => {
    const gone = [11, 12, 13, 14, 15, 16, 17].map((number) =>
      indexLine(uuid(number), `Name ${String(number)}`),
    )
    const home = tempHome({
      [one]: session(1),
      'session_index.jsonl': rollout(
        indexLine(uuid(1), 'Mine'),
        ...gone,
        indexLine(uuid(11), 'Later \u001b[31m name'),
      ),
    })
    const shown = ['"Later \\u001b[31m name"', '"Name 12"', '"Name 13"', '"Name 14"', '"Name 15"']
    const list = shown.map((name, index) => `${name} ("${uuid(11 + index)}")`).join(', ')
    expect(await findingsOf(home)).toEqual([
      `home/index-names-missing [session_index.jsonl] It names 7 sessions of which there is no rollout: ${list}, 2 more.`,
    ])
  })

  // SPEC rule/home/index-damaged
  it('has its damaged lines named by place', async () => {
    const good = indexLine(uuid(1), 'Mine')
    const lines = [good, 'garbage', '', '{"id":"x"}', '42', `${good}${good}`, '{"id":"a\u0000"}']
    const home = tempHome({
      [one]: session(1),
      'session_index.jsonl': `${lines.join('\n')}\n{"id":"${uuid(1)}","thr`,
    })
    const at = (line: number): number => lines.slice(0, line - 1).join('\n').length + 1
    const place = (line: number, bytes: number): string =>
      `home/index-damaged [session_index.jsonl] Line ${String(line)} (${String(bytes)} bytes from byte ${String(at(line))} on)`
    expect(await findingsOf(home)).toEqual([
      `${place(2, 8)} is not JSON.`,
      `${place(4, 11)} is JSON, but has no id and thread_name.`,
      `${place(5, 3)} is JSON, but has no id and thread_name.`,
      `${place(6, good.length * 2 + 1)} holds more than one entry.`,
      `${place(7, 12)} holds NUL bytes.`,
      `${place(8, 49)} breaks off.`,
    ])
  })

  it('that cannot be read is said', async () => {
    const home = tempHome({ [one]: session(1) })
    mkdirSync(join(home, 'session_index.jsonl'))
    expect((await reportOf(home)).notChecked[0]).toMatch(/^session_index\.jsonl: .*is a directory/)
  })
})

describe('the state database', () => {
  it('agrees with the rollouts it was made from, compressed ones too', async () => {
    const home = tempHome({ [one]: session(1), [`${two}.zst`]: session(2) })
    makeState(home, [row(home, 1, one), row(home, 2, two)])
    expect(await reportOf(home)).toEqual({ path: 'the home', findings: [], notChecked: [] })
  })

  // SPEC rule/home/state-differs
  it('may name no rollout that is not there, and lack none', async () => {
    const home = tempHome({ [one]: session(1) })
    makeState(home, [
      row(home, 2, two, { rollout_path: `/home/ana/${two}` }),
      row(home, 3, 'x', { rollout_path: '/etc/passwd\u0007' }),
      row(home, 4, 'x', { rollout_path: `/${'long'.repeat(50)}` }),
    ])
    const cut = `/${'long'.repeat(50)}`.slice(0, 120)
    expect((await findingsOf(home)).filter((text) => text.startsWith('home/state-differs'))).toEqual([
      `home/state-differs [state_5.sqlite] The row of session "${uuid(3)}" names a rollout that is not there: "/etc/passwd\\u0007".`,
      `home/state-differs [state_5.sqlite] The row of session "${uuid(4)}" names a rollout that is not there: "${cut}…".`,
      `home/state-differs [state_5.sqlite] The row of session "${uuid(2)}" names a rollout that is not there: "/home/ana/${two}".`,
      `home/state-differs [state_5.sqlite ${one}] The database has no row for this rollout.`,
    ])
  })

  it('has each difference named, and no secret shown', async () => {
    const address = 'https://ana:hunter2@example.com/a.git'
    const home = tempHome({
      [one]: session(1, { git: { commit_hash: 'abc', branch: 'main', repository_url: address } }),
    })
    makeState(home, [
      row(home, 1, one, {
        archived: 1,
        cwd: '/home/ana/other',
        cli_version: '0.99.0',
        git_branch: 'dev',
        git_origin_url: 'https://ana:hunter3@example.com/a.git',
        history_mode: 'paginated',
        name: 'Mine',
      }),
    ])
    expect(await findingsOf(home)).toEqual([
      `home/state-differs [state_5.sqlite ${one}] The database differs from the rollout: ` +
        [
          'archived: true in the database, false by its folder',
          'cwd: "/home/ana/other" in the database, "/home/ana/app" in the rollout',
          'cli_version: "0.99.0" in the database, "0.98.0" in the rollout',
          'history_mode: "paginated" in the database, "legacy" in the rollout',
          'git branch: "dev" in the database, "main" in the rollout',
          'git address: another one in the database than in the rollout',
          'name: "Mine" in the database, nothing in session_index.jsonl',
        ].join('; ') +
        '.',
    ])
  })

  it('has the name of a legacy session in its title', async () => {
    const index = { 'session_index.jsonl': rollout(indexLine(uuid(1), 'Mine'), indexLine(uuid(2), 'Yours')) }
    const home = tempHome({ [one]: session(1), [two]: session(2), ...index })
    makeState(home, [
      row(home, 1, one, { title: 'Mine' }),
      row(home, 2, two, { title: 'hello 2', name: 'Yours' }),
    ])
    expect(await findingsOf(home)).toEqual([])
  })

  it('needs no row for each segment of a thread', async () => {
    const segment = one.replace('.jsonl', `_${uuid(7)}.jsonl`)
    const home = tempHome({ [one]: session(1), [segment]: session(1) })
    makeState(home, [row(home, 1, segment)])
    expect(await findingsOf(home)).toEqual([])
  })

  // SPEC rule/home/state-elsewhere
  it('of a home that was copied is compared below the path it was made in', async () => {
    const home = tempHome({ [one]: session(1), [two]: session(2) })
    makeState(home, [row('/home/ana/sessions/.codex', 1, one), row('/home/ana/sessions/.codex', 2, two)])
    expect(await findingsOf(home)).toEqual([
      'home/state-elsewhere [state_5.sqlite] 2 of 2 rows lead to "/home/ana/sessions/.codex".',
    ])
    const other = tempHome({ [one]: session(1) })
    const path = `C:\\Users\\ana\\.codex\\${one.replaceAll('/', '\\')}`
    makeState(other, [row(other, 1, one, { rollout_path: path })])
    expect(await findingsOf(other)).toEqual([
      'home/state-elsewhere [state_5.sqlite] 1 of 1 rows lead to "C:/Users/ana/.codex".',
    ])
  })

  // SPEC rule/home/index-names-missing, rule/home/state-differs
  it.skipIf(process.platform === 'win32')('misses nothing that may lie where it could not look', async () => {
    const elsewhere = tempHome({ [one]: session(1) })
    const home = tempHome({ [two]: session(2), 'session_index.jsonl': indexLine(uuid(1), 'x') })
    mkdirSync(join(home, 'sessions', 'more'))
    symlinkSync(join(elsewhere, 'sessions'), join(home, 'sessions', 'more', 'linked'))
    makeState(home, [row(home, 1, 'sessions/more/linked/a.jsonl'), row(home, 2, two)])
    const { findings, notChecked } = await reportOf(home)
    expect(findings).toEqual([])
    expect(notChecked).toEqual([
      expect.stringContaining('sessions/more/linked is a link.'),
      'whether sessions are missing that the index or the database names: not every place could be listed',
    ])
  })

  // SPEC home/copy
  it('is read with its write-ahead log, from a copy that is removed, and nothing of the home changes', async () => {
    const home = tempHome({ [one]: session(1) })
    const open = makeState(home, [row(home, 1, one, { cwd: '/elsewhere' })], { keepsLog: true })
    const dataFolder = tempHome()
    const before = await describeEvidence(home)
    const report = await reportOf(home, { dataFolder })
    expect(await describeEvidence(home)).toEqual(before)
    open.close()
    expect(report.findings.map(({ message }) => message)).toEqual([
      'The database differs from the rollout: cwd: "/elsewhere" in the database, "/home/ana/app" in the rollout.',
    ])
    expect(readdirSync(join(dataFolder, 'state-copies'))).toEqual([])
  })

  it.each([
    [
      'garbage',
      (home: string) => {
        writeFileSync(join(home, 'state_5.sqlite'), 'garbage'.repeat(999))
      },
      /damaged or no database/,
    ],
    [
      'nothing',
      (home: string) => {
        writeFileSync(join(home, 'state_5.sqlite'), '')
      },
      /no table threads/,
    ],
    [
      'a view',
      (home: string) => {
        makeState(home, [], { sql: 'CREATE VIEW threads AS SELECT 1 AS id' })
      },
      /no table threads/,
    ],
    [
      'another table',
      (home: string) => {
        makeState(home, [], { sql: 'CREATE TABLE threads (id TEXT)' })
      },
      /has no rollout_path, archived/,
    ],
    [
      'a folder',
      (home: string) => {
        mkdirSync(join(home, 'state_5.sqlite'))
      },
      /is a directory/,
    ],
    [
      'a link',
      (home: string) => {
        symlinkSync('/etc/passwd', join(home, 'state_5.sqlite'))
      },
      /is a link/,
    ],
    [
      'another generation',
      (home: string) => {
        writeFileSync(join(home, 'state_6.sqlite'), '')
      },
      /state_6\.sqlite is of a form that is not known/,
    ],
  ])('that is %s is said not to be compared', async (_what, make, reason) => {
    const home = tempHome({ [one]: session(1) })
    make(home)
    const report = await reportOf(home)
    expect(report.findings).toEqual([])
    expect(report.notChecked).toEqual([expect.stringMatching(reason)])
  })

  it('of which a piece is damaged is no reason to stop', async () => {
    const home = tempHome({ [one]: session(1) })
    const many = Array.from({ length: 400 }, (_, index) =>
      row(home, index + 10, `sessions/x${String(index)}.jsonl`),
    )
    makeState(home, many)
    const path = join(home, 'state_5.sqlite')
    const bytes = Buffer.alloc(3 * 4096, 0xa5)
    const file = openSync(path, 'r+')
    writeSync(file, bytes, 0, bytes.length, 3 * 4096)
    closeSync(file)
    const report = await reportOf(home)
    expect(report.notChecked).toEqual([expect.stringMatching(/^state_5\.sqlite: it is damaged/)])
  })

  it('that lacks a column is compared by the others, and that is said', async () => {
    const home = tempHome({ [one]: session(1) })
    const sql = 'CREATE TABLE threads (id TEXT, rollout_path TEXT, archived INTEGER, cwd TEXT)'
    makeState(home, [{ id: uuid(1), rollout_path: join(home, one), archived: 0, cwd: '/x' }], { sql })
    const report = await reportOf(home)
    expect(report.findings).toHaveLength(1)
    expect(report.notChecked).toEqual([
      'state_5.sqlite: cli_version, history_mode, git_branch, git_sha, git_origin_url, name, title, which it has no column for',
    ])
  })

  it('that is written to all the time is given up', async () => {
    const home = tempHome({ [one]: session(1) })
    makeState(home, [row(home, 1, one)])
    const path = join(home, 'state_5.sqlite')
    const busy: FileSystem = {
      ...nodeFileSystem,
      read: (descriptor, into, offset, length, position) => {
        if (nodeFileSystem.stat(descriptor).inode === nodeFileSystem.lookAt(path).inode)
          appendFileSync(path, 'x')
        return nodeFileSystem.read(descriptor, into, offset, length, position)
      },
    }
    const dataFolder = tempHome()
    const report = await reportOf(home, { fileSystem: busy, dataFolder })
    expect(report.notChecked).toEqual([expect.stringMatching(/was written to each time/)])
    expect(readdirSync(join(dataFolder, 'state-copies'))).toEqual([])
  })

  it.skipIf(process.getuid?.() === 0)('that may not be read is said', async () => {
    const home = tempHome({ [one]: session(1) })
    makeState(home, [])
    chmodSync(join(home, 'state_5.sqlite'), 0)
    expect((await reportOf(home)).notChecked).toEqual([expect.stringMatching(/may not be read/)])
  })

  it('full of differences fills no report', async () => {
    const home = tempHome({ [one]: session(1) })
    const rows = Array.from({ length: 1_100 }, (_, index) =>
      row(home, index + 10, `sessions/x${String(index)}.jsonl`),
    )
    makeState(home, [...rows, row(home, 1, one)])
    const { findings } = await reportOf(home)
    expect(findings).toHaveLength(1_001)
    expect(findings.at(-1)?.message).toBe('100 more of this kind are not listed.')
  })
})

it('can be cancelled at any time, and leaves nothing behind', async () => {
  const home = tempHome({
    [one]: session(1),
    [two]: session(2),
    'session_index.jsonl': rollout(indexLine(uuid(1), 'a')),
  })
  makeState(home, [row(home, 1, one)])
  const dataFolder = tempHome()
  let finished = false
  for (let asked = 0; !finished; asked += 1) {
    let left = asked
    const answer = await checkHome(home, { dataFolder, isCancelled: () => (left -= 1) < 0 })
    finished = answer.ok
    if (!answer.ok) expect(answer.error.code).toBe('cancelled')
    const copies = join(dataFolder, 'state-copies')
    if (existsSync(copies)) expect(readdirSync(copies)).toEqual([])
  }
})
