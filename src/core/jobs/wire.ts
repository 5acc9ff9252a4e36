/** The messages between a worker pool and its workers. */
import type { Result } from '../../shared/result'

/** To a worker: run this task. `cancel` is the memory of its cancel flag, which both threads see. */
export interface RunMessage {
  readonly kind: 'run'
  readonly runId: number
  readonly task: string
  readonly input: unknown
  readonly cancel: SharedArrayBuffer
}

/** From a worker, about one run: progress, its answer, or that the task threw, which is always a bug. */
export type WorkerMessage =
  /** The first of a worker: it is there and takes tasks. */
  | { readonly kind: 'ready' }
  /** Steps in their order, those of some milliseconds together. */
  | { readonly kind: 'progress'; readonly runId: number; readonly steps: readonly unknown[] }
  | { readonly kind: 'done'; readonly runId: number; readonly result: Result<unknown> }
  | { readonly kind: 'bug'; readonly runId: number; readonly message: string }
