/**
 * Content security policy: what the page may load, the same in the window and in the browser.
 *
 * Rollouts are text that an attacker may have written, so the page gets nothing from outside: no network, no
 * inline script, no eval, no HTML sinks. The nonce is for the style elements that libraries add at run time.
 */
import { randomBytes } from 'node:crypto'

/** What stands in the built `index.html` where the nonce of a load goes. */
export const noncePlaceholder = '__CSP_NONCE__'

/** Returns a fresh nonce; one is made for every load of the page. */
export function createNonce(): string {
  return randomBytes(18).toString('base64url')
}

/** Returns the policy of one load of the page. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/** Returns the looser policy of `npm run dev`: hot reloading needs inline code and a socket to the dev server. */
export function developmentPolicy(serverUrl: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self' ws://${new URL(serverUrl).host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers that every answer to the page carries, whatever it holds. */
export const pageHeaders = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
} as const
