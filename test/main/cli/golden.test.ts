/** What `list` and `show` answer on every file of the corpus. */
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
})
