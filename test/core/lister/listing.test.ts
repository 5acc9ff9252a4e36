import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem, type FileSystem } from '../../../src/core/platform/fileSystem'
import type { SessionPage } from '../../../src/shared/session/page'
import type { SessionQueryInput } from '../../../src/shared/session/query'
import { sharedFolder } from '../../support/shared'
import { metaLine, rollout, sessionPath, tempHome, userLine, uuid } from '../support/tempHome'
import { testExplorer, valueOf } from '../support/testExplorer'

function session(number: number, message = `message ${String(number)}`): string {
  return rollout(metaLine(uuid(number)), userLine(message))
}

async function list(
  home: string,
  query: SessionQueryInput = {},
  fileSystem: FileSystem = nodeFileSystem,
): Promise<SessionPage> {
  const { invoke, homeId } = await testExplorer(home, fileSystem)
  return valueOf(await invoke('session:list', { rootId: homeId, jobId: 'l', query }))
}

const three = {
  [sessionPath('2026-03-04T05-06-07', uuid(1))]: session(1),
  [sessionPath('2026-03-05T05-06-07', uuid(2))]: session(2),
  [sessionPath('2026-02-01T05-06-07', uuid(3))]: session(3),
  [`archived_sessions/rollout-2026-03-06T05-06-07-${uuid(4)}.jsonl`]: session(4),
}

function ids(page: SessionPage): readonly string[] {
  return page.sessions.map(({ id }) => id?.slice(-1) ?? '?')
}

