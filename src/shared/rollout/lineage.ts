/** Lineage: the files that one belongs with, as clients see them (ROLLOUT-FORMAT 1.6, 2.3, 2.8). */
import { z } from 'zod'
import { FindingSchema } from '../validation/finding'

const lineNumber = z.int().min(1)

/**
 * Another rollout that a file names. `fileId` and `name` are null where there is no file of it, or none was looked for;
 * `title` is the name that people gave the session.
 */
export const RelativeSchema = z.strictObject({
  id: z.string(),
  fileId: z.string().nullable(),
  name: z.string().nullable(),
  title: z.string().nullable(),
})
export type Relative = z.infer<typeof RelativeSchema>

/**
 * One file of the chain that holds a history. A base takes part with its first `lineCount` lines, which are `endByte` bytes,
 * and with records before `endOrdinal`; the file itself with all of it, and there these are null.
 */
export const ChainLinkSchema = RelativeSchema.extend({
  id: z.string().nullable(),
  role: z.enum(['base', 'own']),
  isFound: z.boolean(),
  fromOrdinal: z.int().min(0).nullable(),
  endOrdinal: z.int().min(0).nullable(),
  endByte: z.int().min(0).nullable(),
  lineCount: z.int().min(0).nullable(),
})
export type ChainLink = z.infer<typeof ChainLinkSchema>

/**
 * The lines of a file that are copies of another session's records. `lastLine` is null where their end is not known;
 * `basis` says how it is: by an ordinal in the header, by comparison with the original, by times from before the file.
 */
export const CopySchema = z.strictObject({
  from: RelativeSchema.nullable(),
  firstLine: lineNumber,
  lastLine: lineNumber.nullable(),
  basis: z.enum(['ordinal', 'compared', 'times', 'unknown']),
})
export type Copy = z.infer<typeof CopySchema>

/**
 * What a file belongs with: its chain, the oldest first and itself last; what is copied into it; what it was forked from;
 * who started it. `lookedIn` says where the others were looked for: a copy of unknown origin has nowhere.
 */
export const LineageSchema = z.strictObject({
  chain: z.array(ChainLinkSchema),
  copy: CopySchema.nullable(),
  forkedFrom: RelativeSchema.nullable(),
  startedBy: RelativeSchema.extend({ as: z.enum(['review', 'sub-agent']) }).nullable(),
  lookedIn: z.enum(['home', 'folder', 'nowhere']),
  findings: z.array(FindingSchema),
})
export type Lineage = z.infer<typeof LineageSchema>
