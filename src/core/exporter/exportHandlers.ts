/** Export handlers: the calls about exports, answered for one client by what all clients share. */
import type { Handlers } from '../../shared/contract/dispatch'
import type { Client } from '../client'
import type { Exports } from './exports'

type ExportCalls = Pick<
  Handlers,
  'export:plan' | 'export:chooseDestination' | 'export:checkTarget' | 'export:run'
>

/** Returns the calls of one client. Its jobs end with it, and an export that ends so leaves nothing behind. */
export function exportHandlers(exports: Exports, { ports, jobs }: Client): ExportCalls {
  return {
    'export:plan': (request) => jobs.run(request.jobId, (cancel) => exports.plan(request, cancel)),
    'export:chooseDestination': () => exports.destinations.choose(ports),
    'export:checkTarget': (request) => exports.checkTarget(request),
    'export:run': (request) => jobs.run(request.jobId, (cancel) => exports.run(request, cancel)),
  }
}
