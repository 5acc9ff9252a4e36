/** Leak test: a full use with real workers and real files leaves nothing behind. */
import { readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { createExplorer } from '../../src/core/explorer'
import type { Result } from '../../src/shared/result'
import { repositoryFolder } from '../support/shared'
import { metaLine, rollout, sessionPath, tempHome, userLine, uuid } from './support/tempHome'

/** Files below a folder that this process has open (Linux); workers share its descriptors. */
function openBelow(folder: string): readonly string[] {
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${descriptor}`)
      return path.startsWith(folder) ? [path] : []
    } catch (error) {
      // The descriptor by which the folder itself was listed is gone by now.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    }
  })
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe.skipIf(process.platform !== 'linux')('an explorer that was used and disposed of', () => {
  // SPEC jobs/no-leaks
  it('leaves no file open, no worker running and no timer waiting', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => userLine(`m${String(index)} ${'x'.repeat(400)}`))
    const path = sessionPath('2026-03-04T05-06-07', uuid(1))
    const home = tempHome({
      [path]: rollout(metaLine(uuid(1)), ...lines),
      'broken.jsonl.zst': Buffer.from('28b52ffd04', 'hex'),
    })
    const dataFolder = tempHome()
    const running = new Set<Worker>()
    const before = process.getActiveResourcesInfo().filter((kind) => kind !== 'Immediate')
    const explorer = createExplorer({
      home,
      dataFolder,
      samplesFolder: null,
      host: 'test',
      version: '0',
      spawnWorker: () => {
        const worker = new Worker(join(repositoryFolder(), 'out', 'main', 'worker.js'))
        running.add(worker)
        worker.on('exit', () => running.delete(worker))
        return worker
      },
    })
    const { handlers } = explorer
    const heard: string[] = []
    const stop = explorer.on('rollout:indexed', () => heard.push('indexed'))
    const { entries } = await explorer.openPaths([home, join(home, 'broken.jsonl.zst'), '/no/such'])
    expect(entries.length).toBe(2)
    for (const { fileId } of entries) {
      must(await handlers['rollout:open']({ fileId, jobId: 'o', acceptReplaced: false }))
      must(await handlers['rollout:index']({ fileId, jobId: 'i' }))
      must(
        await handlers['rollout:readLines']({ fileId, from: 1, limit: 100, maxTextBytes: 400, whole: true }),
      )
      must(await handlers['rollout:check']({ fileId, jobId: 'c' }))
      must(await handlers['rollout:stat']({ fileId }))
    }
    const scope = { kind: 'files', fileIds: entries.map(({ fileId }) => fileId) } as const
    must(await handlers['validation:run']({ runId: 'r', jobId: 'v', scope }))
    // Work that is still going on when everything is disposed of.
    const unfinished = entries.map(({ fileId }) =>
      handlers['rollout:check']({ fileId, jobId: `late ${fileId}` }),
    )
    const copied = must(
      await explorer.receiveCopy(
        'a.jsonl',
        (async function* () {
          yield await Promise.resolve(Buffer.from('x\n'))
        })(),
      ),
    )
    expect(copied.fileIds.length).toBe(1)
    stop()
    expect(heard.length).toBeGreaterThan(0)
    expect(running.size).toBeGreaterThan(1)
    await explorer.dispose()
    await Promise.all(unfinished)
    expect([openBelow(home), openBelow(dataFolder), running.size]).toEqual([[], [], 0])
    expect(readdirSync(join(dataFolder, 'copies'))).toEqual([])
    const after = process.getActiveResourcesInfo().filter((kind) => kind !== 'Immediate')
    expect(after.filter((kind) => kind === 'Timeout' || kind === 'MessagePort').length).toBeLessThanOrEqual(
      before.filter((kind) => kind === 'Timeout' || kind === 'MessagePort').length,
    )
  })
})
