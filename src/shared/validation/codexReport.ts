import { z } from 'zod'

/**
 * What Codex makes of one line: `skips` it, `misreads` it (takes it for something else than it says, or does not show it
 * where it belongs), or `reads` it. `note` says why, and is empty where there is nothing to say.
 */
export const EyeReadingSchema = z.strictObject({
  outcome: z.enum(['reads', 'skips', 'misreads']),
  note: z.string(),
})
export type EyeReading = z.infer<typeof EyeReadingSchema>

/** `unknown` where the file was not read as one whole, or goes on from a file that nobody looked for. */
const answer = z.enum(['yes', 'no', 'unknown'])

/**
 * What a measured version of Codex makes of the file. `lists` speaks of the default list, or of that of archived sessions for
 * a file that lies there, and tells under which id the file is in it. What Codex does not look at for its name or its folder it
 * does not list; a file that lies in no folder of sessions, or whose folder is not known, is taken to lie in its place. `reads` has the number of turns that are shown, null where they are
 * too many to be counted or the answer is not yes; of a paginated file they are shown once it was resumed. `resumes` says
 * whether a line feed is written first, and which ordinal the next line gets, in digits; null in a legacy file.
 *
 * `lines` counts the lines that are not blank, each judged by itself and by where it stands, whatever becomes of the file.
 * `reasons` says why lines are skipped or misread: each reason with the number of its lines and the first of them, some
 * twenty at most, and how many lines there are for others.
 * `misplaced` are those among the misread ones that only their place makes so, the first of them; `lines` counts them all.
 * `byBeginning` counts the lines that are too long to be held, null where there is none: Codex decodes them whole, and here
 * they were judged by their beginnings. All that is said of Codex holds as far as those tell, as its note says; where
 * Codex reads the file that stands in the note of `reads`, too.
 */
export const CodexSightSchema = z.strictObject({
  version: z.string(),
  measured: z.literal(true),
  lists: z.strictObject({
    answer,
    of: z.enum(['default', 'archived']),
    id: z.string().nullable(),
    note: z.string(),
  }),
  reads: z.strictObject({ answer, turns: z.int().min(0).nullable(), note: z.string() }),
  resumes: z.strictObject({
    answer,
    newlineFirst: z.boolean(),
    nextOrdinal: z.string().nullable(),
    note: z.string(),
  }),
  lines: z.strictObject({ reads: z.int().min(0), skips: z.int().min(0), misreads: z.int().min(0) }),
  reasons: z.array(
    z.strictObject({
      outcome: z.enum(['skips', 'misreads']),
      note: z.string(),
      lines: z.int().min(1),
      firstLine: z.int().min(1),
    }),
  ),
  misplaced: z.array(z.strictObject({ lineNumber: z.int().min(1), note: z.string() })),
  byBeginning: z
    .strictObject({ lines: z.int().min(1), firstLine: z.int().min(1), note: z.string() })
    .nullable(),
})
export type CodexSight = z.infer<typeof CodexSightSchema>

/** What a version of Codex makes of the file; nothing is said of a version that was not measured. */
export const CodexReportSchema = z.discriminatedUnion('measured', [
  CodexSightSchema,
  z.strictObject({ version: z.string(), measured: z.literal(false) }),
])
export type CodexReport = z.infer<typeof CodexReportSchema>
