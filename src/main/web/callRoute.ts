/** Call route: `POST /api/call/<channel>` with a JSON body, through the same dispatch as every other client. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dispatch, type DispatchOptions, type Handlers } from '../../shared/contract/dispatch'
import { parseJson } from '../../shared/parseJson'
import { sendFailure, sendJson } from './respond'

/** Requests are ids, numbers and filters; the ids of all the sessions that an export can name take the most. */
export const maxBodyBytes = 4 * 1024 * 1024

/** Answers one call. A failed call is still status 200: its `Result` says what went wrong. */
export async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  channel: string,
  handlers: Handlers,
  options: DispatchOptions,
): Promise<void> {
  const body = await readBody(request)
  if (body === null) {
    response.setHeader('connection', 'close')
    sendFailure(response, 413, 'too-large', 'The request is larger than 4 MiB.')
    return
  }
  const payload = parseJson(body)
  if (payload === undefined) {
    sendFailure(response, 400, 'bad-request', 'The request is not JSON.')
    return
  }
  sendJson(response, 200, await dispatch(handlers, channel, payload, options))
}

/** Returns the body as text, or null when it is larger than allowed. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length
    if (sizeBytes > maxBodyBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
