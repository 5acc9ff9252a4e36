import type { AppError } from '../../../shared/result'
import type { ViewerState } from './viewerTypes'

/** What the host said when it found, while working, that the open file is no longer the one that was opened. */
export function changedError(
  state: Pick<ViewerState, 'indexing' | 'check' | 'linesFailure' | 'detail'>,
): AppError | null {
  const { indexing, check, linesFailure, detail } = state
  const errors = [
    indexing.status === 'failed' ? indexing.error : null,
    check.status === 'failed' ? check.error : null,
    linesFailure,
    detail.status === 'failed' ? detail.error : null,
  ]
  return errors.find((error) => error?.code === 'changed') ?? null
}
