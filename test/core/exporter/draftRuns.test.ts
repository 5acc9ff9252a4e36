import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { draftNameFor } from '../../../src/core/exporter/draftName'
import { DraftRuns } from '../../../src/core/exporter/draftRuns'
import { createInlineRunner } from '../../../src/core/jobs/inlineRunner'
import { CancelFlag, type Task } from '../../../src/core/jobs/task'
import { nodeFileSystem } from '../../../src/core/platform/fileSystem'
import { err, ok, type Result } from '../../../src/shared/result'
import { tempHome } from '../support/tempHome'

type DraftTask = Task<
  { readonly target: { readonly folder: string; readonly name: string }; readonly draftName: string },
  string,
  { readonly done: number; readonly total: number }
>

/** Runs a task that makes a draft file and then answers, or throws. */
async function build(answer: () => Result<string>) {
  const folder = tempHome()
  const input = { target: { folder, name: 'out' }, draftName: draftNameFor('out') }
  const told: unknown[] = []
  const runner = createInlineRunner(nodeFileSystem)
  const runs = new DraftRuns({ runner, emit: (_, payload) => told.push(payload) })
  let wasKnown = false
  const task: DraftTask = {
    name: 'test.draft',
    run: (_, context) => {
      wasKnown = runs.has(input.draftName)
      writeFileSync(join(folder, input.draftName), 'begun')
      context.report({ done: 1, total: 2 })
      return answer()
    },
  }
  const job = { jobId: 'j', what: 'Building', unit: 'files', cancel: new CancelFlag() } as const
  const outcome = await runs.run(task, input, job).catch(() => 'thrown')
  const isLeft = existsSync(join(folder, input.draftName))
  return { outcome, wasKnown, isKnown: runs.has(input.draftName), isLeft, told }
}

// SPEC runs/export
describe('runs that build drafts', () => {
  it('know the drafts of this process while they go on, and tell how far they are', async () => {
    expect(await build(() => ok('made'))).toEqual({
      outcome: { ok: true, value: 'made' },
      wasKnown: true,
      isKnown: false,
      isLeft: true,
      told: [{ jobId: 'j', what: 'Building', unit: 'files', done: 1, total: 2 }],
    })
  })

  it('take away what a worker that died has left', async () => {
    const died = await build(() => err({ code: 'internal', message: 'The worker ended.' }))
    expect(died).toMatchObject({ outcome: { error: { code: 'internal' } }, isKnown: false, isLeft: false })
    const thrown = await build(() => {
      throw new Error('a bug')
    })
    expect(thrown).toMatchObject({ outcome: 'thrown', isKnown: false, isLeft: false })
  })
})
