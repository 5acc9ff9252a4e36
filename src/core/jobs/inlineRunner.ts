/** Runs tasks in this thread, for unit tests and for tools that need no second thread. */
import type { FileSystem } from '../platform/fileSystem'
import { CancelFlag, type TaskRunner } from './task'

/** Returns a runner that calls tasks directly with the given file system. */
export function createInlineRunner(fileSystem: FileSystem): TaskRunner {
  return {
    async run(task, input, { cancel = new CancelFlag(), onProgress } = {}) {
      await Promise.resolve()
      return task.run(input, {
        fileSystem,
        isCancelled: () => cancel.isCancelled,
        report: (progress) => onProgress?.(progress),
      })
    },
    dispose: () => Promise.resolve(),
  }
}
