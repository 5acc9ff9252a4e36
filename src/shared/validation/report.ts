import { z } from 'zod'
import { rolloutForms, rolloutFormats } from '../rollout/formats'
import { CodexReportSchema } from './codexReport'
import { FindingSchema } from './finding'
import { severities } from './severity'
import { spanKinds } from './spanKind'

/** All bytes that were read, by span kind. `totalBytes` is their sum: the content's size where the verdict is not `unreadable`. */
export const LedgerSchema = z.strictObject({
  totalBytes: z.int().min(0),
  spans: z.array(z.strictObject({ kind: z.enum(spanKinds), count: z.int().min(0), bytes: z.int().min(0) })),
})
export type Ledger = z.infer<typeof LedgerSchema>

/**
 * The last word on a file: `damaged` with a finding of severity error, `findings` with a warning, `clean` with neither,
 * `unreadable` where it was not read as one whole, whatever was found in the part. It holds for what was checked, and
 * `notChecked` lists the rest.
 */
export const verdicts = ['clean', 'findings', 'damaged', 'unreadable'] as const
export type Verdict = (typeof verdicts)[number]

/**
 * All findings for one rollout, with the ledger of its bytes. `findings` is capped for each rule; `omittedFindings` counts
 * the rest, and `byRule` all of them, for each rule that has any.
 * The hashes are null when not every byte was read: a hash of a part would be taken for the file's.
 * `codex` is what the version of Codex that was asked for makes of the file; of one that was not measured, findings say nothing.
 */
export const ValidationReportSchema = z.strictObject({
  form: z.enum(rolloutForms),
  format: z.enum(rolloutFormats),
  sizeBytes: z.int().min(0),
  contentBytes: z.int().min(0),
  sha256: z.string().nullable(),
  contentSha256: z.string().nullable(),
  lineCount: z.int().min(0),
  session: z.string().nullable(),
  ledger: LedgerSchema,
  findings: z.array(FindingSchema),
  omittedFindings: z.int().min(0),
  counts: z.strictObject({ error: z.int().min(0), warning: z.int().min(0), info: z.int().min(0) }),
  byRule: z.array(z.strictObject({ rule: z.string(), count: z.int().min(1) })),
  verdict: z.enum(verdicts),
  notChecked: z.array(z.string()),
  codex: CodexReportSchema,
})
export type ValidationReport = z.infer<typeof ValidationReportSchema>

/**
 * One entry of the rule catalogue: what the rule looks for and why it matters, what a person can do about it, where
 * that is known from, and how it looks. `codex` is what Codex 0.169 does with it, null where nobody has measured that.
 */
export const RuleInfoSchema = z.strictObject({
  id: z.string(),
  severity: z.enum(severities),
  title: z.string(),
  explanation: z.string(),
  remedy: z.string(),
  source: z.string(),
  example: z.string(),
  codex: z.string().nullable(),
})
export type RuleInfo = z.infer<typeof RuleInfoSchema>
