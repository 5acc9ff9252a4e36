/** Validation calls: the rules, and checks of many files. */
import { z } from 'zod'
import { RuleInfoSchema } from '../validation/report'
import { reportFormats } from '../validation/reportFormat'
import {
  RunRowsSchema,
  RunScopeSchema,
  RunStateSchema,
  RunViewSchema,
  WrittenReportSchema,
} from '../validation/run'
import { call, id, jobId, none } from './call'

/** The calls about rules and checks of many files. */
export const validationCalls = {
  /** Lists the rule catalogue. */
  'rule:list': call(none, z.strictObject({ rules: z.array(RuleInfoSchema) })),
  /**
   * Checks every file of a scope; `validation:progressed` tells of it, and its rows can be read meanwhile. The client
   * chooses `runId`, by which it is held until it is dropped or the client leaves; only the last few are. Cancelling the
   * job ends the run, which keeps what it has found.
   */
  'validation:run': call(z.strictObject({ runId: id, jobId, scope: RunScopeSchema }), RunStateSchema),
  /** Reads up to `limit` rows of a run from the row `from` (0-based) of a view. `anew` sorts what has come since into it. */
  'validation:rows': call(
    z.strictObject({
      runId: id,
      view: RunViewSchema,
      from: z.int().min(0),
      limit: z.int().min(1).max(500),
      anew: z.boolean().default(false),
    }),
    RunRowsSchema,
  ),
  /**
   * Writes the report of a run that has ended into a new file at a destination, in the order of the run. Nothing is left
   * behind when it fails or is cancelled.
   */
  'validation:export': call(
    z.strictObject({
      runId: id,
      format: z.enum(reportFormats),
      destinationId: id,
      fileName: z.string().max(200),
      jobId,
    }),
    WrittenReportSchema,
  ),
  /** Ends a run and forgets what it found. */
  'validation:drop': call(z.strictObject({ runId: id }), none),
}
