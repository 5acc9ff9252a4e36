import { describe, expect, it } from 'vitest'
import { CancelFlag, type Task } from '../../../src/core/jobs/task'
import { createWorkerPool } from '../../../src/core/jobs/workerPool'
import type { RunMessage } from '../../../src/core/jobs/wire'
import type { WorkerPort } from '../../../src/core/jobs/workerPort'

/** A worker that answers when the test says so. */
class FakeWorker implements WorkerPort {
  readonly received: RunMessage[] = []
  readonly #listeners = new Map<string, (value: never) => void>()
  terminated = false

  postMessage(message: unknown): void {
    this.received.push(message as RunMessage)
  }

  on(event: string, listener: (value: never) => void): void {
    this.#listeners.set(event, listener)
  }

  terminate(): Promise<number> {
    this.terminated = true
    this.emit('exit', 0)
    return Promise.resolve(0)
  }

  emit(event: string, value: unknown): void {
    this.#listeners.get(event)?.(value as never)
  }

  finish(value: unknown): void {
    const runId = this.received.at(-1)?.runId
    this.emit('message', { kind: 'done', runId, result: { ok: true, value } })
  }
}

const task: Task<number, string, number> = { name: 'test', run: () => ({ ok: true, value: '' }) }

function pool(size = 2) {
  const workers: FakeWorker[] = []
  const runner = createWorkerPool({
    size,
    spawnWorker: () => {
      const worker = new FakeWorker()
      workers.push(worker)
      return worker
    },
  })
  return { runner, workers }
}

describe('worker pool', () => {
  // SPEC jobs/lanes
  it('keeps one worker free of bulk work', async () => {
    const { runner, workers } = pool()
    const first = runner.run(task, 1, { lane: 'bulk' })
    const second = runner.run(task, 2, { lane: 'bulk' })
    const quick = runner.run(task, 3)
    expect(workers.map(({ received }) => received.map(({ input }) => input))).toEqual([[1], [3]])
    workers[1]?.finish('quick')
    workers[0]?.finish('first')
    expect([await quick, await first]).toEqual([
      { ok: true, value: 'quick' },
      { ok: true, value: 'first' },
    ])
    workers[0]?.finish('second')
    expect(await second).toEqual({ ok: true, value: 'second' })
  })

  // SPEC jobs/worker-death
  it('answers an error for the task of a worker that dies, and replaces it', async () => {
    const { runner, workers } = pool()
    const run = runner.run(task, 1)
    workers[0]?.emit('exit', 1)
    expect((await run).ok).toBe(false)
    expect(workers.length).toBe(3)
    const next = runner.run(task, 2)
    workers.find(({ received }) => received.at(-1)?.input === 2)?.finish('fine')
    expect(await next).toEqual({ ok: true, value: 'fine' })
  })

  it('gives up on workers that die before they answer anything', async () => {
    const { runner, workers } = pool()
    const run = runner.run(task, 1)
    for (let at = 0; at < workers.length; at += 1) workers[at]?.emit('exit', 1)
    expect(workers.length).toBe(10)
    expect([(await run).ok, (await runner.run(task, 2)).ok]).toEqual([false, false])
  })

  // SPEC jobs/worker-death
  it('replaces workers as often as tasks end them, if they were ready', async () => {
    const { runner, workers } = pool()
    for (let round = 0; round < 30; round += 1) {
      for (const worker of workers) worker.emit('message', { kind: 'ready' })
      const run = runner.run(task, round, { lane: 'bulk' })
      workers.find(({ received }) => received.at(-1)?.input === round)?.emit('exit', 1)
      expect((await run).ok).toBe(false)
    }
    const last = runner.run(task, 99, { lane: 'bulk' })
    workers.find(({ received }) => received.at(-1)?.input === 99)?.finish('fine')
    expect(await last).toEqual({ ok: true, value: 'fine' })
  })

  it('lets the only worker that is left do everything', async () => {
    const { runner, workers } = pool()
    for (let at = 1; at < workers.length; at += 1) workers[at]?.emit('exit', 1)
    const run = runner.run(task, 7, { lane: 'bulk' })
    workers[0]?.finish('fine')
    expect(await run).toEqual({ ok: true, value: 'fine' })
  })

  it('ends what waits in the queue at once when it is cancelled', async () => {
    const { runner, workers } = pool()
    const running = runner.run(task, 1, { lane: 'bulk' })
    const cancel = new CancelFlag()
    const waiting = runner.run(task, 2, { lane: 'bulk', cancel })
    cancel.cancel()
    const result = await waiting
    expect(result.ok ? null : result.error.code).toBe('cancelled')
    workers[0]?.finish('first')
    expect(await running).toEqual({ ok: true, value: 'first' })
    expect(workers.flatMap(({ received }) => received).length).toBe(1)
  })

  it('passes progress on, and rejects for a bug', async () => {
    const { runner, workers } = pool()
    const progress: number[] = []
    const run = runner.run(task, 1, { onProgress: (step) => progress.push(step) })
    const runId = workers[0]?.received[0]?.runId
    workers[0]?.emit('message', { kind: 'progress', runId, steps: [5, 6] })
    workers[0]?.emit('message', { kind: 'bug', runId, message: 'oh' })
    await expect(run).rejects.toThrow('oh')
    expect(progress).toEqual([5, 6])
  })

  it('shares the flag by which a task is cancelled', () => {
    const { runner, workers } = pool()
    const cancel = new CancelFlag()
    void runner.run(task, 1, { cancel })
    cancel.cancel()
    const message = workers[0]?.received[0]
    expect(message !== undefined && new CancelFlag(message.cancel).isCancelled).toBe(true)
  })

  // SPEC jobs/dispose
  it('ends all work and all workers when it is disposed of', async () => {
    const { runner, workers } = pool()
    const running = runner.run(task, 1)
    const waiting = [runner.run(task, 2, { lane: 'bulk' }), runner.run(task, 3, { lane: 'bulk' })]
    await runner.dispose()
    const results = await Promise.all([running, ...waiting, runner.run(task, 4)])
    expect(results.map((result) => (result.ok ? 'ok' : result.error.code))).toEqual(
      Array(4).fill('cancelled'),
    )
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, true])
  })
})
