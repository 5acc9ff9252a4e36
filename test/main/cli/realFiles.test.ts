/** The commands on real files, through the real explorer: what people name wrongly, and what the samples hold. */
import { cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createExplorer } from '../../../src/core/explorer'
import { nodeFileSystem, type FileSystem } from '../../../src/core/platform/fileSystem'
import type { ValidationReport } from '../../../src/shared/validation/report'
import { describeEvidence } from '../../support/evidence'
import type { Verdict } from '../../../src/shared/validation/report'
import { runCommand, type CommandResult } from '../../support/runCommand'
import { repositoryFolder } from '../../support/shared'
import { temporaryFolder } from '../../support/temporaryFolder'

const samples = path.join(repositoryFolder(), 'resources/samples')
const damaged = 'sessions/2026/11/12/rollout-2026-11-12T23-47-09-01a1d1f1-87da-7352-9d4b-60e8c5f71a3c.jsonl'

async function run(
  argv: readonly string[],
  home = samples,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<CommandResult> {
  const explorer = createExplorer({
    home,
    dataFolder: path.join(await temporaryFolder(), 'data'),
    samplesFolder: null,
    host: 'test',
    version: '0.1.0',
    spawnWorker: null,
    fileSystem,
  })
  return runCommand(argv, explorer)
}

interface ReportDocument {
  readonly files: readonly (ValidationReport & { readonly path: string; readonly error?: { code: string } })[]
  readonly summary: {
    readonly files: number
    readonly noFiles: number
    readonly verdicts: Readonly<Record<Verdict, number>>
  }
}

async function validate(
  argv: readonly string[],
): Promise<CommandResult & { readonly document: ReportDocument }> {
  const result = await run(['validate', '--json', ...argv])
  return { ...result, document: JSON.parse(result.out) as ReportDocument }
}

describe('the sample sessions', () => {
  it('are five eras and one damaged file', async () => {
    const { document, status } = await validate([samples])
    expect(status).toBe(1)
    expect(document.files.map(({ format, verdict }) => `${format} ${verdict}`)).toEqual([
      'legacy clean',
      'bare clean',
      'legacy clean',
      'legacy clean',
      'paginated clean',
      'legacy damaged',
    ])
    expect(
      document.files[5]?.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, lineNumber }) => [rule, lineNumber]),
    ).toEqual([
      ['line/not-json', 8],
      ['line/glued', 9],
      ['line/torn', 11],
    ])
  })

  it('list with their names, prompts and the archived one apart', async () => {
    const { out } = await run(['list', '--json'])
    const page = JSON.parse(out) as { sessions: { preview: string | null; name: string | null }[] }
    expect(page.sessions).toHaveLength(5)
    expect(page.sessions.map(({ name }) => name)).toContain("Tide board: the harbour's own day")
    const archived = JSON.parse((await run(['list', '--json', '--archived', 'only'])).out) as typeof page
    expect(archived.sessions.map(({ preview }) => preview)).toEqual([
      expect.stringContaining('storm surge forecast'),
    ])
  })

  it('are read without a trace', async () => {
    const copy = path.join(await temporaryFolder(), 'home')
    await cp(samples, copy, { recursive: true })
    const before = await describeEvidence(copy)
    await run(['list', '--json'], copy)
    await run(['validate', copy])
    await run(['show', path.join(copy, damaged), '--limit', '1000'])
    expect(await describeEvidence(copy)).toEqual(before)
  })
})

