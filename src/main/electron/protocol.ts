/**
 * Protocol: `app://app/`, the window's only origin, served from the built renderer. In development it forwards to
 * the dev server, so that the page has the same origin there.
 */
import { protocol } from 'electron'
import { developmentPolicy, pageHeaders } from '../contentSecurityPolicy'
import { answerPageRequest } from '../rendererFiles'
import { pageOrigin } from './trustedSender'

/** Declares the scheme. Electron wants this synchronously, before it is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/** Serves the page. `developmentServer` is the dev server's URL, null in a built product. */
export function servePage(rendererFolder: string, developmentServer: string | null): void {
  protocol.handle('app', async (request) => {
    const { host, pathname, search } = new URL(request.url)
    if (`app://${host}` !== pageOrigin || request.method !== 'GET') {
      return new Response('Refused.\n', { status: 403, headers: pageHeaders })
    }
    if (developmentServer !== null) return forward(developmentServer, pathname + search)
    const { status, headers, body } = await answerPageRequest(rendererFolder, pathname)
    return new Response(new Uint8Array(body), { status, headers })
  })
}

/** Node's `fetch`: Electron's own is stopped by the rule that no request leaves the app. */
async function forward(developmentServer: string, target: string): Promise<Response> {
  const answer = await fetch(new URL(target, developmentServer))
  const headers = new Headers(pageHeaders)
  headers.set('content-type', answer.headers.get('content-type') ?? 'text/plain')
  headers.set('content-security-policy', developmentPolicy(developmentServer))
  return new Response(answer.body, { status: answer.status, headers })
}
