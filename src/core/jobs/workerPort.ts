/**
 * Worker port: what core needs of a worker thread, so that hosts can pass the built entry
 * and tests can run without one.
 */
export interface WorkerPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
  terminate(): Promise<unknown>
}

/** Starts one worker that runs `serveTasks`. */
export type SpawnWorker = () => WorkerPort