describe('session:list', () => {
  // SPEC lister/order
  it('lists the newest first, by the time in the name, and archived ones only when asked', async () => {
    const home = tempHome(three)
    expect(ids(await list(home))).toEqual(['2', '1', '3'])
    expect(ids(await list(home, { ascending: true }))).toEqual(['3', '1', '2'])
    expect(ids(await list(home, { archived: 'include' }))).toEqual(['4', '2', '1', '3'])
    expect(ids(await list(home, { archived: 'only' }))).toEqual(['4'])
  })

  // SPEC lister/fields
  it('fills a row from the head of the file', async () => {
    const home = tempHome({
      [sessionPath('2026-03-04T05-06-07', uuid(1))]: rollout(
        metaLine(uuid(1)),
        JSON.stringify({
          timestamp: 't',
          type: 'turn_context',
          payload: { cwd: '/home/ana/app', model: 'gpt-5.1-codex' },
        }),
        userLine('list the files'),
      ),
      'session_index.jsonl': rollout(
        JSON.stringify({ id: uuid(1), thread_name: 'old' }),
        'garbage',
        JSON.stringify({ id: uuid(1), thread_name: 'My session' }),
      ),
    })
    const { sessions, ...page } = await list(home)
    expect(sessions).toEqual([
      {
        fileId: expect.any(String) as string,
        id: uuid(1),
        path: sessionPath('2026-03-04T05-06-07', uuid(1)),
        form: 'jsonl',
        archived: false,
        format: 'legacy',
        era: 'single-policy',
        nameTime: '2026-03-04T05:06:07',
        createdAt: '2026-03-04T05:06:07.000Z',
        updatedAt: expect.any(String) as string,
        sizeBytes: expect.any(Number) as number,
        cwd: '/home/ana/app',
        originator: 'codex_cli_rs',
        cliVersion: '0.98.0',
        source: 'cli',
        modelProvider: 'openai',
        model: 'gpt-5.1-codex',
        gitBranch: 'main',
        gitCommit: 'abc',
        name: 'My session',
        preview: 'list the files',
        links: {
          role: 'thread',
          rolloutId: uuid(1),
          threadRootId: null,
          forkedFromId: null,
          parentThreadId: null,
          baseRolloutId: null,
          copiedFromId: null,
        },
        problems: [],
      },
    ])
    expect(page).toMatchObject({ nextCursor: null, scannedFiles: 1, reachedScanCap: false, problems: [] })
  })

  // SPEC lister/cursor
  it('pages through everything once, also when files come and go between pages', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [
        sessionPath('2026-03-04T05-06-07', uuid(index)),
        session(index),
      ]),
    )
    const home = tempHome(files)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      // A new explorer for each page: a cursor needs no memory of the walk before.
      const page: SessionPage = await list(home, { limit: 4, cursor })
      seen.push(...page.sessions.map(({ path }) => path))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen).toEqual(Object.keys(files).sort().reverse())
  })

  it('pages through several opened places that hold the same names', async () => {
    const homes = [tempHome(three), tempHome(three)]
    const { explorer, invoke } = await testExplorer('/nowhere')
    const { opened, entries } = await explorer.openPaths([
      ...homes,
      join(homes[0] ?? '', Object.keys(three)[0] ?? ''),
    ])
    // A file that lies in an opened folder is one row.
    expect(entries.length).toBe(8)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: SessionPage = valueOf(
        await invoke('session:list', {
          rootId: opened.rootId,
          jobId: 'l',
          query: { limit: 1, cursor, archived: 'include' },
        }),
      )
      seen.push(...page.sessions.map(({ fileId }) => fileId))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(8)
  })

  it('answers that it was cancelled, never a part, and starts afresh after that', async () => {
    const { explorer, invoke, homeId } = await testExplorer(tempHome(three))
    const ask = () => invoke('session:list', { rootId: homeId, jobId: 'l', query: {} })
    const running = ask()
    await explorer.handlers['job:cancel']({ jobId: 'l' })
    const cancelled = await running
    expect(cancelled.ok ? cancelled.value : cancelled.error.code).toBe('cancelled')
    expect(ids(valueOf(await ask()))).toEqual(['2', '1', '3'])
  })

  it('keeps the names of one root from the sessions of another, and forgets old ones', async () => {
    const path = sessionPath('2026-03-04T05-06-07', uuid(1))
    const home = tempHome({
      ...three,
      'session_index.jsonl': rollout(JSON.stringify({ id: uuid(1), thread_name: 'N' })),
    })
    const other = tempHome({ [path]: session(1) })
    const { explorer, invoke, homeId } = await testExplorer(home)
    const names = async (rootId: string) => {
      const { sessions } = valueOf(await invoke('session:list', { rootId, jobId: 'l', query: {} }))
      return sessions.flatMap(({ name }) => name ?? [])
    }
    expect(await names(homeId)).toEqual(['N'])
    const { opened } = await explorer.openPaths([join(other, path)])
    expect(await names(opened.rootId)).toEqual([])
    writeFileSync(join(home, 'session_index.jsonl'), '')
    expect(await names(homeId)).toEqual([])
  })

  it('finds the homes below a folder, and takes their other files for no rollouts', async () => {
    const home = tempHome({
      [`old/${Object.keys(three)[0] ?? ''}`]: session(1),
      'old/session_index.jsonl': rollout('{}'),
      'old/history.jsonl': rollout('{}'),
      'history.jsonl': session(2),
    })
    const { explorer } = await testExplorer('/nowhere')
    const { entries } = await explorer.openPaths([home])
    expect(entries.length).toBe(2)
  })

  it('passes over its own folder, and says so', async () => {
    const home = tempHome({ 'data/copies/x.jsonl': session(9), 'a.jsonl': session(1) })
    const { explorer } = await testExplorer('/nowhere', undefined, join(home, 'data'))
    const { entries, opened } = await explorer.openPaths([home])
    expect([entries.length, opened.problems.map(({ code }) => code)]).toEqual([1, ['list/own-folder']])
  })

  it('keeps that nobody knows where a copy came from', async () => {
    const { explorer, invoke } = await testExplorer('/nowhere')
    const bytes = (async function* () {
      yield await Promise.resolve(Buffer.from(session(1)))
    })()
    const { rootId } = valueOf(await explorer.receiveCopy('a.jsonl', bytes))
    const { sessions } = valueOf(await invoke('session:list', { rootId, jobId: 'l', query: {} }))
    const header = valueOf(await invoke('rollout:open', { fileId: sessions[0]?.fileId ?? '', jobId: 'o' }))
    expect([header.origin, header.name]).toEqual(['copy', 'a.jsonl'])
  })

  it('says that a root is a file, or may not be read', async () => {
    const home = tempHome({ 'a.jsonl': session(1) })
    const asFile = await list(join(home, 'a.jsonl'))
    expect(asFile.problems.map(({ code }) => code)).toEqual(['list/root-not-a-folder'])
    const denied: FileSystem = {
      ...nodeFileSystem,
      list: () => {
        throw Object.assign(new Error('denied'), { code: 'EACCES' })
      },
    }
    expect((await list(home, {}, denied)).problems.map(({ code }) => code)).toEqual([
      'list/unreadable-folder',
    ])
  })

  it('takes any modification time, and says what it knows of a file that it may not read', async () => {
    const home = tempHome(three)
    const odd: FileSystem = {
      ...nodeFileSystem,
      stat: (descriptor) => ({ ...nodeFileSystem.stat(descriptor), modifiedMs: 9e15 }),
      open: (path) => {
        if (path.includes(uuid(1))) throw Object.assign(new Error('denied'), { code: 'EACCES' })
        return nodeFileSystem.open(path)
      },
    }
    const { sessions } = await list(home, {}, odd)
    expect(sessions.map(({ updatedAt, sizeBytes }) => [updatedAt !== null, sizeBytes])).toEqual([
      [false, session(2).length],
      [true, session(1).length],
      [false, session(3).length],
    ])
  })

  it.runIf(process.platform === 'linux')('names a file whose name is not UTF-8 as a problem', async () => {
    const home = tempHome(three)
    writeFileSync(
      Buffer.concat([Buffer.from(join(home, 'sessions/bad-')), Buffer.from([0xff]), Buffer.from('.jsonl')]),
      'x',
    )
    const page = await list(home)
    expect([ids(page), page.problems.map(({ code }) => code)]).toEqual([
      ['2', '1', '3'],
      ['list/name-not-utf8'],
    ])
  })

  it('gives up on a file of very many short lines', async () => {
    const page = await list(tempHome({ 'sessions/a.jsonl': 'x\n'.repeat(200_000) }))
    expect(page.bytesRead).toBeLessThan(50_000)
  })

  it('refuses a time that is none', async () => {
    const { invoke, homeId } = await testExplorer(tempHome(three))
    const answer = await invoke('session:list', { rootId: homeId, jobId: 'l', query: { since: 'yesterday' } })
    expect(answer.ok ? null : answer.error.code).toBe('bad-request')
  })

  it('refuses a cursor of another order, or of its own invention', async () => {
    const { invoke, homeId } = await testExplorer(tempHome(three))
    const ask = async (query: SessionQueryInput) =>
      invoke('session:list', { rootId: homeId, jobId: 'l', query })
    const { nextCursor } = valueOf(await ask({ limit: 1 }))
    for (const query of [
      { cursor: nextCursor, sort: 'size' },
      { cursor: 'abc' },
      { cursor: '5b315d' },
    ] as const) {
      const answer = await ask(query)
      expect(answer.ok ? null : answer.error.code).toBe('bad-request')
    }
  })

  // SPEC lister/hidden
  it('counts what it leaves out, by filter, for the page alone', async () => {
    const home = tempHome({
      ...three,
      [sessionPath('2026-03-07T05-06-07', uuid(5))]: rollout(
        metaLine(uuid(5), { source: 'exec', cwd: '/srv' }),
        userLine('Needle'),
      ),
    })
    expect((await list(home)).hidden).toEqual({ archived: 1, filtered: 0, byFilter: {} })
    expect((await list(home, { archived: 'include' })).hidden.archived).toBe(0)
    expect((await list(home, { archived: 'only' })).hidden.archived).toBe(4)
    expect((await list(home, { source: 'exec', cwd: '/srv' })).hidden).toEqual({
      archived: 1,
      filtered: 3,
      byFilter: { source: 3, cwd: 3 },
    })
    expect((await list(home, { query: 'message', source: 'exec' })).hidden).toEqual({
      archived: 1,
      filtered: 4,
      byFilter: { source: 3, query: 1 },
    })
    const first = await list(home, { query: 'message', limit: 1 })
    expect([ids(first), first.hidden.filtered]).toEqual([['2'], 1])
    const second = await list(home, { query: 'message', limit: 1, cursor: first.nextCursor })
    expect([ids(second), second.hidden.filtered]).toEqual([['1'], 0])
  })

  // SPEC lister/filters
  it('filters by every field of a row, and by text', async () => {
    const home = tempHome({
      ...three,
      [sessionPath('2026-03-07T05-06-07', uuid(5))]: rollout(
        metaLine(uuid(5), {
          source: 'exec',
          cwd: '/srv',
          model_provider: 'azure',
          originator: 'codex_exec',
          cli_version: '0.150.0',
          session_id: uuid(5),
          timestamp: '2026-03-07T00:00:00Z',
        }),
        JSON.stringify({
          timestamp: 't',
          type: 'turn_context',
          payload: { cwd: '/home/ana/app', model: 'gpt-9' },
        }),
        userLine('Needle in a haystack'),
      ),
      'session_index.jsonl': rollout(JSON.stringify({ id: uuid(5), thread_name: 'Tide table' })),
    })
    for (const query of [
      { source: 'exec' },
      { cwd: '/srv/' },
      { provider: 'azure' },
      { originator: 'codex_exec' },
      { version: '0.150.0' },
      { model: 'gpt-9' },
      { era: 'legacy' },
      { name: 'tide' },
      { since: '2026-03-06T00:00:00Z' },
      { query: 'nEEdle' },
    ] as const) {
      expect([query, ids(await list(home, query))]).toEqual([query, ['5']])
    }
    expect(ids(await list(home, { until: '2026-03-06T00:00:00Z', limit: 2 }))).toEqual(['2', '1'])
    expect(ids(await list(home, { form: 'jsonl.zst' }))).toEqual([])
    expect(ids(await list(home, { damaged: true }))).toEqual([])
    expect(ids(await list(home, { damaged: false, limit: 1 }))).toEqual(['5'])
    // A day means all of it.
    expect(ids(await list(home, { since: '2026-03-07', until: '2026-03-07' }))).toEqual(['5'])
  })

  // SPEC lister/damaged
  it('lists damaged sessions with what is wrong', async () => {
    const home = tempHome({
      [sessionPath('2026-03-01T00-00-09', uuid(1))]: '',
      [sessionPath('2026-03-01T00-00-08', uuid(2))]: `\uFEFF${session(2)}`,
      [sessionPath('2026-03-01T00-00-07', uuid(3))]: rollout('oops') + session(3),
      [sessionPath('2026-03-01T00-00-06', uuid(4))]: rollout(userLine('no meta')),
      [sessionPath('2026-03-01T00-00-05', uuid(5))]: `${session(5)}{"timestamp":"20`,
      [sessionPath('2026-03-01T00-00-04', uuid(6))]:
        session(6) +
        rollout(...Array.from({ length: 400 }, () => userLine('x'.repeat(90)))) +
        '\0'.repeat(512),
      'sessions/odd name.jsonl': session(7),
    })
    const { sessions } = await list(home)
    expect(sessions.map(({ problems }) => problems.map(({ code }) => code).join(' '))).toEqual([
      'file/empty',
      'file/bom',
      'line/not-json',
      'meta/missing',
      'line/torn',
      'line/nul',
      '',
    ])
  })

  // SPEC lister/links
  it('follows no links, reports each, and is held by no loop', async () => {
    const outside = tempHome({ 'secret.jsonl': session(9) })
    const home = tempHome(three)
    symlinkSync(join(home, 'sessions'), join(home, 'sessions', '2026', 'loop'))
    symlinkSync(join(outside, 'secret.jsonl'), join(home, 'sessions', '2026', 'link.jsonl'))
    const page = await list(home)
    expect(ids(page)).toEqual(['2', '1', '3'])
    expect(page.problems.map(({ code, path }) => [code, path])).toEqual([
      ['list/link-not-followed', 'sessions/2026/link.jsonl'],
      ['list/link-not-followed', 'sessions/2026/loop'],
    ])
  })

  // SPEC lister/links
  it('enters folders up to 64 levels down, and says which one it did not', async () => {
    const deep = (levels: number): string => `sessions/${'d/'.repeat(levels - 1)}`
    const home = tempHome({ [`${deep(64)}a.jsonl`]: session(1), [`${deep(65)}b.jsonl`]: session(2) })
    const page = await list(home)
    expect(ids(page)).toEqual(['1'])
    expect(page.problems.map(({ code, path }) => [code, `${path ?? ''}/`])).toEqual([
      ['list/too-deep', deep(65)],
    ])
  })

  it('follows a link that a person names, and says so', async () => {
    const folder = tempHome({ 'real.jsonl': session(1) })
    symlinkSync(join(folder, 'real.jsonl'), join(folder, 'link.jsonl'))
    const { explorer } = await testExplorer('/nowhere')
    const { opened, entries } = await explorer.openPaths([join(folder, 'link.jsonl')])
    expect([entries.length, opened.problems.map(({ code, severity }) => [code, severity])]).toEqual([
      1,
      [['list/link-followed', 'info']],
    ])
  })

  // SPEC lister/missing-root
  it('answers an empty page that says so for a root that is missing', async () => {
    const page = await list('/no/such/home')
    expect([page.sessions, page.problems.map(({ code }) => code)]).toEqual([[], ['list/root-missing']])
  })

  it('goes on when a folder or a file may not be read', async () => {
    const home = tempHome(three)
    const denied = (path: string): never => {
      throw Object.assign(new Error('denied'), { code: 'EACCES', path })
    }
    const faulty: FileSystem = {
      ...nodeFileSystem,
      list: (path) => (path.endsWith('02') ? denied(path) : nodeFileSystem.list(path)),
      open: (path) => (path.includes(uuid(1)) ? denied(path) : nodeFileSystem.open(path)),
    }
    const page = await list(home, {}, faulty)
    expect(ids(page)).toEqual(['2', '1'])
    expect(page.problems.map(({ code, message }) => [code, message])).toEqual([
      [
        'list/unreadable-folder',
        'sessions/2026/02 may not be read. Ask its owner for read permission, or open a copy.',
      ],
    ])
    expect(page.sessions[1]?.problems.map(({ code }) => code)).toEqual(['list/permission-denied'])
  })

  it('says when the names cannot be read, and lists without them', async () => {
    const home = tempHome({ ...three, 'session_index.jsonl': '{}' })
    const faulty: FileSystem = {
      ...nodeFileSystem,
      open: (path) => {
        if (path.endsWith('session_index.jsonl')) throw Object.assign(new Error('denied'), { code: 'EACCES' })
        return nodeFileSystem.open(path)
      },
    }
    const page = await list(home, {}, faulty)
    expect([ids(page), page.problems.map(({ code }) => code)]).toEqual([
      ['2', '1', '3'],
      ['list/unreadable-names'],
    ])
  })

  it('survives a file that vanishes between the walk and its head', async () => {
    const faulty: FileSystem = {
      ...nodeFileSystem,
      open: (path) => {
        if (path.includes(uuid(2))) throw Object.assign(new Error('gone'), { code: 'ENOENT' })
        return nodeFileSystem.open(path)
      },
    }
    const page = await list(tempHome(three), {}, faulty)
    expect(page.sessions.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['list/not-found'],
      [],
      [],
    ])
  })

  it('takes names with line feeds, quotes and bidi characters as they are', async () => {
    const name = 'sessions/a "b"\n\u202Ec.jsonl'
    const page = await list(tempHome({ [name]: session(1) }))
    expect(page.sessions.map(({ path }) => path)).toEqual([name])
  })

  // SPEC lister/compressed-sibling
  it('lists one row for a plain file and its compressed sibling', async () => {
    const path = sessionPath('2026-03-04T05-06-07', uuid(1))
    const page = await list(tempHome({ [path]: session(1), [`${path}.zst`]: 'old' }))
    expect(page.sessions.map(({ form, problems }) => [form, problems.map(({ code }) => code)])).toEqual([
      ['jsonl', ['list/compressed-sibling']],
    ])
  })

  it('reads no further than the first human message', async () => {
    const path = sessionPath('2026-03-04T05-06-07', uuid(1))
    const filler = userLine('z'.repeat(1000))
    const page = await list(
      tempHome({ [path]: session(1) + rollout(...Array.from({ length: 2000 }, () => filler)) }),
    )
    expect(page.bytesRead).toBeLessThan(17_000)
  })

  it('finds a header of megabytes', async () => {
    const path = sessionPath('2026-03-04T05-06-07', uuid(1))
    const meta = metaLine(uuid(1), { base_instructions: { text: 'b'.repeat(5_000_000) } })
    const page = await list(tempHome({ [path]: rollout(meta, userLine('hello')) }))
    expect(page.sessions.map(({ id, preview }) => [id, preview])).toEqual([[uuid(1), 'hello']])
  })

  it('treats a folder of the name of a rollout as the folder it is', async () => {
    const home = tempHome(three)
    mkdirSync(join(home, 'sessions', 'x.jsonl'))
    expect(ids(await list(home))).toEqual(['2', '1', '3'])
  })
})

