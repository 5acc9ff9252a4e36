/** Open rollout: what clients are told of a file that they look at. */
import { z } from 'zod'
import { rolloutForms, rolloutFormats } from '../rollout/formats'
import { matchCellCount } from '../rollout/lineFilter'
import { LineRowSchema, LineSpanSchema } from '../rollout/lineRow'
import { ReadableSchema } from '../rollout/readable/readable'
import { ShapeReportSchema } from '../rollout/schema/shapeReport'
import { SessionSummarySchema } from '../session/session'
import { fileId, id, jobId, nullableText } from './call'

/**
 * What is known of a file when it is opened, from its head alone. `sizeBytes` is what lies on disk,
 * `contentBytes` what is read (the decompressed size of a `.jsonl.zst`). `origin` `copy` means that the file came
 * in as bytes and nobody knows from where.
 */
export const RolloutHeaderSchema = z.strictObject({
  fileId,
  name: z.string(),
  path: z.string(),
  origin: z.enum(['file', 'copy']),
  form: z.enum(rolloutForms),
  format: z.enum(rolloutFormats),
  sizeBytes: z.int().min(0),
  contentBytes: z.int().min(0),
  updatedAt: nullableText,
  summary: SessionSummarySchema,
  gitRepositoryUrl: nullableText,
  historyMode: nullableText,
  forkedFromId: nullableText,
  parentThreadId: nullableText,
})
export type RolloutHeader = z.infer<typeof RolloutHeaderSchema>

/** How far the line index of a file has come. `lineCount` is exact for the first `indexedBytes`. */
export const IndexStateSchema = z.strictObject({
  fileId,
  lineCount: z.int().min(0),
  indexedBytes: z.int().min(0),
  totalBytes: z.int().min(0),
  complete: z.boolean(),
})
export type IndexState = z.infer<typeof IndexStateSchema>

/** A window of lines. `nextLine` is null at the end of the file. */
export const LineWindowSchema = z.strictObject({
  lines: z.array(LineRowSchema),
  nextLine: z.int().min(1).nullable(),
  index: IndexStateSchema,
})
export type LineWindow = z.infer<typeof LineWindowSchema>

/**
 * One line, a byte window of it. `text` holds bytes `windowFrom` to `windowFrom + windowLength` of the line as UTF-8,
 * bytes that are not UTF-8 as `\xNN` and control characters as they are. `json` is the pretty-printed value where the
 * line is one JSON value of at most 1 MiB, else null, and `shape` says how that value compares with the schemas.
 * `readable` is its readable form, within limits, where it was asked for and the line is one JSON value of at most 32 MiB.
 */
export const LineDetailSchema = z.strictObject({
  row: LineRowSchema,
  spans: z.array(LineSpanSchema),
  windowFrom: z.int().min(0),
  windowLength: z.int().min(0),
  text: z.string(),
  hasInvalidUtf8: z.boolean(),
  json: nullableText,
  readable: ReadableSchema.nullable(),
  shape: ShapeReportSchema.nullable(),
})
export type LineDetail = z.infer<typeof LineDetailSchema>

/**
 * How far a filter has come. It has looked at `scannedLines` lines, all that lie in the first `scannedBytes`, and found
 * `matched` of them. `capped` says that it ended because more than `matched` cannot be kept. `cells` are the
 * parts of the content, of `matchCellCount`, in which matches begin. `jobId` is that of the run that told it.
 */
export const FilterStateSchema = z.strictObject({
  fileId,
  filterId: id,
  jobId,
  matched: z.int().min(0),
  scannedLines: z.int().min(0),
  scannedBytes: z.int().min(0),
  totalBytes: z.int().min(0),
  complete: z.boolean(),
  capped: z.boolean(),
  cells: z.array(
    z
      .int()
      .min(0)
      .max(matchCellCount - 1),
  ),
})
export type FilterState = z.infer<typeof FilterStateSchema>
