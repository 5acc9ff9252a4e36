/** Recent handlers: the calls on what was opened before. */
import type { OpenedFiles } from '../../shared/contract/openedFiles'
import type { Handlers } from '../../shared/contract/dispatch'
import { ok, type Result } from '../../shared/result'
import { assertNever } from '../../shared/assertNever'
import type { Recents } from './recents'

/** How something is opened that a person named. */
export interface RecentOpeners {
  readonly openPath: (path: string) => Promise<OpenedFiles>
  readonly openRoot: (path: string) => Promise<Result<{ readonly opened: OpenedFiles }>>
}

/** The calls that this file answers. */
export type RecentCalls = Pick<Handlers, 'recent:list' | 'recent:open' | 'recent:remove' | 'recent:clear'>

/** Returns the calls of one client. */
export function recentHandlers(recents: Recents, { openPath, openRoot }: RecentOpeners): RecentCalls {
  return {
    'recent:list': () => recents.list(),
    'recent:open': async ({ recentId }) => {
      const found = await recents.find(recentId)
      if (!found.ok) return found
      const { kind, path } = found.value
      switch (kind) {
        case 'root':
          return openRoot(path)
        case 'folder':
        case 'file':
          return ok({ opened: await openPath(path) })
        default:
          return assertNever(kind)
      }
    },
    'recent:remove': async ({ recentId }) => {
      await recents.remove(recentId)
      return ok({})
    },
    'recent:clear': async () => {
      await recents.clear()
      return ok({})
    },
  }
}
