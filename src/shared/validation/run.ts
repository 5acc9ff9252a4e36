/** Run: one validation of many files, as a client starts it, follows it and reads its rows. */
import { z } from 'zod'
import { ProblemSchema } from '../session/session'
import { archivedModes } from '../session/query'
import { HomeReportSchema } from './homeReport'
import { verdicts } from './report'

const id = z.string().min(1).max(64)
const count = z.int().min(0)
const findingCounts = z.strictObject({ error: count, warning: count, info: count })

/** What a run checks: all sessions of a root, or files that somebody chose. */
export const RunScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('root'), rootId: id, archived: z.enum(archivedModes) }),
  z.strictObject({ kind: z.literal('files'), fileIds: z.array(id).min(1).max(100_000) }),
])
export type RunScope = z.infer<typeof RunScopeSchema>

/** What a row of a run says of its file: a verdict, or that it was not checked: not yet, or not before it was cancelled. */
export const rowVerdicts = [...verdicts, 'not-checked'] as const
export type RowVerdict = (typeof rowVerdicts)[number]

/** Where a run is. `cancelled` is the end of one that did not come to all files; a failed listing is a failed call. */
export const runPhases = ['listing', 'checking', 'done', 'cancelled'] as const
export type RunPhase = (typeof runPhases)[number]

/**
 * How far a run has come. Sizes are those that files had when it began, `elapsedMs` is without the listing. `problems` are
 * what could not be listed, the first of `problemCount`; `homes` what was found in homes as a whole, at the end.
 * `keepsReports` is false once a report could not be kept, so that there is nothing whole to export.
 */
export const RunStateSchema = z.strictObject({
  runId: id,
  jobId: id,
  phase: z.enum(runPhases),
  totalFiles: count,
  doneFiles: count,
  totalBytes: count,
  doneBytes: count,
  elapsedMs: count,
  verdicts: z.record(z.enum(rowVerdicts), count),
  findings: findingCounts,
  problems: z.array(ProblemSchema),
  problemCount: count,
  homes: z.array(HomeReportSchema),
  keepsReports: z.boolean(),
})
export type RunState = z.infer<typeof RunStateSchema>

/**
 * One file of a run. `index` is its place in the order of the run; `fileId` is null for one that cannot be opened, as its name
 * is not UTF-8. `path` is relative to the root and only shown, `name`
 * that of its session, `nameTime` the time in the file name, local time of its writer. What only a check tells is null
 * before it. `place` is that of the first of the most serious findings, null where there is none; `problem` is why the file
 * could not be read.
 */
export const RunRowSchema = z.strictObject({
  index: count,
  fileId: id.nullable(),
  path: z.string(),
  name: z.string().nullable(),
  nameTime: z.string().nullable(),
  isArchived: z.boolean(),
  sizeBytes: count,
  verdict: z.enum(rowVerdicts),
  counts: findingCounts,
  lineCount: count.nullable(),
  session: z.string().nullable(),
  place: z.strictObject({ lineNumber: z.int().min(1).nullable(), byteOffset: count }).nullable(),
  problem: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
})
export type RunRow = z.infer<typeof RunRowSchema>

/** What rows are sorted by. `order` is the order of the run: that of the paths. */
export const runSortKeys = [
  'order',
  'verdict',
  'errors',
  'warnings',
  'notes',
  'size',
  'lines',
  'time',
] as const
export type RunSortKey = (typeof runSortKeys)[number]

/** Which rows somebody wants to see: an empty list of verdicts is no filter. */
export const RunViewSchema = z.strictObject({
  sort: z.enum(runSortKeys).default('order'),
  ascending: z.boolean().default(true),
  verdicts: z.array(z.enum(rowVerdicts)).max(rowVerdicts.length).default([]),
})
export type RunView = z.infer<typeof RunViewSchema>

/**
 * Rows of a run. A view that is asked for again keeps the order that it had: what has come since stands below, so that
 * nothing jumps, and `isSorted` is then false until it is asked for anew.
 */
export const RunRowsSchema = z.strictObject({
  rows: z.array(RunRowSchema),
  total: count,
  isSorted: z.boolean(),
})
export type RunRows = z.infer<typeof RunRowsSchema>

/** A report that was written: where, for display, how large, and its hash. */
export const WrittenReportSchema = z.strictObject({ label: z.string(), bytes: count, sha256: z.string() })
export type WrittenReport = z.infer<typeof WrittenReportSchema>
