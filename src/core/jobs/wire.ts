/** The messages between a worker pool and its workers. */
import type { Result } from '../../shared/result'

export interface RunMessage {
  readonly kind: 'run'
  readonly runId: number
  readonly task: string
  readonly input: unknown
  readonly cancel: SharedArrayBuffer
}

export type WorkerMessage =
  /** Steps in their order, those of some milliseconds together. */
  | { readonly kind: 'progress'; readonly runId: number; readonly steps: readonly unknown[] }
  | { readonly kind: 'done'; readonly runId: number; readonly result: Result<unknown> }
  | { readonly kind: 'bug'; readonly runId: number; readonly message: string }
