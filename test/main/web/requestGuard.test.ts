import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, it } from 'vitest'
import { refuseRequest } from '../../../src/main/web/requestGuard'

const host = '127.0.0.1:8080'
const json = { 'x-rollscope': '1', 'content-type': 'application/json' }

function statusOf(method: string, path: string, headers: IncomingHttpHeaders): number | null {
  return refuseRequest({ method, path, headers }, 8080)?.status ?? null
}

describe('refuseRequest', () => {
  it.each([
    ['GET', '/', { host }],
    ['GET', '/', { host: 'localhost:8080' }],
    ['GET', '/', { host, 'sec-fetch-site': 'cross-site' }],
    ['GET', '/api/events', { host, 'sec-fetch-site': 'same-origin' }],
    ['POST', '/api/call/root%3Alist', { host, origin: `http://${host}`, ...json }],
    ['POST', '/api/call/x', { host, ...json, 'content-type': 'application/json; charset=utf-8' }],
    ['POST', '/api/drop', { host, 'x-rollscope': '1' }],
  ])('lets %s %s pass', (method, path, headers) => {
    expect(statusOf(method, path, headers)).toBeNull()
  })

  it.each([
    ['no host', 'GET', '/', {}, 403],
    ['a name that points at loopback', 'GET', '/', { host: 'evil.example:8080' }, 403],
    ['another port', 'GET', '/', { host: '127.0.0.1:80' }, 403],
    ['another origin', 'GET', '/', { host, origin: 'http://evil.example' }, 403],
    ['the null origin', 'POST', '/api/call/x', { host, origin: 'null', ...json }, 403],
    [
      'the other loopback name',
      'POST',
      '/api/call/x',
      { host, origin: 'http://localhost:8080', ...json },
      403,
    ],
    ['an API call from a site', 'GET', '/api/events', { host, 'sec-fetch-site': 'same-site' }, 403],
    ['a form', 'POST', '/api/call/x', { host, 'content-type': 'text/plain' }, 403],
    ['a call that is no JSON', 'POST', '/api/call/x', { host, ...json, 'content-type': 'text/plain' }, 415],
    ['a drop from a form', 'POST', '/api/drop', { host }, 403],
    ['other methods', 'PUT', '/', { host }, 405],
    ['a preflight', 'OPTIONS', '/api/call/x', { host, origin: `http://${host}` }, 405],
  ])('refuses %s', (_, method, path, headers, status) => {
    expect(statusOf(method, path, headers)).toBe(status)
  })
})
