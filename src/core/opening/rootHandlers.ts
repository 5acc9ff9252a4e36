/** Root handlers: the calls about the places that sessions are listed from. */
import type { Root } from '../../shared/contract/openedFiles'
import type { Handlers } from '../../shared/contract/dispatch'
import { err, ok } from '../../shared/result'
import type { TaskRunner } from '../jobs/task'
import type { Roots, RootState } from '../lister/roots'
import { inspectPaths } from '../source/inspectPaths'
import type { ActiveRoot } from './activeRoot'

/** The rooms that these calls are answered from. */
export interface RootRooms {
  readonly runner: TaskRunner
  readonly roots: Roots
  readonly activeRoot: ActiveRoot
  /** The sample sessions that come with the product, or null where there are none. */
  readonly samplesFolder: string | null
}

type RootCalls = Pick<Handlers, 'root:list' | 'root:choose' | 'root:openSamples'>

/** Returns the calls, which are the same for every client. */
export function rootHandlers({ runner, roots, activeRoot, samplesFolder }: RootRooms): RootCalls {
  return {
    'root:list': async () => {
      await activeRoot.isKnown
      return ok({ roots: await Promise.all(roots.all.map((root) => toRoot(runner, root))) })
    },
    'root:choose': async ({ rootId }) => {
      const found = roots.find(rootId)
      if (!found.ok) return found
      await activeRoot.choose(rootId)
      return ok({})
    },
    'root:openSamples': async () => {
      if (samplesFolder === null) {
        return err({ code: 'not-found', message: 'This copy of Rollscope comes without sample sessions.' })
      }
      return ok(await toRoot(runner, roots.addSamples(samplesFolder)))
    },
  }
}

async function toRoot(runner: TaskRunner, root: RootState): Promise<Root> {
  const { rootId, kind, label, sources, isReopened = false } = root
  if (kind === 'opened') return { rootId, kind, label, exists: true }
  const [path] = await inspectPaths(
    runner,
    sources.map((source) => source.path),
  )
  const isMissing = path?.kind === 'problem' && path.error.code === 'not-found'
  const exists = path !== undefined && !isMissing
  return { rootId, kind, label, exists, ...(isReopened ? { isReopened } : {}) }
}
