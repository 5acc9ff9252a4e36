import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../src/shared/result'
import type { Handlers } from '../../../src/shared/contract/dispatch'
import { censusOf } from '../../support/census'
import { createFakeExplorer, fakeReport, noFiles } from '../../support/fakeExplorer'
import { runCommand } from '../../support/runCommand'
import { temporaryFolder } from '../../support/temporaryFolder'

const clean = {
  ...fakeReport,
  findings: [],
  counts: { error: 0, warning: 0, info: 0 },
  verdict: 'clean' as const,
}

function checking(report: typeof fakeReport): Partial<Handlers> {
  return {
    'rollout:check': () =>
      Promise.resolve(ok({ report, strip: { totalBytes: 120, kinds: [0], marks: [0] }, census: censusOf() })),
  }
}

const unreadable: Partial<Handlers> = {
  'rollout:open': () => Promise.resolve(err({ code: 'permission-denied', message: 'May not be read.' })),
}

describe('validate', () => {
  it('prints a block per file and a summary', async () => {
    const { status, out } = await runCommand(['validate', 'a\u202e.jsonl'], createFakeExplorer())
    expect(status).toBe(1)
    expect(out).toBe(
      [
        'Rollscope 0.1.0; Codex 0.169; times compared with each other alone',
        'examined: a\\u{202e}.jsonl',
        '',
        'a\\u{202e}.jsonl',
        '  DAMAGED  legacy jsonl  120 bytes  2 lines  session 0199a3c5-c4a8-7d13-8e20-4b7f5a90c6e1',
        `  sha256 ${'a'.repeat(64)}`,
        '  Codex 0.169 lists it: yes, as 0199a3c5-c4a8-7d13-8e20-4b7f5a90c6e1',
        '  Codex 0.169 reads it: yes (1 turn); lines: 1 read, 1 skipped, 0 misread',
        '  Codex 0.169 resumes it: yes, after a line feed',
        '  Codex 0.169 skips line 2. The end of the line is not there.',
        '  spans   count  bytes',
        '  record      1    100',
        '  torn        1     20',
        '  total            120',
        '  error    line/torn  line 2, bytes 100 +20',
        '           The last line ends in the middle of a record.',
        '           Codex skips it: The line is ignored.',
        '',
        '1 file: 1 damaged, 0 with findings, 0 clean, 0 unreadable',
        'findings: 1 error, 0 warnings, 0 for information',
        'not checked:',
        '  order of ordinals',
        '',
      ].join('\n'),
    )
  })

  it('prints one JSON document, files in the order of the arguments', async () => {
    const explorer = createFakeExplorer({
      ...checking(clean),
      'rollout:open': async ({ fileId }) => {
        // The first file takes longest: the order must not depend on that.
        await new Promise((resolve) => setTimeout(resolve, fileId === 'c' ? 30 : 0))
        return createFakeExplorer().handlers['rollout:open']({ fileId, jobId: 'j', acceptReplaced: false })
      },
    })
    const { status, out } = await runCommand(['validate', '--json', 'c', 'a', 'b', 'e', 'd', 'f'], explorer)
    expect(status).toBe(0)
    expect(JSON.parse(out)).toEqual({
      tool: { name: 'rollscope', version: '0.1.0', codex: '0.169', now: null },
      examined: ['c', 'a', 'b', 'e', 'd', 'f'],
      notes: [],
      files: ['c', 'a', 'b', 'e', 'd', 'f'].map((file) => ({ path: file, ...clean })),
      homes: [],
      cancelled: false,
      summary: {
        files: 6,
        noFiles: 0,
        notChecked: 0,
        verdicts: { clean: 6, findings: 0, damaged: 0, unreadable: 0 },
        findings: { error: 0, warning: 0, info: 0 },
      },
    })
  })

  it('prints JSON lines: one per file, then the summary', async () => {
    const { out } = await runCommand(['validate', '--format', 'jsonl', 'a', 'b'], createFakeExplorer())
    const lines = out.trimEnd().split('\n')
    expect(lines.map((line) => Object.keys(JSON.parse(line) as object)[0])).toEqual(['path', 'path', 'tool'])
  })

  it('puts what cannot be read into the report and goes on, with exit status 3', async () => {
    const explorer = createFakeExplorer(checking(clean), ([name = '']) =>
      Promise.resolve(
        name === 'gone'
          ? {
              opened: {
                ...noFiles,
                problems: [
                  {
                    code: 'list/not-found',
                    severity: 'error',
                    message: 'There is no such file.',
                    path: 'gone',
                  },
                ],
              },
              entries: [],
              homes: [],
            }
          : { opened: noFiles, entries: [{ fileId: name, displayPath: name }], homes: [] },
      ),
    )
    const { status, out } = await runCommand(['validate', '--json', 'a', 'gone'], explorer)
    expect(status).toBe(3)
    expect(JSON.parse(out)).toMatchObject({
      files: [
        { path: 'a', verdict: 'clean' },
        { path: 'gone', error: { code: 'not-found', message: 'There is no such file.' } },
      ],
      summary: { files: 1, noFiles: 1, verdicts: { clean: 1, unreadable: 0 } },
    })
    const text = await runCommand(['validate', 'a'], createFakeExplorer(unreadable))
    expect(text.status).toBe(3)
    expect(text.out).toContain('a\n  NOT READ: May not be read. (permission-denied)\n')
  })

  it('says of an empty argument that it is one', async () => {
    const { status, out } = await runCommand(['validate', ''], createFakeExplorer())
    expect(status).toBe(3)
    expect(out).toContain(
      'examined: ""\n\n""\n  NOT READ: An empty path was named, which leads nowhere. (not-found)\n',
    )
    const show = await runCommand(['show', ''], createFakeExplorer())
    expect(show).toMatchObject({
      status: 3,
      error: 'rollscope: An empty path was named, which leads nowhere.\n',
    })
  })

  // SPEC report/head
  it('notes that a named link was followed, and counts it nowhere', async () => {
    const link = {
      code: 'list/link-followed',
      severity: 'info' as const,
      message: 'l.jsonl is a link. What it leads to was opened: a.jsonl.',
      path: 'l.jsonl',
    }
    const explorer = createFakeExplorer(checking(clean), ([name = '']) =>
      Promise.resolve({
        opened: { ...noFiles, problems: [link] },
        entries: [{ fileId: name, displayPath: name }],
        homes: [],
      }),
    )
    const { status, out } = await runCommand(['validate', '--json', 'l.jsonl'], explorer)
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      notes: [{ path: 'l.jsonl', code: 'link-followed', message: link.message }],
      summary: { files: 1, noFiles: 0 },
    })
    const text = await runCommand(['validate', 'l.jsonl'], explorer)
    expect(text.out).toContain('\nnote: l.jsonl is a link. What it leads to was opened: a.jsonl.\n')
    expect(text.out).not.toContain('NOT READ')
  })

  // SPEC eye/versions
  it('takes any version of Codex, and nothing else for one', async () => {
    for (const bogus of ['bogus', '0', '0.', 'v0.169', '0.169 ', '-1.2', '']) {
      const { status, out } = await runCommand(['validate', `--codex=${bogus}`, 'a'], createFakeExplorer())
      expect([bogus, status, out]).toEqual([bogus, 2, ''])
    }
    for (const version of ['0.169', '0.170.0', '0.144.0-alpha.4']) {
      const explorer = createFakeExplorer(checking(clean))
      const { status } = await runCommand(['validate', '--codex', version, 'a'], explorer)
      expect([version, status]).toEqual([version, 0])
    }
  })

  // SPEC report/exit-status
  it('lets what cannot be read win over a finding: the findings are not all there are', async () => {
    let calls = 0
    const explorer = createFakeExplorer({
      'rollout:open': (request) =>
        ++calls === 1
          ? Promise.resolve(err({ code: 'io', message: 'Gone.' }))
          : createFakeExplorer().handlers['rollout:open'](request),
    })
    expect((await runCommand(['validate', 'a', 'b'], explorer)).status).toBe(3)
  })

  it('stops at Ctrl-C and says which files were not read', async () => {
    let interrupt = (): void => undefined
    const explorer = createFakeExplorer({
      'rollout:check': () => {
        interrupt()
        return Promise.resolve(err({ code: 'cancelled', message: 'Cancelled.' }))
      },
    })
    const many = Array.from({ length: 9 }, (_, index) => `f${String(index)}`)
    const { status, out, error } = await runCommand(['validate', '--format', 'jsonl', ...many], explorer, {
      onListening: (listener) => (interrupt = listener),
    })
    expect(status).toBe(130)
    expect(error).toBe('rollscope: Interrupted before the end.\n')
    expect(out.match(/"verdict":"not-checked"/g)).toHaveLength(9)
    expect(out).toContain('"cancelled":true,"summary":{"files":9,"noFiles":0,"notChecked":9,')
  })

  it('never answers 0 when bytes were left unread, and prints no hash of a part', async () => {
    const incomplete = { ...clean, sha256: null, contentSha256: null, verdict: 'unreadable' as const }
    const explorer = createFakeExplorer(checking(incomplete))
    const text = await runCommand(['validate', 'a'], explorer)
    expect(text.status).toBe(3)
    expect(text.out).toContain('  sha256 not known: not every byte was read\n')
    const json = await runCommand(['validate', '--json', 'a'], explorer)
    expect(JSON.parse(json.out)).toMatchObject({ files: [{ sha256: null, contentSha256: null }] })
    const error = { ...incomplete, counts: { error: 1, warning: 0, info: 0 } }
    expect((await runCommand(['validate', 'a'], createFakeExplorer(checking(error)))).status).toBe(3)
  })

  it('ends quietly when nobody reads the report any more, and does not call it fine', async () => {
    let close = (): void => undefined
    const explorer = createFakeExplorer({
      'rollout:check': () => {
        close()
        return new Promise(() => undefined)
      },
    })
    const result = await runCommand(['validate', 'a', 'b'], explorer, {
      onClosable: (listener) => (close = listener),
    })
    expect(result).toMatchObject({ status: 3, error: '' })
    expect(explorer.isDisposed()).toBe(true)
  })

  it('tells the same twice', async () => {
    const once = await runCommand(['validate', '--json', 'a', 'b'], createFakeExplorer())
    expect(await runCommand(['validate', '--json', 'a', 'b'], createFakeExplorer())).toEqual(once)
  })
})

