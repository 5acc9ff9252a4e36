/** The nonce for styles that this load of the page was given; null in development, where none is needed. */
export function cspNonce(): string | null {
  const content = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
  return content === '' || content === '__CSP_NONCE__' ? null : content
}
