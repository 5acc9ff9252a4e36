/** What `list`, `show`, `history` and `validate` answer on every file of the corpus. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createExplorer } from '../../../src/core/explorer'
import type { SessionPage } from '../../../src/shared/session/page'
import type { LineRow } from '../../../src/shared/rollout/lineRow'
import type { Finding } from '../../../src/shared/validation/finding'
import type { ValidationReport } from '../../../src/shared/validation/report'
import { corpusFiles } from '../../support/corpus'
import { expectGolden, inCounts, shortHash } from '../../support/golden'
import { runCommand } from '../../support/runCommand'
import { sharedFolder } from '../../support/shared'

const shared = sharedFolder()
const corpus = join(shared ?? '', 'corpus')
const dataFolder = mkdtempSync(join(tmpdir(), 'rollscope-golden-'))
afterAll(() => {
  rmSync(dataFolder, { recursive: true, force: true })
})

async function jsonOf<T>(argv: readonly string[], home = '/nowhere'): Promise<T> {
  const explorer = createExplorer({
    home,
    dataFolder,
    samplesFolder: null,
    host: 'test',
    version: '0.1.0',
    spawnWorker: null,
  })
  const { out } = await runCommand([...argv, '--json'], explorer)
  return JSON.parse(out) as T
}

interface History {
  readonly kind: string
  readonly items: readonly { readonly file: string; readonly record: { readonly type?: string } }[]
  readonly problems: readonly { readonly code: string }[]
}

/** What `history` answers: counts and codes, and a hash of all it printed but the path that it was given. */
async function historyFacts(file: string): Promise<string> {
  const options = { home: '/nowhere', dataFolder, samplesFolder: null, version: '0.1.0' }
  const explorer = createExplorer({ ...options, host: 'test', spawnWorker: null })
  const { out, status, error } = await runCommand(['history', file, '--json'], explorer)
  if (out === '')
    return `status ${String(status)} | ${
      error
        .split('\n')[0]
        ?.slice(0, 120)
        .replace(/\S*\.jsonl\S*/, 'it') ?? ''
    }`
  const { kind, items, problems } = JSON.parse(out) as History
  const files = new Set(items.map((item) => item.file)).size
  return [
    `${kind}, status ${String(status)}`,
    `${String(items.length)} items of ${String(files)} file${files === 1 ? '' : 's'}`,
    inCounts(items.map(({ record }) => record.type ?? 'bare')),
    ...(problems.length === 0 ? [] : [inCounts(problems.map(({ code }) => code))]),
    shortHash(out.replaceAll(corpus, '')),
  ].join(' | ')
}

/** A finding as `rule line @offset+length`, with what Codex does. */
function findingFacts({ rule, lineNumber, byteOffset, byteLength, codex }: Finding): string {
  const line = lineNumber === null ? 'file' : String(lineNumber)
  return `${rule} ${line} @${String(byteOffset)}+${String(byteLength)}${codex === null ? '' : ` ${codex.outcome}`}`
}

/** What `validate` answers: the verdict, every finding, what Codex makes of the file, and a hash of the whole report. */
async function reportFacts(file: string): Promise<string> {
  const { files } = await jsonOf<{ readonly files: readonly [ValidationReport] }>(['validate', file])
  const { codex, ...rest } = files[0]
  // Who may read a file is a fact of this checkout, and whether a checksum can be verified one of this runtime.
  const ofThisMachine = ['file/readable-by-others', 'source/checksum-not-verified']
  const findings = rest.findings.filter(({ rule }) => !ofThisMachine.includes(rule))
  const inGroups =
    findings.length <= 12 ? findings.map(findingFacts) : [inCounts(findings.map(({ rule }) => rule))]
  const sight = codex.measured
    ? `lists ${codex.lists.answer}, reads ${codex.reads.answer}, resumes ${codex.resumes.answer}, lines ${Object.values(codex.lines).join('/')}`
    : 'not measured'
  return [
    rest.verdict,
    ...inGroups,
    `Codex ${sight}`,
    shortHash(JSON.stringify({ findings, ledger: rest.ledger, codex, sha256: rest.sha256 })),
  ].join(' | ')
}

/** Every folder of the corpus that is a CODEX_HOME. */
function homes(): readonly string[] {
  return readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name === 'sessions')
    .map((entry) => entry.parentPath)
    .sort()
}

describe.skipIf(shared === null)('golden answers on the corpus', () => {
  // SPEC host/command-line
  it('list', async () => {
    const facts: Record<string, string> = {}
    for (const home of homes()) {
      const query = ['list', '--archived', 'include', '--limit', '1000']
      const page = await jsonOf<SessionPage>(query, home)
      // The only fact that is not in the files: a checkout has its own times.
      const rows = page.sessions.map((row) => ({ ...row, updatedAt: null }))
      for (const row of rows) {
        const problems = row.problems.map(({ code }) => code)
        facts[join(relative(corpus, home), row.path)] = [
          row.era,
          row.links.role,
          row.form,
          row.archived ? 'archived' : 'active',
          row.cliVersion ?? 'no version',
          ...(problems.length === 0 ? [] : [inCounts(problems)]),
          shortHash(JSON.stringify(row)),
        ].join(' | ')
      }
      expect(page.problems).toEqual([])
    }
    expectGolden('list', facts)
  })

  // SPEC reader/rows
  it('show', async () => {
    const facts: Record<string, string> = {}
    for (const file of corpusFiles()) {
      const shown = await jsonOf<{ readonly lines: readonly LineRow[] }>(['show', file, '--limit', '100000'])
      const words = shown.lines.map(({ status, type, subtype }) => {
        const tags = [type, subtype].filter((tag) => tag !== null).join('/')
        return status === 'record' ? tags : `${status}(${tags})`
      })
      facts[relative(corpus, file)] =
        `${String(words.length)} lines | ${shortHash(JSON.stringify(shown.lines))} | ${inCounts(words)}`
    }
    expectGolden('show', facts)
  })

  // SPEC check/defects, check/verdict, eye/file
  it('validate', async () => {
    const facts: Record<string, string> = {}
    for (const file of corpusFiles()) facts[relative(corpus, file)] = await reportFacts(file)
    expectGolden('validate', facts)
  }, 120_000)

  // SPEC history/items, history/skipped
  it('history', async () => {
    const facts: Record<string, string> = {}
    for (const file of corpusFiles()) facts[relative(corpus, file)] = await historyFacts(file)
    expectGolden('history', facts)
  })
})
