/**
 * Task: a named piece of work that runs in a worker thread, or inline in tests.
 *
 * A room defines its tasks beside the code they run; `taskTable.ts` collects them for the worker.
 * Input, output and progress cross a thread boundary, so they are plain data.
 */
import type { Result } from '../../shared/result'
import type { FileSystem } from '../platform/fileSystem'

/** What a running task can see of the world. */
export interface TaskContext<Progress> {
  readonly fileSystem: FileSystem
  /** True once somebody cancelled; a task asks at least every few megabytes and then answers `cancelled`. */
  isCancelled(): boolean
  report(progress: Progress): void
}

export interface Task<Input, Output, Progress = never> {
  readonly name: string
  readonly run: (input: Input, context: TaskContext<Progress>) => Result<Output> | Promise<Result<Output>>
}

/** A task whose types are forgotten, as the table of all tasks holds it. */
export type AnyTask = Task<never, unknown, unknown>

/** `interactive` work answers a person who waits; `bulk` work reads whole files and never takes the last worker. */
export type Lane = 'interactive' | 'bulk'

/** How one run of a task is to go: its lane, how to cancel it, and who hears its progress. */
export interface RunOptions<Progress> {
  readonly lane?: Lane
  readonly cancel?: CancelFlag
  readonly onProgress?: (progress: Progress) => void
}

/** Runs tasks somewhere. Resolves with the task's result; rejects only for bugs. */
export interface TaskRunner {
  run<Input, Output, Progress>(
    task: Task<Input, Output, Progress>,
    input: Input,
    options?: RunOptions<Progress>,
  ): Promise<Result<Output>>
  dispose(): Promise<void>
}

/** A flag that both sides of a thread boundary can see at once, because a busy worker receives no messages. */
export class CancelFlag {
  readonly buffer: SharedArrayBuffer
  readonly #cell: Int32Array
  readonly #listeners = new Set<() => void>()

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.buffer = buffer
    this.#cell = new Int32Array(buffer)
  }

  cancel(): void {
    Atomics.store(this.#cell, 0, 1)
    for (const listener of this.#listeners) listener()
    this.#listeners.clear()
  }

  /** Calls a listener when this side cancels; at once when it has. Returns the function that ends that. */
  onCancel(listener: () => void): () => void {
    if (this.isCancelled) listener()
    else this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get isCancelled(): boolean {
    return Atomics.load(this.#cell, 0) === 1
  }
}
