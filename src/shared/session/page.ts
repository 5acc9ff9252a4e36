import { z } from 'zod'
import { ProblemSchema, SessionSummarySchema } from './session'

/** The filters of a query that ask for a field of a row, by their names there. */
export const hidingFilters = [
  'source',
  'cwd',
  'provider',
  'originator',
  'model',
  'version',
  'era',
  'form',
  'damaged',
  'name',
  'since',
  'until',
  'query',
] as const
export type HidingFilter = (typeof hidingFilters)[number]

/**
 * What is not shown of what was looked at. `archived` counts names that the archived filter leaves out of the whole
 * listing; `filtered` counts files whose beginning was read for this page and that other filters left out; `byFilter` says
 * how many of those each filter leaves out, and a file that several leave out counts for each of them.
 */
export const HiddenCountsSchema = z.strictObject({
  archived: z.int().min(0),
  filtered: z.int().min(0),
  byFilter: z.partialRecord(z.enum(hidingFilters), z.int().min(1)),
})
export type HiddenCounts = z.infer<typeof HiddenCountsSchema>

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
  hidden: HiddenCountsSchema,
  bytesRead: z.int().min(0),
  reachedScanCap: z.literal(false),
})
export type SessionPage = z.infer<typeof SessionPageSchema>

/** The counts of a page that hides nothing. */
export const nothingHidden: HiddenCounts = { archived: 0, filtered: 0, byFilter: {} }
