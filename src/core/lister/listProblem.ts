/** List problem: a failure as lists show it, beside the rows or in the row of the file that it is about. */
import { errorText, type AppError } from '../../shared/result'
import type { Problem } from '../../shared/session/session'

export function listProblem(error: AppError, path: string | null = error.file ?? null): Problem {
  return { code: `list/${error.code}`, severity: 'error', message: errorText(error), path }
}
