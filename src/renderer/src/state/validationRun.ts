/** Validation run: how the validation of a window stands, and what follows from that. Pure. */
import type { AppError } from '../../../shared/result'
import type { SessionSummary } from '../../../shared/session/session'
import type { RunScope, RunState } from '../../../shared/validation/run'

/** What is validated, as the host takes it and in words. */
export interface RunWish {
  readonly scope: RunScope
  readonly words: string
}

/**
 * How the validation stands. `state` is null until the host has told anything of it; `beganMs` is when it was begun, in
 * milliseconds since 1970: what was written to a file since then, its row may not know.
 */
export type ValidationRun =
  | { readonly status: 'none' }
  | {
      readonly status: 'running'
      readonly runId: string
      readonly jobId: string
      readonly wish: RunWish
      readonly state: RunState | null
      readonly beganMs: number
      readonly isCancelled: boolean
    }
  | {
      readonly status: 'ended'
      readonly runId: string
      readonly wish: RunWish
      readonly state: RunState
      readonly beganMs: number
    }
  | { readonly status: 'failed'; readonly wish: RunWish; readonly error: AppError }

/** True for a session that was written to since a validation began: what its row says may not hold any more. */
export function isChangedSince(beganMs: number, { updatedAt }: Pick<SessionSummary, 'updatedAt'>): boolean {
  return updatedAt !== null && Date.parse(updatedAt) > beganMs
}

/** The id of a run whose rows can be read; null where there is none. */
export function runIdOf(run: ValidationRun): string | null {
  return run.status === 'running' || run.status === 'ended' ? run.runId : null
}
