/** The worker's side: runs the tasks that the pool sends, one message each, and answers with their results. */
import type { FileSystem } from '../platform/fileSystem'
import { CancelFlag, type AnyTask } from './task'
import type { RunMessage, WorkerMessage } from './wire'

interface MessagePortLike {
  on(event: 'message', listener: (message: RunMessage) => void): unknown
  postMessage(message: WorkerMessage): void
}

/** Serves `tasks` on a port until the thread ends. */
export function serveTasks(
  port: MessagePortLike,
  tasks: ReadonlyMap<string, AnyTask>,
  fileSystem: FileSystem,
): void {
  port.postMessage({ kind: 'ready' })
  port.on('message', (message) => {
    void runOne(message, tasks, fileSystem, (answer) => {
      port.postMessage(answer)
    })
  })
}

async function runOne(
  { runId, task: name, input, cancel }: RunMessage,
  tasks: ReadonlyMap<string, AnyTask>,
  fileSystem: FileSystem,
  answer: (message: WorkerMessage) => void,
): Promise<void> {
  const flag = new CancelFlag(cancel)
  const steps = new StepsTogether((together) => {
    answer({ kind: 'progress', runId, steps: together })
  })
  try {
    const task = tasks.get(name)
    if (task === undefined) throw new Error(`no task is named ${name}`)
    const result = await task.run(input as never, {
      fileSystem,
      isCancelled: () => flag.isCancelled,
      report: (step) => {
        steps.add(step)
      },
    })
    steps.flush()
    answer({ kind: 'done', runId, result })
  } catch (bug) {
    steps.flush()
    answer({ kind: 'bug', runId, message: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) })
  }
}

/** What a run reports within so many milliseconds goes in one message: each of them wakes the host's thread. */
const togetherMs = 20

class StepsTogether {
  readonly #tell: (steps: readonly unknown[]) => void
  #waiting: unknown[] = []
  #toldMs = Number.NEGATIVE_INFINITY
  #timer: NodeJS.Timeout | null = null

  constructor(tell: (steps: readonly unknown[]) => void) {
    this.#tell = tell
  }

  /** Tells a step at once where none was told lately, else with the next ones. */
  add(step: unknown): void {
    this.#waiting.push(step)
    if (performance.now() - this.#toldMs >= togetherMs) this.flush()
    else
      this.#timer ??= setTimeout(() => {
        this.flush()
      }, togetherMs)
  }

  /** Tells what waits. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#waiting.length === 0) return
    const steps = this.#waiting
    this.#waiting = []
    this.#tell(steps)
    this.#toldMs = performance.now()
  }
}
