/** Sizes of many files, in one round trip: for progress in bytes, and to share the work evenly. Opens none of them. */
import { err, ok, type Result } from '../../../shared/result'
import type { Task } from '../../jobs/task'
import { attempt } from '../../platform/attempt'

/** Returns the size of each path in bytes; 0 for what cannot be looked at, of which its check tells why. */
export const measureFilesTask: Task<{ readonly paths: readonly string[] }, readonly number[]> = {
  name: 'validator.measureFiles',
  run: ({ paths }, { fileSystem, isCancelled }): Result<readonly number[]> => {
    const sizes: number[] = []
    for (const path of paths) {
      if (isCancelled()) return err({ code: 'cancelled', message: 'The check was cancelled.' })
      const looked = attempt(path, () => fileSystem.lookAt(path))
      sizes.push(looked.ok ? looked.value.sizeBytes : 0)
    }
    return ok(sizes)
  },
}
