import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../src/shared/result'
import { nothingHidden, type SessionPage } from '../../../src/shared/session/page'
import { createFakeExplorer, fakeLine, fakeSession, noFiles } from '../../support/fakeExplorer'
import { runCommand } from '../../support/runCommand'

function pageOf(sessions: SessionPage['sessions']): SessionPage {
  const counts = { scannedFiles: sessions.length, matchedFiles: sessions.length, bytesRead: 0 }
  return { sessions, nextCursor: null, problems: [], ...counts, hidden: nothingHidden, reachedScanCap: false }
}

describe('usage', () => {
  it.each([
    [['list', '--limit', '0']],
    [['list', '--limit', '1001']],
    [['list', '--limit', 'ten']],
    [['list', '--limit', '1e2']],
    [['list', '--sort', 'name']],
    [['list', '--since', 'yesterday']],
    [['list', '--archived', 'maybe']],
    [['list', 'extra']],
    [['show']],
    [['show', 'a', '--from', '0']],
    [['show', 'a', '--max-text', '4']],
    [['validate']],
    [['validate', 'a', '--format', 'xml']],
    [['validate', 'a', '--format', 'sarif']],
    [['validate', 'a', '--format', 'html']],
    [['validate', 'a', '--json', '--format', 'text']],
    [['serve', '--port', '65536']],
    [['rules', '--nonsense']],
    [['nonsense']],
    [[]],
  ])('answers %j with exit status 2 and says why', async (argv) => {
    const { status, out, error } = await runCommand(argv, createFakeExplorer())
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(error).not.toBe('')
  })

  it('says which formats exist when one is not built yet', async () => {
    const { error } = await runCommand(['validate', 'a', '--format', 'junit'], createFakeExplorer())
    expect(error).toContain('junit is not built yet; this version writes text, json, jsonl')
  })

  it.each([
    ['--help'],
    ['list --help'],
    ['show --help'],
    ['validate --help'],
    ['rules --help'],
    ['serve --help'],
  ])('explains %s on stdout', async (line) => {
    const { status, out, error } = await runCommand(line.split(' '), createFakeExplorer())
    expect({ status, error }).toEqual({ status: 0, error: '' })
    expect(out).toContain('Usage: rollscope')
  })

  it('prints its version', async () => {
    expect(await runCommand(['--version'], createFakeExplorer())).toMatchObject({ status: 0, out: '0.1.0\n' })
  })
})

