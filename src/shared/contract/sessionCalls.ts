/** Session calls: which sessions there are, and opening more of them. */
import { z } from 'zod'
import { SessionPageSchema } from '../session/page'
import { SessionQuerySchema } from '../session/query'
import { ProblemSchema, SessionSummarySchema } from '../session/session'
import { RecentSchema } from '../settings/recent'
import { call, fileId, id, jobId, none } from './call'
import { OpenedFilesSchema, RootSchema } from './openedFiles'

/** The calls that list sessions and open files. */
export const sessionCalls = {
  /** Lists the places that sessions can be listed from, the active root first. */
  'root:list': call(none, z.strictObject({ roots: z.array(RootSchema) })),
  /** Makes a listed Codex home the active root, of this start and, where recent files are kept, of the next. */
  'root:choose': call(z.strictObject({ rootId: id }), none),
  /** Makes the sample sessions that come with the product a root. */
  'root:openSamples': call(none, RootSchema),
  /** Lists one page of sessions of a root. A missing root is an empty page with a problem that says so. */
  'session:list': call(z.strictObject({ rootId: id, jobId, query: SessionQuerySchema }), SessionPageSchema),
  /** Finds the rollout files of a root whose session has this id, verified by their heads. */
  'session:find': call(
    z.strictObject({ rootId: id, jobId, sessionId: z.string().max(200) }),
    z.strictObject({ sessions: z.array(SessionSummarySchema), problems: z.array(ProblemSchema) }),
  ),
  /** Asks the person for files or a folder in the host's own dialog. Null when they cancel. */
  'file:choose': call(
    z.strictObject({ what: z.enum(['files', 'folder', 'root']) }),
    z.strictObject({ opened: OpenedFilesSchema.nullable() }),
  ),
  /** Shows a granted file in the system's own file manager. `forbidden` for a copy, which lies nowhere of the person's. */
  'file:showInFolder': call(z.strictObject({ fileId }), none),
  /** Lets the person drag granted files out of the window, to copy them elsewhere. Called inside the page's drag. */
  'file:startDrag': call(z.strictObject({ fileIds: z.array(fileId).min(1).max(1000) }), none),
  /** Lists what was opened before, newest first. In a host that keeps nothing: what was named at its start. */
  'recent:list': call(
    none,
    z.strictObject({ recents: z.array(RecentSchema), problems: z.array(ProblemSchema) }),
  ),
  /** Opens something that was opened before, as if the person had named it now. */
  'recent:open': call(z.strictObject({ recentId: id }), z.strictObject({ opened: OpenedFilesSchema })),
  /** Forgets one entry of the recent files. */
  'recent:remove': call(z.strictObject({ recentId: id }), none),
  /** Forgets all recent files. */
  'recent:clear': call(none, none),
}
