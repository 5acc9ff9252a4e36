/**
 * Access: who may talk to the web host. The printed address holds a token that works once; whoever comes with it
 * gets a session cookie. Both exist only in this process's memory.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The state of one running host. */
export interface Access {
  /** The one-time token of the printed address. */
  readonly token: string
  /** Exchanges the token for a `Set-Cookie` value. Null for a wrong token and for every use after the first. */
  redeem(token: string): string | null
  /** True when a `Cookie` header holds this host's session. */
  admits(cookieHeader: string | undefined): boolean
}

/** Creates the access state of a host on a port. The port is in the cookie's name: cookies ignore ports. */
export function createAccess(port: number): Access {
  const token = randomBytes(32).toString('base64url')
  const session = randomBytes(32).toString('base64url')
  const cookieName = `rollscope-${String(port)}`
  let redeemed = false
  return {
    token,
    redeem(offered) {
      if (redeemed || !sameSecret(offered, token)) return null
      redeemed = true
      return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`
    },
    admits(cookieHeader) {
      return readCookies(cookieHeader ?? '', cookieName).some((value) => sameSecret(value, session))
    },
  }
}

/** Compares two secrets in a time that depends on neither. */
function sameSecret(offered: string, expected: string): boolean {
  return timingSafeEqual(sha256(offered), sha256(expected))
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function readCookies(header: string, name: string): readonly string[] {
  return header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1))
}
