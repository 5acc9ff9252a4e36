/** Report parts: what a report of many files holds beside its files and homes, under the names that its JSON forms have. */
import { z } from 'zod'
import { verdicts } from './report'

const count = z.int().min(0)

/** Who made a report. `codex` is the version of Codex whose reading is told; `now` is what times were compared with. */
export const ReportToolSchema = z.strictObject({
  name: z.literal('rollscope'),
  version: z.string(),
  codex: z.string(),
  now: z.string().nullable(),
})
export type ReportTool = z.infer<typeof ReportToolSchema>

/** Something to be known of how a named place was reached, such as a link that was followed. It is no fault and counts nowhere. */
export const ReportNoteSchema = z.strictObject({ path: z.string(), code: z.string(), message: z.string() })
export type ReportNote = z.infer<typeof ReportNoteSchema>

/** The head of a report. `examined` are the places that were named, or what the window calls them. */
export const ReportHeadSchema = z.strictObject({
  tool: ReportToolSchema,
  examined: z.array(z.string()).readonly(),
  notes: z.array(ReportNoteSchema).readonly(),
})
export type ReportHead = z.infer<typeof ReportHeadSchema>

/**
 * What a report comes to. Of its `files`, each has a verdict, or is one of the `notChecked`: not reached before the check
 * was cancelled. What is no file at all is counted apart, in `noFiles`; `findings` are those of the files and of the homes.
 */
export const ReportSummarySchema = z.strictObject({
  files: count,
  noFiles: count,
  notChecked: count,
  verdicts: z.record(z.enum(verdicts), count),
  findings: z.strictObject({ error: count, warning: count, info: count }),
})
export type ReportSummary = z.infer<typeof ReportSummarySchema>

/** The end of a report. `cancelled` is true where the check was ended before its end, so that the rest is not all there is. */
export const ReportEndSchema = z.strictObject({ cancelled: z.boolean(), summary: ReportSummarySchema })
export type ReportEnd = z.infer<typeof ReportEndSchema>
