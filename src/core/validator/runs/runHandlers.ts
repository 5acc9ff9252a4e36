/** Run handlers: the calls about validations of many files, answered for the client that starts them. */
import type { Handlers } from '../../../shared/contract/dispatch'
import { ok } from '../../../shared/result'
import type { Client } from '../../client'
import type { ReportExports } from '../../exporter/reportExports'
import type { ValidationRuns } from './validationRuns'

/** The rooms that these calls are answered from. */
export interface RunRooms {
  readonly validationRuns: ValidationRuns
  readonly reportExports: ReportExports
}

type RunCalls = Pick<Handlers, 'validation:run' | 'validation:rows' | 'validation:export' | 'validation:drop'>

/** Returns the calls of one client. Its runs end with it. */
export function runHandlers({ validationRuns, reportExports }: RunRooms, client: Client): RunCalls {
  const { jobs } = client
  return {
    'validation:run': (request) =>
      jobs.run(request.jobId, (cancel) => validationRuns.run(request, cancel, client)),
    'validation:rows': (request) => Promise.resolve(validationRuns.rows(request, client)),
    'validation:export': async (request) => {
      const run = validationRuns.get(request.runId, client)
      if (!run.ok) return run
      return jobs.run(request.jobId, (cancel) => reportExports.write(run.value, request, cancel))
    },
    'validation:drop': (request) => {
      validationRuns.drop(request, client)
      return Promise.resolve(ok({}))
    },
  }
}