// SPEC host/command-line
describe('list', () => {
  it('passes every option on and reads the root that was named', async () => {
    const asked: unknown[] = []
    const explorer = createFakeExplorer({
      'session:list': (request) => {
        asked.push(request.query)
        return Promise.resolve(err({ code: 'cancelled', message: 'enough' }))
      },
    })
    const line =
      'list --root /r --limit 7 --cursor c1 --sort size --ascending --archived include --source exec --cwd /w ' +
      '--provider openai --originator codex_exec --model m --codex-version 0.98.0 --era legacy --form jsonl.zst ' +
      '--damaged --name tide --since 2026-01-02 --until 2026-01-03T04:05Z --query tide --no-catalog'
    const { choices } = await runCommand(line.split(' '), explorer)
    expect(choices).toEqual([{ root: '/r' }])
    expect(asked).toEqual([
      {
        limit: 7,
        cursor: 'c1',
        sort: 'size',
        ascending: true,
        archived: 'include',
        source: 'exec',
        cwd: '/w',
        provider: 'openai',
        originator: 'codex_exec',
        model: 'm',
        version: '0.98.0',
        era: 'legacy',
        form: 'jsonl.zst',
        damaged: true,
        name: 'tide',
        since: '2026-01-02T00:00:00.000Z',
        until: '2026-01-03T04:05:00.000Z',
        query: 'tide',
      },
    ])
    expect(explorer.isDisposed()).toBe(true)
    await runCommand(['list', '--until', '2026-01-03'], explorer)
    expect(asked[1]).toMatchObject({ until: '2026-01-03T23:59:59.999Z' })
  })

  it('prints one JSON document without the ids of this process', async () => {
    const { out, status } = await runCommand(['list', '--json'], createFakeExplorer())
    const row = { ...fakeSession, fileId: undefined }
    expect(status).toBe(0)
    expect(JSON.parse(out)).toEqual({
      sessions: [row],
      nextCursor: null,
      problems: [],
      scannedFiles: 1,
      matchedFiles: 1,
      bytesRead: 4096,
      hidden: nothingHidden,
      reachedScanCap: false,
    })
  })

  it('prints a table for people', async () => {
    const { out } = await runCommand(['list'], createFakeExplorer())
    expect(out).toBe(
      'CREATED (UTC)           SIZE  ID                                    CODEX   FOLDER                NAME OR FIRST PROMPT\n' +
        '2025-10-02T07:14:31  5.23 kB  0199a3c5-c4a8-7d13-8e20-4b7f5a90c6e1  0.44.0  /home/mira/tidewatch  Why does the board show yesterday?\n' +
        '1 of 1 rollout file\n',
    )
  })

  // SPEC lister/hidden
  it('says below the table what each filter left out', async () => {
    const hidden = { archived: 3, filtered: 7, byFilter: { cwd: 4, version: 6 } }
    const page = { ...pageOf([fakeSession]), scannedFiles: 11, matchedFiles: 8, hidden }
    const explorer = createFakeExplorer({ 'session:list': () => Promise.resolve(ok(page)) })
    const { out } = await runCommand(['list'], explorer)
    expect(out.split('\n').slice(2)).toEqual([
      '1 of 8 rollout files; 3 left out by --archived (include shows all)',
      '7 of 8 files looked at for this page left out: --codex-version 6, --cwd 4',
      '',
    ])
    expect(JSON.parse((await runCommand(['list', '--json'], explorer)).out)).toMatchObject({ hidden })
    const none = createFakeExplorer({
      'session:list': () => Promise.resolve(ok({ ...page, sessions: [] })),
    })
    expect((await runCommand(['list'], none)).out).toBe(
      'No sessions match. 7 rollout files looked at; 3 left out by --archived (include shows all).\n' +
        '7 of 7 files looked at for this page left out: --codex-version 6, --cwd 4\n',
    )
  })

  // SPEC list/threads
  it('prints what belongs to a session under it, and says where that is not on the page', async () => {
    const noLinks = fakeSession.links
    const row = (id: string, part: Partial<typeof noLinks> = {}): typeof fakeSession => ({
      ...fakeSession,
      id,
      name: `session ${id}`,
      links: { ...noLinks, rolloutId: id, ...part },
    })
    const page = pageOf([
      row('c', { role: 'fork', forkedFromId: 'b' }),
      row('b', { role: 'review', parentThreadId: 'a' }),
      row('d', { role: 'copy', copiedFromId: 'gone' }),
      row('a'),
    ])
    const explorer = createFakeExplorer({ 'session:list': () => Promise.resolve(ok(page)) })
    const { out } = await runCommand(['list', '--threads'], explorer)
    expect(out.split('\n').map((line) => line.slice(line.indexOf('tidewatch') + 11))).toMatchObject({
      1: 'session a',
      2: '└ review: session b',
      3: '  └ fork: session c',
      4: '(copy of one not on this page) session d',
    })
    expect(await runCommand(['list', '--threads', '--json'], explorer)).toMatchObject({ status: 2, out: '' })
  })

  it('says what is not known of a row instead of printing something else in its place', async () => {
    const row = { ...fakeSession, createdAt: null, updatedAt: null, sizeBytes: null }
    const explorer = createFakeExplorer({ 'session:list': () => Promise.resolve(ok(pageOf([row]))) })
    const [, line] = (await runCommand(['list'], explorer)).out.split('\n')
    expect(line).toMatch(/^not recorded +not known +0199a3c5/)
    const json = JSON.parse((await runCommand(['list', '--json'], explorer)).out) as object
    expect(json).toMatchObject({ sessions: [{ createdAt: null, updatedAt: null, sizeBytes: null }] })
  })

  it.each([
    ['list/root-missing', 'info'],
    ['list/root-not-a-folder', 'error'],
  ] as const)('does not say that nothing matches when the root was not read (%s)', async (code, severity) => {
    const problem = { code, severity, message: 'a.jsonl is a file, not a folder.', path: 'a.jsonl' }
    const page = { ...pageOf([]), problems: [problem] }
    const explorer = createFakeExplorer({ 'session:list': () => Promise.resolve(ok(page)) })
    expect(await runCommand(['list'], explorer)).toMatchObject({
      status: 3,
      out: '',
      error: 'rollscope: a.jsonl is a file, not a folder.\n  Name another with --root, or set CODEX_HOME.\n',
    })
    const json = await runCommand(['list', '--json'], explorer)
    expect(json.status).toBe(3)
    expect(JSON.parse(json.out)).toMatchObject({ sessions: [], problems: [problem] })
  })

  it('ends at Ctrl-C without a word about matches, whatever the listing still does', async () => {
    let interrupt = (): void => undefined
    const explorer = createFakeExplorer({
      'session:list': () => {
        interrupt()
        return new Promise(() => undefined)
      },
    })
    const result = await runCommand(['list'], explorer, {
      onListening: (listener) => (interrupt = listener),
    })
    expect(result).toMatchObject({
      status: 130,
      out: '',
      error: 'rollscope: Interrupted before the end.\n',
    })
    expect(explorer.isDisposed()).toBe(true)
  })

  it('prints the page and what is wrong with the root, with exit status 3', async () => {
    const explorer = createFakeExplorer({
      'session:list': () =>
        Promise.resolve(
          ok({
            sessions: [],
            nextCursor: null,
            problems: [
              {
                code: 'list/missing-root',
                severity: 'error',
                message: 'The root does not exist.',
                path: '/no\u202e\nroot',
              },
            ],
            scannedFiles: 0,
            matchedFiles: 0,
            bytesRead: 0,
            hidden: nothingHidden,
            reachedScanCap: false,
          }),
        ),
    })
    const { status, out, error } = await runCommand(['list', '--json'], explorer)
    expect(status).toBe(3)
    expect(JSON.parse(out)).toMatchObject({ sessions: [], problems: [{ code: 'list/missing-root' }] })
    expect(error).toBe('rollscope: /no\\u{202e}\\nroot: The root does not exist.\n')
  })
})

