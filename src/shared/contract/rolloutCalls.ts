/** Rollout calls: reading one session. */
import { z } from 'zod'
import { CensusSchema } from '../rollout/census'
import { HistoryPageSchema, HistoryPlaceSchema } from '../rollout/history'
import { LineFilterSchema } from '../rollout/lineFilter'
import { LineageSchema } from '../rollout/lineage'
import { LineRowSchema } from '../rollout/lineRow'
import { StripSchema } from '../rollout/strip'
import { ValidationReportSchema } from '../validation/report'
import { call, fileId, id, jobId, none } from './call'
import {
  FilterStateSchema,
  IndexStateSchema,
  LineDetailSchema,
  LineWindowSchema,
  RolloutHeaderSchema,
} from './openRollout'

/** The calls that read one session. */
export const rolloutCalls = {
  /**
   * Opens a file for reading: checks that it is still the granted one, decompresses it where needed, reads its head.
   * `acceptReplaced` opens what stands at its path now, when a person asks for that after they were told.
   */
  'rollout:open': call(
    z.strictObject({ fileId, jobId, acceptReplaced: z.boolean().default(false) }),
    RolloutHeaderSchema,
  ),
  /** Forgets what is held for an open file and stops its work. */
  'rollout:close': call(z.strictObject({ fileId }), none),
  /** Builds or extends the line index to the end of the file. `rollout:indexed` reports as it grows. */
  'rollout:index': call(z.strictObject({ fileId, jobId }), IndexStateSchema),
  /**
   * Reads up to `limit` lines from line `from`. Works while the index grows, for lines it has reached. Long lines
   * are judged by their beginning unless `whole` asks to wait for all their bytes. `eye` asks what Codex makes of each line
   * in a file of that format.
   */
  'rollout:readLines': call(
    z.strictObject({
      fileId,
      from: z.int().min(1),
      limit: z.int().min(1).max(500),
      maxTextBytes: z.int().min(16).max(1_048_576).default(400),
      whole: z.boolean().default(false),
      eye: z.enum(['legacy', 'paginated']).optional(),
    }),
    LineWindowSchema,
  ),
  /** Reads a byte window of one line, at most 1 MiB of it, and its readable form `withReadable`. */
  'rollout:readLine': call(
    z.strictObject({
      fileId,
      lineNumber: z.int().min(1),
      windowFrom: z.int().min(0).default(0),
      windowLength: z.int().min(1).max(1_048_576).default(65_536),
      withReadable: z.boolean().default(false),
    }),
    LineDetailSchema,
  ),
  /** Reads up to 64 KiB of the content from the byte `from`: fewer at its end, none beyond. `bytes` is base64. */
  'rollout:readBytes': call(
    z.strictObject({ fileId, from: z.int().min(0), length: z.int().min(1).max(65_536) }),
    z.strictObject({ from: z.int().min(0), bytes: z.base64(), totalBytes: z.int().min(0) }),
  ),
  /** Says which line holds a byte of the content. */
  'rollout:locate': call(
    z.strictObject({ fileId, byteOffset: z.int().min(0) }),
    z.strictObject({ lineNumber: z.int().min(1), byteOffset: z.int().min(0) }),
  ),
  /**
   * Reads the whole file: ledger, findings, hashes, the strip, and the census of kinds and types. `rollout:surveyed` shows
   * the strip as it fills, and what is found. `codex` is the version whose reading of the file the report tells, where it
   * was measured; without it, the last one that was.
   */
  'rollout:check': call(
    z.strictObject({ fileId, jobId, codex: z.string().min(1).max(100).optional() }),
    z.strictObject({ report: ValidationReportSchema, strip: StripSchema, census: CensusSchema }),
  ),
  /**
   * Reads a page of what Codex loads of a session: from the beginning of its oldest base, or from where the page before
   * ended. `new` is the answer for a file that is not there. The file need not be open.
   */
  'rollout:history': call(
    z.strictObject({ fileId, jobId, from: HistoryPlaceSchema.nullable().default(null) }),
    HistoryPageSchema,
  ),
  /** Finds out which files an open one belongs with: its bases, what is copied into it, who started it. */
  'rollout:lineage': call(z.strictObject({ fileId, jobId }), LineageSchema),
  /** Compares the file on disk with what was opened. */
  'rollout:stat': call(
    z.strictObject({ fileId }),
    z.strictObject({
      state: z.enum(['same', 'grown', 'shrunk', 'rewritten', 'replaced', 'gone']),
      sizeBytes: z.int().min(0),
    }),
  ),
  /**
   * Finds the lines of a filter in the whole file; `rollout:matched` tells of them as they are found. The client chooses
   * `filterId`: another filter under the same id replaces the one before, the same filter goes on where it ended, and
   * takes in what was appended.
   */
  'rollout:filter': call(
    z.strictObject({ fileId, jobId, filterId: id, filter: LineFilterSchema }),
    FilterStateSchema,
  ),
  /** Reads the rows of up to `limit` matches of a filter, from the match `from` (0-based). */
  'rollout:readMatches': call(
    z.strictObject({
      fileId,
      filterId: id,
      from: z.int().min(0),
      limit: z.int().min(1).max(500),
      maxTextBytes: z.int().min(16).max(1_048_576).default(400),
      whole: z.boolean().default(false),
      eye: z.enum(['legacy', 'paginated']).optional(),
    }),
    z.strictObject({ lines: z.array(LineRowSchema), matched: z.int().min(0) }),
  ),
  /**
   * Says where matches are around a line: `index` (0-based) of the first one at or after it, the lines of up to `limit`
   * from there, and the line of the one before. `index` is the number of matches where none follows.
   */
  'rollout:locateMatch': call(
    z.strictObject({
      fileId,
      filterId: id,
      lineNumber: z.int().min(1),
      limit: z.int().min(1).max(500).default(1),
    }),
    z.strictObject({
      index: z.int().min(0),
      before: z.int().min(1).nullable(),
      lines: z.array(z.int().min(1)),
      matched: z.int().min(0),
    }),
  ),
  /** Ends a filter and forgets what it found. */
  'rollout:dropFilter': call(z.strictObject({ fileId, filterId: id }), none),
}
