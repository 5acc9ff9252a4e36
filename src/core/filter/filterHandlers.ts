/** Filter handlers: the calls about the lines of an open file that somebody asks for. */
import type { Handlers } from '../../shared/contract/dispatch'
import type { Client } from '../client'
import type { LineFilters } from './lineFilters'

type FilterCalls = Pick<
  Handlers,
  'rollout:filter' | 'rollout:readMatches' | 'rollout:locateMatch' | 'rollout:dropFilter'
>

/** Returns the calls of one client, whose jobs end with it. */
export function filterHandlers(filters: LineFilters, { jobs }: Client): FilterCalls {
  return {
    'rollout:filter': (request) => jobs.run(request.jobId, (cancel) => filters.run(request, cancel)),
    'rollout:readMatches': (request) => filters.read(request),
    'rollout:locateMatch': (request) => filters.locate(request),
    'rollout:dropFilter': (request) => filters.drop(request),
  }
}