describe('validate --output', () => {
  async function places() {
    const folder = await temporaryFolder()
    const evidence = path.join(folder, 'evidence')
    await mkdir(path.join(evidence, 'below'), { recursive: true })
    await writeFile(path.join(evidence, 'a.jsonl'), 'x')
    await symlink(evidence, path.join(folder, 'link'))
    return { folder, evidence, file: path.join(evidence, 'a.jsonl') }
  }

  it('writes the report to a new file of the owner alone', async () => {
    const { folder, file } = await places()
    const report = path.join(folder, 'report.json')
    const result = await runCommand(['validate', '--json', '--output', report, file], createFakeExplorer())
    expect(result).toMatchObject({ status: 1, out: '', error: '' })
    expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({ summary: { files: 1 } })
  })

  it('overwrites nothing', async () => {
    const { folder, file } = await places()
    const taken = path.join(folder, 'taken')
    await writeFile(taken, 'mine')
    const result = await runCommand(['validate', '--output', taken, file], createFakeExplorer())
    expect(result.status).toBe(2)
    expect(result.error).toContain('exists already')
    expect(await readFile(taken, 'utf8')).toBe('mine')
  })

  it('writes nothing beside the evidence or below it, by whatever way it is named', async () => {
    const { folder, evidence, file } = await places()
    for (const [output, argument] of [
      [path.join(evidence, 'r'), evidence],
      [path.join(evidence, 'below/r'), evidence],
      [path.join(evidence, 'r'), file],
      [path.join(folder, 'link/below/r'), evidence],
      [path.join(evidence, 'r'), path.join(folder, 'link')],
    ] as const) {
      const result = await runCommand(['validate', '--output', output, argument], createFakeExplorer())
      expect(result.status, output).toBe(2)
      await expect(readFile(output)).rejects.toThrow('ENOENT')
    }
  })

  it('says in plain words why there can be no report', async () => {
    const { folder, file } = await places()
    const wish = (output: string) => runCommand(['validate', '--output', output, file], createFakeExplorer())
    expect(await wish('')).toMatchObject({
      status: 2,
      error: expect.stringContaining('has no name') as string,
    })
    const nowhere = await wish(path.join(folder, 'none/r'))
    expect(nowhere.error).toContain('none/r cannot be written: its folder is not there.')
    await writeFile(path.join(folder, 'taken'), '')
    const below = await wish(path.join(folder, 'taken/r'))
    expect(below.error).toContain('taken/r cannot be written: a part of its path is a file.')
  })

  it('answers a place that cannot be written with exit status 3', async () => {
    const { folder, file } = await places()
    const nowhere = path.join(folder, 'no/such/folder/r')
    const result = await runCommand(['validate', '--output', nowhere, file], createFakeExplorer())
    expect(result.status).toBe(3)
    expect(result.error).toContain(nowhere)
  })
})
