import { z } from 'zod'
import { ProblemSchema, SessionSummarySchema } from './session'

/**
 * A bounded slice of the session list. `scannedFiles` counts the rollout names that the listing looked at,
 * `matchedFiles` those that the archived filter left; `bytesRead` what was read for this page.
 * `reachedScanCap` is always false: there is no cap, and the page says so.
 */
export const SessionPageSchema = z.strictObject({
  sessions: z.array(SessionSummarySchema),
  nextCursor: z.string().nullable(),
  problems: z.array(ProblemSchema),
  scannedFiles: z.int().min(0),
  matchedFiles: z.int().min(0),
  bytesRead: z.int().min(0),
  reachedScanCap: z.literal(false),
})
export type SessionPage = z.infer<typeof SessionPageSchema>
