/**
 * Request guard: refuses what a page of another site, or a name that was pointed at loopback, could send.
 * Pure, so that every rule is tested with literals.
 */
import type { IncomingHttpHeaders } from 'node:http'

/** The parts of a request that the guard judges. */
export interface GuardedRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

/** Why a request is refused. */
export interface Refusal {
  readonly status: 403 | 405 | 415
  readonly message: string
}

/** Returns why a request may not be answered, or null. Whether the sender is known is `Access`'s question. */
export function refuseRequest({ method, path, headers }: GuardedRequest, port: number): Refusal | null {
  const hosts = [`127.0.0.1:${String(port)}`, `localhost:${String(port)}`]
  if (headers.host === undefined || !hosts.includes(headers.host)) {
    return { status: 403, message: 'This host answers on its own loopback address only.' }
  }
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) {
    return { status: 403, message: 'Requests from other sites are refused.' }
  }
  const site = headers['sec-fetch-site']
  if (path.startsWith('/api/') && site !== undefined && site !== 'same-origin') {
    return { status: 403, message: 'Requests from other sites are refused.' }
  }
  if (method !== 'GET' && method !== 'POST') {
    return { status: 405, message: 'Only GET and POST are answered.' }
  }
  return method === 'POST' ? refusePost(path, headers) : null
}

/** A form, or a simple request of another site, can set neither the header nor the JSON content type. */
function refusePost(path: string, headers: IncomingHttpHeaders): Refusal | null {
  if (headers['x-rollscope'] !== '1') {
    return { status: 403, message: 'The header "x-rollscope: 1" is missing.' }
  }
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (path.startsWith('/api/call/') && type !== 'application/json') {
    return { status: 415, message: 'The content type must be application/json.' }
  }
  return null
}
