import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { serveTasks } from '../../../src/core/jobs/serveTasks'
import { CancelFlag, type AnyTask } from '../../../src/core/jobs/task'
import type { RunMessage, WorkerMessage } from '../../../src/core/jobs/wire'
import { nodeFileSystem } from '../../../src/core/platform/fileSystem'
import { ok } from '../../../src/shared/result'

type Report = (step: unknown) => void

/** Runs a task behind a port, and returns what was told until it was done. */
async function told(run: (report: Report) => Promise<void>): Promise<readonly WorkerMessage[]> {
  const emitter = new EventEmitter()
  const messages: WorkerMessage[] = []
  const task: AnyTask = {
    name: 'test.task',
    run: async (_input, context) => {
      await run(context.report)
      return ok('end')
    },
  }
  return new Promise((resolve) => {
    const port = {
      on: (event: 'message', listener: (message: RunMessage) => void) => emitter.on(event, listener),
      postMessage: (message: WorkerMessage) => {
        if (message.kind === 'ready') return
        messages.push(message)
        if (message.kind !== 'progress') resolve(messages)
      },
    }
    serveTasks(port, new Map([[task.name, task]]), nodeFileSystem)
    emitter.emit('message', {
      kind: 'run',
      runId: 1,
      task: task.name,
      input: null,
      cancel: new CancelFlag().buffer,
    })
  })
}

function stepsOf(messages: readonly WorkerMessage[]): readonly unknown[] {
  return messages.flatMap((message) => (message.kind === 'progress' ? message.steps : [message.kind]))
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

describe('a worker', () => {
  it('tells steps that follow each other closely together, in their order and before the end', async () => {
    const messages = await told((report) => {
      for (let step = 0; step < 1000; step += 1) report(step)
      return Promise.resolve()
    })
    expect(stepsOf(messages)).toEqual([...Array(1000).keys(), 'done'])
    expect(messages.length).toBeLessThan(500)
  })

  it('tells the steps before a fault', async () => {
    const messages = await told((report) => {
      report(1)
      report(2)
      throw new Error('a fault')
    })
    expect(stepsOf(messages)).toEqual([1, 2, 'bug'])
  })

  it('does not keep a step for a task that waits', async () => {
    const messages = await told(async (report) => {
      report(1)
      report(2)
      await pause(200)
      report(3)
    })
    expect(messages.map((message) => (message.kind === 'progress' ? message.steps : message.kind))).toEqual([
      [1],
      [2],
      [3],
      'done',
    ])
  })
})
