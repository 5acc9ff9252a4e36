/** What `list`, `show` and `history` answer on every file of the corpus. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createExplorer } from '../../../src/core/explorer'
import type { SessionPage } from '../../../src/shared/session/page'
import type { LineRow } from '../../../src/shared/rollout/lineRow'
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

  // SPEC history/items, history/skipped
  it('history', async () => {
    const facts: Record<string, string> = {}
    for (const file of corpusFiles()) facts[relative(corpus, file)] = await historyFacts(file)
    expectGolden('history', facts)
  })
})
