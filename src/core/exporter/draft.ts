/** Draft: something new while it is built, beside its place and under a name that says what it is. It is there whole or not at all. */
import { err, type Result } from '../../shared/result'

export interface Draft {
  /** Where it lies until it has its name. */
  readonly path: string
  /** Removes it and all that is in it. Says so when it could not. */
  abandon(): Result<null>
}

/**
 * Runs what fills a draft and gives it its name. Whatever goes wrong, the draft goes away; when even that fails, the error
 * says where it is.
 */
export async function fillOrAbandon<T>(draft: Draft, fill: () => Promise<Result<T>>): Promise<Result<T>> {
  let isComplete = false
  try {
    const result = await fill()
    isComplete = result.ok
    if (result.ok) return result
    const removed = draft.abandon()
    const rest = removed.ok
      ? 'Nothing was left behind.'
      : `What was begun could not be removed: ${draft.path}.`
    return err({ ...result.error, hint: `${result.error.hint ?? ''} ${rest}`.trim() })
  } catch (bug) {
    if (!isComplete) draft.abandon()
    throw bug
  }
}
