/** Check of a home: what is wrong with a CODEX_HOME as a whole, after all its files were checked. Runs in a worker. */
import { ok, type Result } from '../../../shared/result'
import type { HomeReport } from '../../../shared/validation/homeReport'
import type { Task } from '../../jobs/task'

/** A checked file of a home. `label` is what the report calls it; `session` is the id in its session meta, null for none. */
export interface HomeFile {
  readonly path: string
  readonly label: string
  readonly session: string | null
}

/** A home: where it lies, what the report calls it, and its files in the order of the report. */
export interface HomeToCheck {
  readonly path: string
  readonly label: string
  readonly files: readonly HomeFile[]
}

/** Checks a home. Fails only when it is cancelled: what cannot be read there is in the report. */
export const checkHomeTask: Task<HomeToCheck, HomeReport> = {
  name: 'validator.checkHome',
  run: ({ label }): Result<HomeReport> =>
    ok({ path: label, findings: [], notChecked: ['whether its files, its indexes and its database agree'] }),
}
