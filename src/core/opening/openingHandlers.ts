/** Opening handlers: the calls by which a person names something to open, in the host's dialog or among the recent. */
import type { Handlers } from '../../shared/contract/dispatch'
import { err, ok } from '../../shared/result'
import type { Client } from '../client'
import { recentHandlers, type RecentCalls } from '../recents/recentHandlers'
import type { Recents } from '../recents/recents'
import type { Opening } from './opening'

/** The rooms that these calls are answered from. */
export interface OpeningRooms {
  readonly opening: Opening
  readonly recents: Recents
}

type OpeningCalls = Pick<Handlers, 'file:choose'> & RecentCalls

/** Returns the calls of one client. */
export function openingHandlers({ opening, recents }: OpeningRooms, client: Client): OpeningCalls {
  const { choosePaths } = client.ports
  return {
    'file:choose': async ({ what }) => {
      if (choosePaths === undefined) {
        return err({
          code: 'forbidden',
          message: 'This host has no dialog for files.',
          hint: 'Drop files on the window, or name them when you start Rollscope.',
        })
      }
      const paths = await choosePaths(what)
      const [first] = paths ?? []
      if (paths === null || first === undefined) return ok({ opened: null })
      if (what === 'root') return opening.openRoot(first, client)
      return ok({ opened: (await opening.openPaths(paths, client)).opened })
    },
    ...recentHandlers(recents, {
      openPath: async (path) => (await opening.openPaths([path], client)).opened,
      openRoot: (path) => opening.openRoot(path, client),
    }),
  }
}
