import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, createNonce, developmentPolicy } from '../../src/main/contentSecurityPolicy'

describe('contentSecurityPolicy', () => {
  // SPEC host/policy
  it('lets a page load nothing but its own files', () => {
    expect(contentSecurityPolicy('abc')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc'; img-src 'self' data:; " +
        "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types 'none'",
    )
  })

  it('has no inline and no eval outside of development', () => {
    expect(contentSecurityPolicy(createNonce())).not.toMatch(/unsafe|https?:|\*/)
    expect(developmentPolicy('http://127.0.0.1:5173')).toContain("connect-src 'self' ws://127.0.0.1:5173;")
  })

  it('makes a nonce that fits a header and never comes twice', () => {
    const nonces = Array.from({ length: 50 }, createNonce)
    expect(new Set(nonces).size).toBe(50)
    for (const nonce of nonces) expect(nonce).toMatch(/^[\w-]{24}$/)
  })
})
