/**
 * Web host: the same interface in a browser, on loopback and for one person. It reads only: files are named by
 * grant ids, and bytes that are dropped on the page become copies in the data folder.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Explorer } from '../../core/explorer'
import type { DispatchOptions } from '../../shared/contract/dispatch'
import { answerPageRequest } from '../rendererFiles'
import { createAccess, type Access } from './access'
import { answerCall } from './callRoute'
import { streamEvents } from './eventStream'
import { refuseRequest } from './requestGuard'
import { sendFailure, sendJson, sendNotice } from './respond'
import { createTabs, type Tabs } from './tabs'

/** What is served, and where. */
export interface WebHostOptions {
  readonly explorer: Explorer
  readonly rendererFolder: string
  /** 0 takes any free port. */
  readonly port: number
  readonly dispatchOptions?: DispatchOptions
}

export interface WebHost {
  /** The address to open, with the token that works once. */
  readonly address: string
  readonly port: number
  /** Ends all connections and stops listening. The explorer stays the caller's. */
  close(): Promise<void>
}

interface Context extends WebHostOptions {
  readonly access: Access
  readonly tabs: Tabs
  readonly port: number
}

/** Starts listening on 127.0.0.1. Rejects with the system's error when the port cannot be had. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  let context: Context | null = null
  const server = createServer((request, response) => {
    if (context === null) {
      response.destroy()
      return
    }
    answer(request, response, context).catch((thrown: unknown) => {
      // A client that goes away in the middle of a drop is no bug.
      if (request.complete) options.dispatchOptions?.onBug?.(request.url ?? '', thrown)
      response.destroy()
    })
  })
  // Dropped files may take as long as they take.
  server.requestTimeout = 0
  const port = await listen(server, options.port)
  const access = createAccess(port)
  context = { ...options, access, port, tabs: createTabs(options.explorer) }
  const { tabs } = context
  return {
    address: `http://127.0.0.1:${String(port)}/?token=${access.token}`,
    port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      tabs.dispose()
    },
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

async function answer(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  const method = request.method ?? ''
  const url = parseUrl(request.url ?? '')
  if (url === null) {
    sendFailure(response, 404, 'not-found', 'There is nothing here.')
    return
  }
  const refusal = refuseRequest({ method, path: url.pathname, headers: request.headers }, context.port)
  if (refusal !== null) {
    sendFailure(response, refusal.status, 'forbidden', refusal.message)
    return
  }
  const token = method === 'GET' && url.pathname === '/' ? url.searchParams.get('token') : null
  const cookie = token === null ? null : context.access.redeem(token)
  if (cookie !== null) {
    redirectHome(response, { 'set-cookie': cookie })
  } else if (!context.access.admits(request.headers.cookie)) {
    refuseStranger(response, url.pathname)
  } else if (token !== null) {
    redirectHome(response, {})
  } else {
    await route(request, response, url, context)
  }
}

/** Answers a request whose sender holds the session. */
async function route(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  context: Context,
): Promise<void> {
  const { explorer } = context
  if (request.method === 'POST') {
    const channel = channelOf(url.pathname)
    if (channel !== null) {
      await answerTab(request, response, channel, context)
    } else if (url.pathname === '/api/drop') {
      const name = url.searchParams.get('name') ?? ''
      sendJson(response, 200, await explorer.receiveCopy(name, request as AsyncIterable<Uint8Array>))
    } else {
      sendFailure(response, 404, 'not-found', 'There is no such call.')
    }
  } else if (url.pathname === '/api/events') {
    const name = url.searchParams.get('tab') ?? 'nameless'
    const client = context.tabs.get(name)
    if (client === null) {
      sendFailure(response, 400, 'bad-request', noTab)
      return
    }
    response.on('close', context.tabs.listen(name))
    streamEvents(response, client)
  } else if (url.pathname.startsWith('/api/')) {
    sendFailure(response, 405, 'bad-request', 'Calls are made with POST.')
  } else {
    const { status, headers, body } = await answerPageRequest(context.rendererFolder, url.pathname)
    response.writeHead(status, headers)
    response.end(body)
  }
}

async function answerTab(
  request: IncomingMessage,
  response: ServerResponse,
  channel: string,
  context: Context,
): Promise<void> {
  const client = context.tabs.get(request.headers['x-rollscope-tab'])
  if (client === null) sendFailure(response, 400, 'bad-request', noTab)
  else await answerCall(request, response, channel, client.handlers, context.dispatchOptions ?? {})
}

const noTab = 'The request names its tab in a way that no tab is named.'

function redirectHome(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  response.writeHead(303, {
    ...headers,
    location: '/',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
  response.end()
}

function refuseStranger(response: ServerResponse, pathname: string): void {
  if (pathname.startsWith('/api/')) {
    sendFailure(response, 403, 'forbidden', 'This page is no longer signed in. Start Rollscope again.')
    return
  }
  sendNotice(
    response,
    403,
    'This address is not open to you',
    'The address that Rollscope printed works once, in one browser. Use that browser, or stop Rollscope and start it again for a new address.',
  )
}

function channelOf(pathname: string): string | null {
  const prefix = '/api/call/'
  if (!pathname.startsWith(prefix)) return null
  try {
    return decodeURIComponent(pathname.slice(prefix.length))
  } catch {
    return null
  }
}

/** Paths are judged as the URL standard resolves them; a target that is no URL path is null. */
function parseUrl(target: string): URL | null {
  if (!target.startsWith('/') || !URL.canParse(target, 'http://127.0.0.1')) return null
  const url = new URL(target, 'http://127.0.0.1')
  return url.host === '127.0.0.1' ? url : null
}
