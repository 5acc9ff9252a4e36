import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeEvidence } from '../support/evidence'
import { corpusFiles } from '../support/corpus'
import { sharedFolder } from '../support/shared'
import { metaLine, rollout, sessionPath, tempHome, userLine, uuid } from './support/tempHome'
import { testExplorer, valueOf } from './support/testExplorer'

/** Does everything that a client can ask for with everything below a folder. */
async function tour(folder: string): Promise<number> {
  const { explorer, invoke, homeId } = await testExplorer(folder)
  for (const query of [{}, { sort: 'size' as const }, { archived: 'include' as const, query: 'a' }]) {
    valueOf(await invoke('session:list', { rootId: homeId, jobId: 'l', query }))
  }
  valueOf(await invoke('session:find', { rootId: homeId, jobId: 'f', sessionId: uuid(1) }))
  const { entries } = await explorer.openPaths([folder])
  for (const { fileId } of entries) {
    valueOf(await invoke('rollout:open', { fileId, jobId: 'o' }))
    valueOf(await invoke('rollout:index', { fileId, jobId: 'i' }))
    valueOf(await invoke('rollout:readLines', { fileId, from: 1, limit: 50, whole: true }))
    await invoke('rollout:readLine', { fileId, lineNumber: 1 })
    valueOf(await invoke('rollout:locate', { fileId, byteOffset: 100 }))
    valueOf(await invoke('rollout:check', { fileId, jobId: 'c' }))
    valueOf(await invoke('rollout:stat', { fileId }))
    valueOf(await invoke('rollout:close', { fileId }))
  }
  return entries.length
}

describe('evidence', () => {
  // SPEC host/evidence-untouched
  it('is the same in bytes, times and inode after everything core can do with it', async () => {
    const home = tempHome({
      [sessionPath('2026-03-04T05-06-07', uuid(1))]: rollout(metaLine(uuid(1)), userLine('a')),
      [sessionPath('2026-03-04T05-06-08', uuid(2))]: `${metaLine(uuid(2))}\n{"torn`,
      [`archived_sessions/rollout-2026-03-04T05-06-09-${uuid(3)}.jsonl.zst`]: 'not compressed',
      'session_index.jsonl': rollout(JSON.stringify({ id: uuid(1), thread_name: 'n' })),
    })
    const before = await describeEvidence(home)
    expect(await tour(home)).toBe(3)
    expect(await describeEvidence(home)).toEqual(before)
  })

  it.skipIf(sharedFolder() === null)('is the same for all of the corpus', async () => {
    const folder = tempHome()
    cpSync(join(sharedFolder() ?? '', 'corpus'), folder, { recursive: true })
    const before = await describeEvidence(folder)
    expect(await tour(folder)).toBeGreaterThan(100)
    expect(await describeEvidence(folder)).toEqual(before)
    expect(corpusFiles().length).toBeGreaterThan(100)
  })
})
