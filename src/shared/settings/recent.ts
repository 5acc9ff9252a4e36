/** Recent: what a person opened before, by ids that the host gave out. The page sees names to read, and no path to use. */
import { z } from 'zod'

/** What was opened: a root, a folder, or a file. */
export const recentKinds = ['root', 'folder', 'file'] as const

/**
 * One file, folder or root that was opened before. `label` is its name and `place` the folder it lies in, both for
 * display; `isMissing` means that nothing is there now, or that it may not be looked at.
 */
export const RecentSchema = z.strictObject({
  recentId: z.string(),
  kind: z.enum(recentKinds),
  label: z.string(),
  place: z.string(),
  openedAt: z.string(),
  isMissing: z.boolean(),
})
export type Recent = z.infer<typeof RecentSchema>
