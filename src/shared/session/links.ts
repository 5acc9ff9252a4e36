/** Links: how one rollout file belongs to others, as far as its head tells (ROLLOUT-FORMAT 1.6, 2.3, 2.8). */
import { z } from 'zod'

/**
 * What a file is to its thread: `thread` stands alone; `segment` goes on where another file of the same thread was
 * reverted; `fork` holds only its own records, and has the rest in its base where it names one; `copy` has the records of its parent
 * copied in behind its own session meta; `sub-agent` and `review` were started by another thread.
 */
export const linkRoles = ['thread', 'segment', 'fork', 'copy', 'sub-agent', 'review'] as const
export type LinkRole = (typeof linkRoles)[number]

/**
 * Ids as they stand in the file. `rolloutId` names this file among those of a thread; `threadRootId` is the root of its
 * tree of threads; `baseRolloutId` the rollout that holds the beginning of its history; `copiedFromId` the session whose
 * records were copied into it.
 */
export const SessionLinksSchema = z.strictObject({
  role: z.enum(linkRoles),
  rolloutId: z.string().nullable(),
  threadRootId: z.string().nullable(),
  forkedFromId: z.string().nullable(),
  parentThreadId: z.string().nullable(),
  baseRolloutId: z.string().nullable(),
  copiedFromId: z.string().nullable(),
})
export type SessionLinks = z.infer<typeof SessionLinksSchema>
