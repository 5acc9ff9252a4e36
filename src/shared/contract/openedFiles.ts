/** Opened files: the places and files that clients may read. */
import { z } from 'zod'
import { ProblemSchema } from '../session/session'
import { fileId, id } from './call'

/**
 * A place that sessions are listed from. `label` is for display; `exists` false means an empty page that says so.
 * `isReopened` is there and true for a root that was chosen at an earlier start, and that nobody named at this one.
 */
export const RootSchema = z.strictObject({
  rootId: id,
  kind: z.enum(['home', 'opened', 'samples']),
  label: z.string(),
  exists: z.boolean(),
  isReopened: z.boolean().optional(),
})
export type Root = z.infer<typeof RootSchema>

/** What came of opening files: the ids that can be read now, and one problem per path that cannot. */
export const OpenedFilesSchema = z.strictObject({
  rootId: id,
  fileIds: z.array(fileId),
  problems: z.array(ProblemSchema),
})
export type OpenedFiles = z.infer<typeof OpenedFilesSchema>
