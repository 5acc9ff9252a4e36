/** Event stream: `GET /api/events`, a tab's events as server-sent events. */
import type { ServerResponse } from 'node:http'
import type { ExplorerClient } from '../../core/client'
import { eventChannels } from '../../shared/contract/channels'
import { pageHeaders } from '../contentSecurityPolicy'

const keepAliveMs = 15_000
/** A reader that stopped reading is cut off; the page connects again and asks for what it shows. */
const maxUnsentBytes = 16 * 1024 * 1024

/** Streams every event of a tab until it goes. Comments in between keep the connection open. */
export function streamEvents(response: ServerResponse, client: ExplorerClient): void {
  response.writeHead(200, { ...pageHeaders, 'content-type': 'text/event-stream; charset=utf-8' })
  response.write(': connected\n\n')
  const send = (text: string): void => {
    if (response.destroyed) return
    response.write(text)
    if (response.writableLength > maxUnsentBytes) response.destroy()
  }
  const subscriptions = eventChannels.map((event) =>
    client.on(event, (payload) => {
      send(`data: ${JSON.stringify({ event, payload })}\n\n`)
    }),
  )
  const keepAlive = setInterval(() => {
    send(': still here\n\n')
  }, keepAliveMs)
  response.on('close', () => {
    clearInterval(keepAlive)
    for (const end of subscriptions) end()
  })
}