describe('paths that people name', () => {
  it('answers a missing file, a folder and a missing root with exit status 3 and the name', async () => {
    const folder = await temporaryFolder()
    const gone = path.join(folder, 'gone\u202e\n.jsonl')
    const missing = await run(['show', gone])
    expect({ status: missing.status, out: missing.out }).toEqual({ status: 3, out: '' })
    expect(missing.error).toContain('gone\\u{202e}\\n.jsonl')
    const directory = await run(['show', samples])
    expect(directory.status).toBe(3)
    expect(directory.error).toContain('is a folder')
    const root = path.join(folder, 'no root')
    const listed = await run(['list', '--json'], root)
    expect(listed.status).toBe(3)
    expect(listed.error).toContain(root)
    expect(JSON.parse(listed.out)).toMatchObject({ sessions: [], nextCursor: null })
  })

  it('reports what cannot be read and checks the rest', async () => {
    const folder = await temporaryFolder()
    const good = path.join(samples, damaged)
    const gone = path.join(folder, 'gone.jsonl')
    const { document, status } = await validate([gone, good])
    expect(status).toBe(3)
    expect(document.summary).toMatchObject({ files: 1, noFiles: 1, verdicts: { unreadable: 0, damaged: 1 } })
    expect(document.files.find(({ path: name }) => name === gone)?.error?.code).toMatch(/not-found/)
    expect((await validate([gone])).status).toBe(3)
  })

  it('never answers 0 for an argument of which nothing was read, nor for sessions behind a link', async () => {
    const folder = await temporaryFolder()
    const links = path.join(folder, 'links')
    await mkdir(links)
    await symlink(path.join(samples, damaged), path.join(links, 'a.jsonl'))
    const home = path.join(folder, 'home')
    await mkdir(path.join(home, 'archived_sessions'), { recursive: true })
    const archived = (await readdir(path.join(samples, 'archived_sessions')))[0] ?? ''
    await cp(
      path.join(samples, 'archived_sessions', archived),
      path.join(home, 'archived_sessions', archived),
    )
    expect((await validate([home])).status).toBe(0)
    await symlink(path.join(samples, 'sessions'), path.join(home, 'sessions'))
    const other = path.join(folder, 'other')
    await mkdir(other)
    await symlink(path.join(samples, 'sessions'), path.join(other, 'sessions'))
    for (const argument of [links, home, other]) {
      const { status, document } = await validate([argument])
      expect(status, argument).toBe(3)
      expect(document.summary.noFiles, argument).toBeGreaterThan(0)
    }
  })

  it('names arguments as they were typed, in problems too', async () => {
    const folder = path.relative(process.cwd(), await temporaryFolder())
    await mkdir(path.join(folder, 'in'))
    await symlink('nowhere', path.join(folder, 'in/link.jsonl'))
    await writeFile(path.join(folder, 'in/empty.jsonl'), '')
    const gone = `${folder}//gone.jsonl`
    const { out } = await run(['validate', gone, `${folder}/in/`])
    expect(out).toContain(`${gone}\n  NOT READ: ${gone} is not there.`)
    expect(out).toContain(`${folder}/in/link.jsonl\n  NOT READ: ${folder}/in/link.jsonl is a link.`)
    expect((await run(['show', gone])).error).toMatch(`rollscope: ${gone} is not there.`)
    expect((await run(['list'], `${folder}/in/empty.jsonl`)).error).toContain(
      `rollscope: ${folder}/in/empty.jsonl`,
    )
  })

  it('takes names with newlines, quotes and spaces, and prints them on one line', async () => {
    const folder = await temporaryFolder()
    const odd = path.join(folder, `o'd"d\nname\u001b[31m .jsonl`)
    await cp(path.join(samples, damaged), odd)
    const text = await run(['validate', odd])
    expect(text.status).toBe(1)
    expect(text.out.split('\n')[3]).toContain(`o'd"d\\nname\\x1b[31m .jsonl`)
    const { document } = await validate([odd])
    expect(document.files[0]?.path).toBe(odd)
    expect((await run(['show', odd])).status).toBe(0)
  })

  it('says that permission is missing, or that a file vanished, and checks the rest', async () => {
    const file = path.join(samples, damaged)
    for (const [code, told] of [
      ['EACCES', /may not|permission/i],
      ['ENOENT', /not there|deleted/i],
    ] as const) {
      // Root may read everything, and a file cannot be made to vanish at the right moment: the system call says it.
      const failing: FileSystem = {
        ...nodeFileSystem,
        open(opened) {
          if (opened === file) throw Object.assign(new Error(code), { code, errno: -1, syscall: 'open' })
          return nodeFileSystem.open(opened)
        },
      }
      const shown = await run(['show', file], samples, failing)
      expect({ status: shown.status, out: shown.out }).toEqual({ status: 3, out: '' })
      expect(shown.error).toMatch(told)
      expect(shown.error).toContain(path.basename(file))
      const checked = await run(['validate', samples], samples, failing)
      expect(checked.status).toBe(3)
      expect(checked.out).toContain('6 files: 0 damaged, 0 with findings, 5 clean, 1 unreadable')
    }
  })

  it('reports an empty folder and an empty file as what they are', async () => {
    const folder = await temporaryFolder()
    const empty = path.join(folder, 'empty')
    await mkdir(empty)
    const none = await validate([empty])
    expect(none.document.files.map(({ path: name, error }) => [name, error?.code])).toEqual([
      [empty, 'nothing-found'],
    ])
    expect([none.status, none.document.summary.files, none.document.summary.noFiles]).toEqual([3, 0, 1])
    const file = path.join(folder, 'empty.jsonl')
    await writeFile(file, '')
    const { document } = await validate([file])
    expect(document.files[0]).toMatchObject({ path: file, sizeBytes: 0, lineCount: 0 })
    await rm(file)
  })

  it('shows any window of a file, and where more of it starts', async () => {
    const file = path.join(samples, damaged)
    const { out } = await run(['show', file, '--json', '--from', '3', '--limit', '2', '--max-text', '16'])
    const shown = JSON.parse(out) as {
      lines: { lineNumber: number; text: string; textTruncated: boolean }[]
      nextLine: number
    }
    expect(shown.lines.map(({ lineNumber }) => lineNumber)).toEqual([3, 4])
    expect(shown.lines[1]?.textTruncated).toBe(true)
    expect(shown.nextLine).toBe(5)
    const beyond = JSON.parse((await run(['show', file, '--json', '--from', '99'])).out) as typeof shown
    expect(beyond).toMatchObject({ lines: [], nextLine: null })
    expect((await run(['show', file, '--from', '9999'])).out).toBe('The file has no line 9,999.\n')
  })
})

