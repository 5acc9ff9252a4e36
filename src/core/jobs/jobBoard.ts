/** Job board: the running jobs of all clients by the ids that the clients chose, so that they can be cancelled. */
import { CancelFlag } from './task'

export class JobBoard {
  readonly #flags = new Map<string, CancelFlag>()

  /** Runs an action under a job id. A second job by the same id replaces the first on the board. */
  async run<T>(jobId: string, action: (cancel: CancelFlag) => Promise<T>): Promise<T> {
    const flag = new CancelFlag()
    this.#flags.set(jobId, flag)
    try {
      return await action(flag)
    } finally {
      if (this.#flags.get(jobId) === flag) this.#flags.delete(jobId)
    }
  }

  /** Returns false when there is no such job any more. */
  cancel(jobId: string): boolean {
    const flag = this.#flags.get(jobId)
    flag?.cancel()
    return flag !== undefined
  }

  cancelAll(): void {
    for (const flag of this.#flags.values()) flag.cancel()
  }
}
