import { z } from 'zod'
import { severities } from './severity'

/**
 * One noticed fact about a CODEX_HOME that is about no single rollout: two files with one id, an index that names what is
 * not there. `files` are the files that it is about, as the report names them.
 */
export const HomeFindingSchema = z.strictObject({
  rule: z.string(),
  severity: z.enum(severities),
  message: z.string(),
  files: z.array(z.string()),
})
export type HomeFinding = z.infer<typeof HomeFindingSchema>

/** What was found in a CODEX_HOME as a whole. `path` is how it was named; `notChecked` lists what was not looked at and why. */
export const HomeReportSchema = z.strictObject({
  path: z.string(),
  findings: z.array(HomeFindingSchema),
  notChecked: z.array(z.string()),
})
export type HomeReport = z.infer<typeof HomeReportSchema>
