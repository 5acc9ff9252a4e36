/** Respond: the few shapes of answer that the web host gives. */
import type { ServerResponse } from 'node:http'
import type { ErrorCode } from '../../shared/result'
import { pageHeaders } from '../contentSecurityPolicy'

/** Sends a value as JSON. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...pageHeaders, 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(value))
}

/** Sends a failure in the shape that every call fails in. */
export function sendFailure(
  response: ServerResponse,
  status: number,
  code: ErrorCode,
  message: string,
): void {
  sendJson(response, status, { ok: false, error: { code, message } })
}

/** Sends a page of plain words, for people who open an address that is not (or no longer) theirs. */
export function sendNotice(response: ServerResponse, status: number, title: string, text: string): void {
  response.writeHead(status, {
    ...pageHeaders,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  })
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>\n`,
  )
}
