/**
 * Histories of the corpus against a slow reference, written after ROLLOUT-FORMAT section 6 and nothing else: the whole file
 * as text, `JSON.parse`, and lists of names.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../src/core/platform/fileSystem'
import { getRolloutHistory, type RolloutHistory } from '../../../src/core/reader/history'
import { corpusFiles } from '../../support/corpus'
import { canProduce, producedRollouts } from '../../support/producedRollouts'
import { rolloutText } from '../../support/rolloutLines'
import { sharedFolder } from '../../support/shared'
import { tempHome } from '../support/tempHome'
import { valueOf } from '../support/testExplorer'

const shared = sharedFolder()

interface Item {
  readonly file: string
  readonly lineNumber: number
  readonly record: unknown
}

async function load(path: string): Promise<Extract<RolloutHistory, { kind: 'resumed' }>> {
  const context = { fileSystem: nodeFileSystem, isCancelled: () => false }
  const history = valueOf(await getRolloutHistory(path, context, { cacheFolder: tempHome() }))
  if (history.kind === 'new') throw new Error('there is a file')
  return history
}

function ownItems(
  path: string,
): readonly (Item & { readonly type: string; readonly payload: Record<string, unknown> })[] {
  return rolloutText(path)
    .split('\n')
    .flatMap((text, index) => {
      if (text.trim() === '') return []
      const record = JSON.parse(text) as { type: string; payload: Record<string, unknown>; ordinal?: number }
      if (record.type === 'response_item' && record.payload['type'] === 'ghost_snapshot') return []
      return [
        { file: basename(path), lineNumber: index + 1, record, type: record.type, payload: record.payload },
      ]
    })
}

/** What section 6 says is loaded from a file that the real CLI wrote. */
function reference(path: string): readonly Item[] {
  const own = ownItems(path)
  const base = own[0]?.payload['history_base'] as
    { thread_id: string; end_ordinal_exclusive: number } | undefined
  if (base === undefined) return own
  const parent = readdirSync(dirname(path)).find((name) => name.includes(base.thread_id)) ?? ''
  const prefix = reference(join(dirname(path), parent)).filter(
    ({ record }) => (record as { ordinal: number }).ordinal < base.end_ordinal_exclusive,
  )
  return [...prefix, ...own]
}

const written = corpusFiles('codex').filter(
  (path) => /\/rollout-[^/]*\.jsonl$/.test(path) && !path.includes('/0.20.0/'),
)

/** Loads a file that the real CLI wrote, and compares it with the reference. */
async function checkHistory(path: string): Promise<void> {
  const { items, conversationId, problems } = await load(path)
  const bare = ({ file, lineNumber, record }: Item): Item => ({ file, lineNumber, record })
  expect(items.map(bare), path).toEqual(reference(path).map(bare))
  expect(conversationId).toBe(ownItems(path)[0]?.payload['id'])
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
}

// SPEC history/items, history/forks
describe.skipIf(!canProduce())('every kind of rollout that the real CLI writes now', () => {
  it('loads what section 6 says', { timeout: 150_000 }, async () => {
    // A rollout that its kind archived, compressed or reverted since lies where the index of the kit says.
    const produced = producedRollouts().filter(({ original }) => existsSync(original))
    expect(produced.length).toBeGreaterThan(25)
    expect(produced.filter(({ original }) => original.endsWith('.zst'))).toHaveLength(1)
    for (const { original } of produced) await checkHistory(original)
  })
})

// SPEC history/items, history/forks
describe.skipIf(shared === null)('every rollout that the real CLI wrote', () => {
  it('loads what section 6 says', async () => {
    expect(written.length).toBeGreaterThan(25)
    for (const path of written) await checkHistory(path)
  })

  it('has items whose text is what they were read from', async () => {
    for (const path of written.slice(0, 6)) {
      const lines = readFileSync(path, 'utf8').split('\n')
      for (const { file, lineNumber, text } of (await load(path)).items) {
        if (file === basename(path)) expect(text).toBe(lines[lineNumber - 1])
      }
    }
  })

  it("a fork's is its parent's prefix and its own", async () => {
    const folder = join(shared ?? '', 'corpus/codex/0.169.0/home/sessions/2026/11/20')
    const fork = await load(
      join(folder, 'rollout-2026-11-20T07-25-01-01a1f7d8-29fd-7000-bc5c-19e7f8a67419.jsonl'),
    )
    const parent = await load(
      join(folder, 'rollout-2026-11-20T07-24-59-01a1f7d8-21e6-7a90-9a70-cac1fbb955e2.jsonl'),
    )
    expect(fork.items.slice(0, parent.items.length)).toEqual(parent.items)
    expect(fork.items).toHaveLength(parent.items.length + 15)
    expect(fork.problems).toEqual([])
  })

  it('reads genuine recordings to the last line', async () => {
    for (const path of corpusFiles('field').filter((file) => basename(file).startsWith('rollout-'))) {
      const { items, problems } = await load(path)
      const told = new Set([...items, ...problems].map(({ lineNumber }) => lineNumber))
      const count = readFileSync(path, 'utf8')
        .split('\n')
        .filter((text) => text.trim() !== '').length
      expect([told.size, problems.filter(({ severity }) => severity !== 'info')], path).toEqual([count, []])
    }
  })
})
