/** Session handlers: the calls that list sessions. */
import type { Handlers } from '../../shared/contract/dispatch'
import type { Emit } from '../../shared/contract/events'
import type { Client } from '../client'
import type { Listing } from './listing'
import type { Roots } from './roots'

/** The rooms that these calls are answered from. */
export interface SessionRooms {
  readonly roots: Roots
  readonly listing: Listing
  readonly emit: Emit
}

type SessionCalls = Pick<Handlers, 'session:list' | 'session:find'>

/** Returns the calls of one client, whose jobs end with it. */
export function sessionHandlers({ roots, listing, emit }: SessionRooms, { jobs }: Client): SessionCalls {
  return {
    'session:list': async ({ rootId, jobId, query }) => {
      const root = roots.find(rootId)
      if (!root.ok) return root
      const onProgress = (done: number, total: number): void => {
        emit('job:progressed', { jobId, what: 'Reading sessions', done, total, unit: 'files' })
      }
      return jobs.run(jobId, (cancel) => listing.list(root.value, query, { cancel, onProgress }))
    },
    'session:find': async ({ rootId, jobId, sessionId }) => {
      const root = roots.find(rootId)
      if (!root.ok) return root
      const onProgress = (): void => undefined
      return jobs.run(jobId, (cancel) => listing.find(root.value, sessionId, { cancel, onProgress }))
    },
  }
}
