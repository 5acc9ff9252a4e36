/** Rollout handlers: the calls that read one session. */
import type { Handlers } from '../../shared/contract/dispatch'
import { ok } from '../../shared/result'
import type { Client } from '../client'
import type { Lineages } from '../lineage/lineages'
import type { Histories } from './histories'
import type { LineReads } from './lineReads'
import type { OpenRollouts } from './openRollouts'
import type { RolloutWork } from './rolloutWork'

/** The rooms that these calls are answered from. */
export interface RolloutRooms {
  readonly rollouts: OpenRollouts
  readonly rolloutWork: RolloutWork
  readonly lineReads: LineReads
  readonly histories: Histories
  readonly lineages: Lineages
}

type RolloutCalls = Pick<
  Handlers,
  | 'rollout:open'
  | 'rollout:close'
  | 'rollout:index'
  | 'rollout:readLines'
  | 'rollout:readLine'
  | 'rollout:readBytes'
  | 'rollout:locate'
  | 'rollout:check'
  | 'rollout:stat'
  | 'rollout:history'
  | 'rollout:lineage'
>

/** Returns the calls of one client, which is a viewer of what it opens. Its jobs end with it. */
export function rolloutHandlers(
  { rollouts, rolloutWork, lineReads, histories, lineages }: RolloutRooms,
  client: Client,
): RolloutCalls {
  const { jobs } = client
  return {
    'rollout:open': (request) => jobs.run(request.jobId, (cancel) => rollouts.open(request, cancel, client)),
    'rollout:close': ({ fileId }) => {
      rollouts.close(fileId, client)
      histories.close(fileId)
      return Promise.resolve(ok({}))
    },
    'rollout:index': ({ fileId, jobId }) =>
      jobs.run(jobId, (cancel) => rolloutWork.buildIndex(fileId, jobId, cancel)),
    'rollout:readLines': (request) => lineReads.readLines(request),
    'rollout:readLine': (request) => lineReads.readLine(request, client),
    'rollout:readBytes': (request) => lineReads.readBytes(request),
    'rollout:locate': ({ fileId, byteOffset }) => lineReads.locate(fileId, byteOffset),
    'rollout:check': (request) => jobs.run(request.jobId, (cancel) => rolloutWork.check(request, cancel)),
    'rollout:stat': ({ fileId }) => rolloutWork.stat(fileId),
    'rollout:history': (request) => jobs.run(request.jobId, (cancel) => histories.read(request, cancel)),
    'rollout:lineage': ({ fileId, jobId }) => jobs.run(jobId, (cancel) => lineages.read(fileId, cancel)),
  }
}
