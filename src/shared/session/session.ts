import { z } from 'zod'
import { severities } from '../validation/severity'
import { eraIds } from '../rollout/eras'
import { rolloutForms, rolloutFormats } from '../rollout/formats'
import { SessionLinksSchema } from './links'

/**
 * One thing to know about a row or a listing. `code` is a rule id where a rule exists, else `list/...`; `severity` means
 * the same as for findings: a row is damaged when it has an `error`.
 */
export const ProblemSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(severities),
  message: z.string(),
  path: z.string().nullable(),
})
export type Problem = z.infer<typeof ProblemSchema>

/**
 * One row of the session list: one rollout file. `fileId` is the grant a client reads it by; `path` is relative
 * to the root and only ever shown. Times are ISO 8601 UTC; `createdAt` is the time of the session meta, else the
 * name's. `nameTime` is local time of the writer without a zone. Null = not recorded or not readable.
 */
export const SessionSummarySchema = z.strictObject({
  fileId: z.string(),
  id: z.string().nullable(),
  path: z.string(),
  form: z.enum(rolloutForms),
  archived: z.boolean(),
  format: z.enum(rolloutFormats),
  era: z.enum(eraIds),
  nameTime: z.string().nullable(),
  createdAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  sizeBytes: z.int().min(0).nullable(),
  cwd: z.string().nullable(),
  originator: z.string().nullable(),
  cliVersion: z.string().nullable(),
  source: z.string().nullable(),
  modelProvider: z.string().nullable(),
  model: z.string().nullable(),
  gitBranch: z.string().nullable(),
  gitCommit: z.string().nullable(),
  name: z.string().nullable(),
  preview: z.string().nullable(),
  links: SessionLinksSchema,
  problems: z.array(ProblemSchema),
})
export type SessionSummary = z.infer<typeof SessionSummarySchema>