describe('show', () => {
  it('prints exactly the keys of its contract', async () => {
    const { status, out } = await runCommand(['show', 'a.jsonl', '--json'], createFakeExplorer())
    const line = { ...fakeLine(1), kind: undefined, complete: undefined }
    expect(status).toBe(0)
    expect(out).not.toMatch(/[\u001b\u202e]/)
    expect(JSON.parse(out)).toEqual({
      path: 'a.jsonl',
      form: 'jsonl',
      format: 'legacy',
      sizeBytes: 120,
      lines: [line, { ...line, lineNumber: 2, byteOffset: 60, text: line.text.replace('1', '2') }],
      nextLine: null,
    })
  })

  it('prints lines for people with control and bidirectional characters escaped', async () => {
    const { out } = await runCommand(['show', 'a.jsonl', '--limit', '1'], createFakeExplorer())
    expect(out).toBe(
      '     1  @0 +60  2025-10-02T07:14:31.219Z  event_msg/user_message\n' +
        '        line 1 \\u{202e}\\x1b[31m\n' +
        'More: --from 2\n',
    )
  })

  it('reads any number of lines, window after window', async () => {
    const windows: number[] = []
    const explorer = createFakeExplorer({
      'rollout:readLines': ({ fileId, from, limit }) => {
        windows.push(limit)
        const lines = Array.from({ length: limit }, (_, index) => fakeLine(from + index))
        const index = { fileId, lineCount: 9999, indexedBytes: 1, totalBytes: 1, complete: true }
        return Promise.resolve(ok({ lines, nextLine: from + limit, index }))
      },
    })
    const { out } = await runCommand(['show', 'a', '--from', '3', '--limit', '1200', '--json'], explorer)
    const shown = JSON.parse(out) as { lines: { lineNumber: number }[]; nextLine: number }
    expect(windows).toEqual([500, 500, 200])
    expect([shown.lines.length, shown.lines[0]?.lineNumber, shown.nextLine]).toEqual([1200, 3, 1203])
  })

  it.each(['rollout:open', 'rollout:readLines', 'rollout:index'] as const)(
    'ends at Ctrl-C during %s, and lets go of everything',
    async (channel) => {
      let interrupt = (): void => undefined
      const index = { fileId: 'a', lineCount: 0, indexedBytes: 0, totalBytes: 9, complete: false }
      const explorer = createFakeExplorer({
        'rollout:readLines': () => Promise.resolve(ok({ lines: [], nextLine: null, index })),
        [channel]: () => {
          interrupt()
          return new Promise(() => undefined)
        },
      })
      const { status, out, error } = await runCommand(['show', 'a'], explorer, {
        onListening: (listener) => (interrupt = listener),
      })
      const told = 'rollscope: Interrupted before the end.\n'
      expect({ status, out, error }).toEqual({ status: 130, out: '', error: told })
      expect(explorer.isDisposed()).toBe(true)
    },
  )

  it('ends quietly when its reader had enough', async () => {
    let close = (): void => undefined
    const explorer = createFakeExplorer({
      'rollout:readLines': ({ fileId, from, limit }) => {
        if (from > 1) close()
        const lines = Array.from({ length: limit }, (_, at) => fakeLine(from + at))
        const index = { fileId, lineCount: 9999, indexedBytes: 1, totalBytes: 1, complete: true }
        return Promise.resolve(ok({ lines, nextLine: from + limit, index }))
      },
    })
    const result = await runCommand(['show', 'a', '--limit', '1000000000'], explorer, {
      onClosable: (listener) => (close = listener),
    })
    expect(result).toMatchObject({ status: 0, error: '' })
  })

  it('refuses a folder, and says what to do', async () => {
    const explorer = createFakeExplorer({}, () =>
      Promise.resolve({
        opened: noFiles,
        entries: [{ fileId: 'f1', displayPath: 'dir/a.jsonl' }],
        homes: [],
      }),
    )
    const { status, out, error } = await runCommand(['show', 'dir'], explorer)
    expect({ status, out }).toEqual({ status: 3, out: '' })
    expect(error).toContain('dir is a folder, and this command reads one file.')
  })

  it('names a file that cannot be read', async () => {
    const explorer = createFakeExplorer({
      'rollout:open': () =>
        Promise.resolve(
          err({
            code: 'permission-denied',
            message: 'May not be read.',
            file: 'a\nb',
            hint: 'Ask its owner.',
          }),
        ),
    })
    const { status, out, error } = await runCommand(['show', 'a', '--json'], explorer)
    expect({ status, out }).toEqual({ status: 3, out: '' })
    expect(error).toBe('rollscope: a\\nb: May not be read.\n  Ask its owner.\n')
  })
})

describe('rules', () => {
  it('prints the catalogue as text and as JSON', async () => {
    const text = await runCommand(['rules'], createFakeExplorer())
    expect(text.out).toContain('line/torn  (error)\n  The last line is torn\n')
    const json = await runCommand(['rules', '--json'], createFakeExplorer())
    expect(JSON.parse(json.out)).toMatchObject({ rules: [{ id: 'line/torn', severity: 'error' }] })
  })
})

describe('serve', () => {
  it('prints its address, serves until Ctrl-C and then lets go of everything', async () => {
    const explorer = createFakeExplorer()
    let interrupt = (): void => undefined
    const { status, out, choices } = await runCommand(['serve', '--root', '/r', 'a.jsonl'], explorer, {
      onListening: (listener) => (interrupt = listener),
      onOut: () => {
        interrupt()
      },
    })
    expect(status).toBe(0)
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=/)
    expect(choices).toEqual([{ host: 'web', root: '/r', startPaths: ['a.jsonl'] }])
    expect(explorer.isDisposed()).toBe(true)
  })
})
