/** The record of an export: the schema of `selection.json`, for whoever gets the folder and asks what it is. */
import { z } from 'zod'
import { ProblemSchema } from '../session/session'
import { exportFormats } from './exportFormat'
import { LeftOutSchema } from './exportPlan'
import { chosenBy, ExportQuerySchema } from './exportSelection'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)

/** How the sessions were chosen: by which query of which root, up to how many of its rows, or as which files. `order` is that of `sessions`. */
export const RecordedSelectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('query'),
    root: z.string(),
    order: z.string(),
    query: ExportQuerySchema,
    limit: z.int().min(1).nullable(),
  }),
  z.strictObject({
    kind: z.literal('files'),
    order: z.string(),
    chosenBy: z.enum(chosenBy),
    filterText: z.string().nullable(),
  }),
])
export type RecordedSelection = z.infer<typeof RecordedSelectionSchema>

/**
 * One exported session. `path` is relative to the root, or the name it was opened by. `sizeBytes` and `sha256` are those
 * of the file on disk, `contentBytes` and `contentSha256` of what a compressed one holds; null where it was not read as a
 * whole. `output` is the name in this folder, null where a session is a row of a table; `isRenamed` says that it could
 * not keep its own. `base` is the rollout that holds the beginning of its history, and whether that is exported, too.
 */
export const ExportedSessionSchema = z.strictObject({
  id: z.string().nullable(),
  path: z.string(),
  origin: z.enum(['file', 'copy']),
  base: z.strictObject({ rolloutId: z.string(), isExported: z.boolean() }).nullable(),
  modifiedAt: z.string().nullable(),
  sizeBytes: count.nullable(),
  sha256: sha256.nullable(),
  contentBytes: count.nullable(),
  contentSha256: sha256.nullable(),
  output: z.string().nullable(),
  isRenamed: z.boolean(),
  outputBytes: count.nullable(),
  outputSha256: sha256.nullable(),
  problems: z.array(z.strictObject({ code: z.string(), message: z.string() })),
})
export type ExportedSession = z.infer<typeof ExportedSessionSchema>

/** All of `selection.json`. */
export const ExportRecordSchema = z.strictObject({
  kind: z.literal('rollscope-export'),
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('rollscope'), version: z.string() }),
  createdAt: z.string(),
  format: z.enum(exportFormats),
  selection: RecordedSelectionSchema,
  proves: z.array(z.string()),
  doesNotProve: z.array(z.string()),
  leftOut: z.array(LeftOutSchema),
  problems: z.array(ProblemSchema),
  sessions: z.array(ExportedSessionSchema),
  counts: z.strictObject({
    listed: count,
    hidden: count,
    selected: count,
    leftOutAsUnreadable: count,
    withoutBase: count,
    exported: count,
    files: count,
    bytes: count,
  }),
})
export type ExportRecord = z.infer<typeof ExportRecordSchema>