describe('session:find', () => {
  it('finds files by the id in their name or in their header', async () => {
    const home = tempHome({
      ...three,
      [sessionPath('2026-03-09T05-06-07', uuid(8))]: session(3),
    })
    const { invoke, homeId } = await testExplorer(home)
    const find = async (id: string) => {
      const { sessions } = valueOf(
        await invoke('session:find', { rootId: homeId, jobId: 'f', sessionId: id }),
      )
      return sessions.map(({ path }) => path.slice(9, 19))
    }
    expect(await find(uuid(2))).toEqual(['2026/03/05'])
    expect(await find(uuid(8))).toEqual([])
    expect(await find(uuid(3).toUpperCase())).toEqual(['2026/02/01'])
    expect(await find('nothing')).toEqual([])
  })
})

const shared = sharedFolder()

describe.skipIf(shared === null)('session:list on the corpus', () => {
  const corpus = join(shared ?? '', 'corpus')

  it('tells the format of every file that Codex wrote, by its shapes', async () => {
    const rows = readFileSync(join(corpus, 'codex/INDEX.tsv'), 'utf8').split('\n').slice(1, -1)
    const formats: Readonly<Record<string, string>> = { absent: 'legacy' }
    for (const version of ['0.20.0', '0.36.0', '0.98.0', '0.137.0', '0.150.0', '0.169.0']) {
      const page = await list(join(corpus, 'codex', version, 'home'), { archived: 'include' })
      const expected = rows
        .map((row) => row.split('\t'))
        .filter(([file = '']) => file.startsWith(`${version}/home/`))
        .map(([file = '', id, , mode = '']) => [file.slice(version.length + 6), id, formats[mode] ?? mode])
      const seen = page.sessions.map(({ path, id, format }) => [path, id, format])
      expect(seen.sort()).toEqual(expected.sort())
      expect(page.sessions.flatMap(({ problems }) => problems)).toEqual([])
      expect(page.sessions.filter(({ preview }) => preview === null)).toEqual([])
    }
  })

  it('sees through compression', async () => {
    const inShort = ({ sessions }: SessionPage): readonly string[] =>
      sessions.map(({ form, preview, problems }) =>
        [form, preview === null ? 'no preview' : 'preview', ...problems.map(({ code }) => code)].join(' '),
      )
    const page = await list(join(corpus, 'codex/0.169.0/home-zst'), { archived: 'include' })
    expect(inShort(page)).toEqual([
      'jsonl.zst preview',
      'jsonl.zst preview',
      'jsonl.zst preview',
      'jsonl preview list/compressed-sibling',
    ])
    const torn = await list(join(corpus, 'codex/0.169.0/home-zst-torn'))
    expect(inShort(torn)).toEqual([
      'jsonl.zst preview source/not-compressed',
      'jsonl.zst no preview file/empty',
      'jsonl.zst no preview source/frame-error',
    ])
  })

  it('reads the bare form of 2025', async () => {
    const { sessions } = await list(join(corpus, 'codex/0.20.0/home'))
    expect(sessions.map(({ format, id, preview }) => [format, id, preview])).toEqual([
      ['bare', '6c7023ee-ea5f-4dd2-ac08-9403188b920e', 'List the files and add hello.txt'],
    ])
  })
})