describe('show with a filter', () => {
  const show = (...argv: readonly string[]): Promise<CommandResult> =>
    run(['show', path.join(samples, damaged), ...argv])
  const numbers = ({ out }: CommandResult): readonly string[] =>
    out.match(/^ +\d+(?= {2}@)/gm)?.map((text) => text.trim()) ?? []

  // SPEC filter/lines
  it('prints only lines that match, and says on stderr how many do not', async () => {
    const byKind = await show('--kind', 'damage')
    expect([byKind.status, numbers(byKind), byKind.error]).toEqual([
      0,
      ['8', '9', '11'],
      'rollscope: 8 of 11 lines do not match.\n',
    ])
    const byText = await show(
      '--kind',
      'damage',
      '--kind',
      'tool-output',
      '--grep',
      'no SPACE left',
      '--from',
      '8',
    )
    expect(numbers(byText)).toEqual(['8'])
    const none = await show('--grep', 'no SPACE left', '--case-sensitive')
    expect([none.status, none.out, none.error]).toEqual([0, '', 'rollscope: 11 of 11 lines do not match.\n'])
  })

  it('goes on from line to line, and counts what is hidden in JSON', async () => {
    const first = await show('--kind', 'damage', '--limit', '2')
    expect([numbers(first), first.out.endsWith('More: --from 11\n')]).toEqual([['8', '9'], true])
    const json = await show('--type', 'turn_context', '--json')
    expect([json.error, JSON.parse(json.out)]).toMatchObject([
      '',
      { lines: [{ lineNumber: 3 }], nextLine: null, matched: 1, hidden: 10, filterComplete: true },
    ])
    expect(JSON.parse((await show('--json')).out)).not.toHaveProperty('hidden')
  })

  it('refuses what it does not know as wrong usage', async () => {
    for (const argv of [
      ['--kind', 'moon'],
      ['--grep', ''],
      ['--grep', 'x'.repeat(1_001)],
    ]) {
      expect((await show(...argv)).status).toBe(2)
    }
  })
})
