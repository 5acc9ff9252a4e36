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
  try {
    const task = tasks.get(name)
    if (task === undefined) throw new Error(`no task is named ${name}`)
    const result = await task.run(input as never, {
      fileSystem,
      isCancelled: () => flag.isCancelled,
      report: (progress) => {
        answer({ kind: 'progress', runId, progress })
      },
    })
    answer({ kind: 'done', runId, result })
  } catch (bug) {
    answer({ kind: 'bug', runId, message: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) })
  }
}
