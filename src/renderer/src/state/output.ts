/**
 * Output: something new that is written for a person, a folder of sessions or a report: where to, under what name, and what
 * came of it. What is written is for the store that has it; so is how its state is kept.
 */
import type { StoreApi } from 'zustand/vanilla'
import type { ExportDestination } from '../../../shared/export/exportPlan'
import { folderNameProblem } from '../../../shared/export/folderName'
import type { AppError, Result } from '../../../shared/result'
import type { Client } from '../client/client'
import type { JobsState } from './jobsStore'

/** How the writing stands. */
export type OutputRun<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly jobId: string; readonly isCancelled: boolean }
  | { readonly status: 'done'; readonly result: T }
  | { readonly status: 'failed'; readonly error: AppError }

export interface OutputState<T> {
  readonly destination: ExportDestination | null
  readonly name: string
  /** Why nothing can be written there under that name; null when it can, as far as is known. */
  readonly targetError: AppError | null
  /** What other exports build, or left behind, where this one would go. */
  readonly unfinished: readonly string[]
  readonly run: OutputRun<T>
  readonly setName: (name: string) => Promise<void>
  readonly chooseDestination: () => Promise<void>
  readonly cancel: () => void
  /** Closes the dialog: a result that was seen is not shown again. */
  readonly leave: () => void
}

export interface OutputOptions {
  readonly client: Client
  readonly jobs: StoreApi<JobsState>
  /** True when the host answers a place without asking anybody. */
  readonly hasStartFolder: () => boolean
}

/** How an output reads and changes its part of a store. */
export interface OutputSlot<T> {
  readonly get: () => OutputState<T>
  readonly set: (part: Partial<OutputState<T>>) => void
}

/** What a store does with its output, beside what people do. */
export interface Output<T> {
  readonly state: OutputState<T>
  /** Begins anew under a name that nobody chose yet. */
  readonly begin: (name: string) => Promise<void>
  /** Writes as a job. Null where there is no place yet, or while it goes on. */
  readonly write: (
    what: string,
    call: (destinationId: string, jobId: string) => Promise<Result<T>>,
  ) => Promise<Result<T> | null>
  /** Goes back from a result to the choices. */
  readonly back: () => Promise<void>
}

/** Makes the output of a store. Answers to questions that nobody asks any more are dropped. */
export function createOutput<T>(options: OutputOptions, { get, set }: OutputSlot<T>): Output<T> {
  const { client, jobs, hasStartFolder } = options
  let seq = 0

  async function checkTarget(): Promise<void> {
    const mine = ++seq
    const { destination, name } = get()
    const problem = folderNameProblem(name)
    if (problem !== null) return set({ targetError: { code: 'bad-request', message: problem } })
    if (destination === null) return set({ targetError: null })
    const { destinationId } = destination
    const checked = await client.invoke('export:checkTarget', { destinationId, folderName: name })
    if (mine !== seq) return
    set({
      targetError: checked.ok ? null : checked.error,
      unfinished: checked.ok ? checked.value.unfinished : [],
    })
  }

  async function chooseDestination(): Promise<void> {
    const chosen = await client.invoke('export:chooseDestination', {})
    if (!chosen.ok) return set({ targetError: chosen.error })
    if (chosen.value.destination === null) return
    set({ destination: chosen.value.destination })
    await checkTarget()
  }

  return {
    state: {
      destination: null,
      name: '',
      targetError: null,
      unfinished: [],
      run: { status: 'idle' },
      chooseDestination,
      async setName(name) {
        set({ name })
        await checkTarget()
      },
      cancel() {
        const { run } = get()
        if (run.status !== 'running') return
        set({ run: { ...run, isCancelled: true } })
        jobs.getState().cancel(run.jobId)
      },
      leave() {
        if (get().run.status !== 'running') set({ run: { status: 'idle' } })
      },
    },
    async begin(name) {
      set({ name, run: { status: 'idle' } })
      await (hasStartFolder() ? chooseDestination() : checkTarget())
    },
    async write(what, call) {
      const { destination, run } = get()
      if (destination === null || run.status === 'running') return null
      const result = await jobs.getState().run(what, (jobId) => {
        set({ run: { status: 'running', jobId, isCancelled: false } })
        return call(destination.destinationId, jobId)
      })
      set({
        run: result.ok ? { status: 'done', result: result.value } : { status: 'failed', error: result.error },
      })
      return result
    },
    async back() {
      set({ run: { status: 'idle' } })
      await checkTarget()
    },
  }
}
