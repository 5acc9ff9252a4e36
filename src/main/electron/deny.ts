/**
 * Deny: everything a page could ask of Electron that Rollscope never needs. A rollout is text that an attacker may
 * have written, so what slips through the page's own rules is stopped here.
 */
import type { App, Session, WebContents } from 'electron'
import { pageOrigin } from './trustedSender'

/** The one permission that the page has: putting text on the clipboard, which Chromium allows on a key or click. */
const allowedPermission = 'clipboard-sanitized-write'

/** Refuses all other permissions, devices, downloads and every request that is not for our own page. */
export function denySession(session: Session, developmentServer: string | null): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(permission === allowedPermission)
  })
  session.setPermissionCheckHandler((_contents, permission) => permission === allowedPermission)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => {
    event.preventDefault()
  })
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => {
    answer({ cancel: !isAllowedRequest(url, developmentServer) })
  })
}

/** Refuses new windows, navigation and embedded pages in every page there ever is. */
export function denyContents(app: App): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => {
      event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
    })
  })
}

/** Our page, pictures inside it, and in development the tools and the dev server's socket. */
export function isAllowedRequest(url: string, developmentServer: string | null): boolean {
  if (url.startsWith(`${pageOrigin}/`) || url.startsWith('data:')) return true
  if (developmentServer === null) return false
  return url.startsWith('devtools:') || url.startsWith(`ws://${new URL(developmentServer).host}/`)
}
