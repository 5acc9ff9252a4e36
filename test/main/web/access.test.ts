import { describe, expect, it } from 'vitest'
import { createAccess } from '../../../src/main/web/access'

describe('createAccess', () => {
  it('exchanges its token once, for a cookie that scripts and other sites cannot use', () => {
    const access = createAccess(4321)
    expect(access.redeem('wrong')).toBeNull()
    const cookie = access.redeem(access.token)
    expect(cookie).toMatch(/^rollscope-4321=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(access.redeem(access.token)).toBeNull()
  })

  it('admits its own cookie only, among whatever else the browser sends', () => {
    const access = createAccess(4321)
    const pair = access.redeem(access.token)?.split(';')[0] ?? ''
    expect(access.admits(`theme=dark; ${pair}; x=1`)).toBe(true)
    expect(access.admits(`rollscope-4321=guess; ${pair}`)).toBe(true)
    for (const header of [undefined, '', 'rollscope-4321=', 'rollscope-4321=guess', pair.slice(0, -1)]) {
      expect(access.admits(header)).toBe(false)
    }
  })

  it('shares nothing with the host of another start', () => {
    const [one, two] = [createAccess(1), createAccess(1)]
    expect(two.redeem(one.token)).toBeNull()
    expect(two.admits(one.redeem(one.token)?.split(';')[0])).toBe(false)
  })
})
