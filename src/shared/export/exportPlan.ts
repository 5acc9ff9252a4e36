import { z } from 'zod'
import { ProblemSchema } from '../session/session'

/**
 * Something that stands in the way of a complete export: a `file` that cannot be read, or a `place` whose sessions nobody
 * could list. An export goes on without them only when it is told to, and records that it did.
 */
export const BlockerSchema = z.strictObject({
  what: z.enum(['file', 'place']),
  path: z.string(),
  code: z.string(),
  message: z.string(),
})
export type Blocker = z.infer<typeof BlockerSchema>

/**
 * Why something below a root is not exported: the filters asked for others; it comes after as many as were asked for;
 * others were chosen; archived sessions were not asked for, or
 * nothing else was; a compressed copy lies beside the plain file; links and the like are never followed; it could not be
 * read and somebody said to go on without it. `paths` names the first of them, where names are known.
 */
export const leftOutReasons = [
  'filter',
  'limit',
  'not-chosen',
  'archived',
  'not-archived',
  'compressed-copy',
  'passed-over',
  'unreadable',
] as const

/** Files that an export leaves out for one reason: how many, and the first of their paths. */
export const LeftOutSchema = z.strictObject({
  reason: z.enum(leftOutReasons),
  count: z.int().min(1),
  paths: z.array(z.string()),
})
export type LeftOut = z.infer<typeof LeftOutSchema>

/** How many of something: rows that were listed, that the selection hides, that it holds. */
export const PlanCountsSchema = z.strictObject({
  listed: z.int().min(0),
  hidden: z.int().min(0),
  selected: z.int().min(0),
})
export type PlanCounts = z.infer<typeof PlanCountsSchema>

/**
 * Sessions whose history begins in another file that is not exported with them, as a fork's does: how many, and the
 * first of them with the rollout that they go on from.
 */
export const WithoutBaseSchema = z.strictObject({
  count: z.int().min(0),
  sessions: z.array(z.strictObject({ path: z.string(), baseRolloutId: z.string() })),
})
export type WithoutBase = z.infer<typeof WithoutBaseSchema>

/**
 * What an export would hold. `sourceBytes` is what its files have on disk now; `files` names the first of them, in the
 * order of the export; `blockerCount` counts all of `blockers`, of which the first are listed.
 */
export const ExportPlanSchema = z.strictObject({
  planId: z.string(),
  order: z.string(),
  counts: PlanCountsSchema,
  sourceBytes: z.int().min(0),
  files: z.array(z.strictObject({ path: z.string(), sizeBytes: z.int().min(0) })),
  blockers: z.array(BlockerSchema),
  blockerCount: z.strictObject({ file: z.int().min(0), place: z.int().min(0) }),
  leftOut: z.array(LeftOutSchema),
  withoutBase: WithoutBaseSchema,
  problems: z.array(ProblemSchema),
})
export type ExportPlan = z.infer<typeof ExportPlanSchema>

/** Where an export can go: the page sees a label and never a path that it could use. */
export const ExportDestinationSchema = z.strictObject({ destinationId: z.string(), label: z.string() })
export type ExportDestination = z.infer<typeof ExportDestinationSchema>

/**
 * What came of an export. `label` is the new folder, for display; `bytes` what its exported files hold, without
 * selection.json and the manifest. `manifestSha256` is to be kept apart from the folder.
 */
export const ExportResultSchema = z.strictObject({
  label: z.string(),
  sessions: z.int().min(0),
  files: z.int().min(0),
  bytes: z.int().min(0),
  manifestSha256: z.string(),
})
export type ExportResult = z.infer<typeof ExportResultSchema>
