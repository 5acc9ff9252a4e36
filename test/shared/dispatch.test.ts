import { describe, expect, it } from 'vitest'
import { channels } from '../../src/shared/contract/channels'
import { contract } from '../../src/shared/contract/contract'
import { dispatch, type Handlers } from '../../src/shared/contract/dispatch'
import { ok, type Result } from '../../src/shared/result'

/** Handlers that answer nothing useful, but for the ones given. */
function handlers(some: Partial<Handlers>): Handlers {
  const none = () => Promise.resolve(ok({}))
  return { ...Object.fromEntries(channels.map((channel) => [channel, none])), ...some } as Handlers
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code
}

describe('dispatch', () => {
  // SPEC contract/requests
  it('answers an unknown channel, a wrong payload and a bug as values', async () => {
    const bugs: string[] = []
    const broken = handlers({ 'rule:list': () => Promise.reject(new Error('oops')) })
    const options = { onBug: (channel: string) => bugs.push(channel) }
    expect(codeOf(await dispatch(broken, 'no:such', {}))).toBe('unknown-channel')
    expect(codeOf(await dispatch(broken, { toString: 'rule:list' }, {}))).toBe('unknown-channel')
    expect(codeOf(await dispatch(broken, '__proto__', {}))).toBe('unknown-channel')
    expect(codeOf(await dispatch(broken, 'rule:list', { extra: 1 }))).toBe('bad-request')
    expect(codeOf(await dispatch(broken, 'rollout:readLines', { fileId: 'a', from: 1, limit: 501 }))).toBe(
      'bad-request',
    )
    expect(codeOf(await dispatch(broken, 'rollout:open', { fileId: '', jobId: 'j' }))).toBe('bad-request')
    expect(codeOf(await dispatch(broken, 'rollout:open', null))).toBe('bad-request')
    expect(codeOf(await dispatch(broken, 'rule:list', {}, options))).toBe('internal')
    expect(bugs).toEqual(['rule:list'])
  })

  it('fills in defaults before a handler sees a request', async () => {
    const seen: unknown[] = []
    const spy = handlers({
      'rollout:readLines': (request) => {
        seen.push(request)
        return Promise.resolve({ ok: false, error: { code: 'io', message: '' } })
      },
    })
    await dispatch(spy, 'rollout:readLines', { fileId: 'a', from: 1, limit: 5 })
    expect(seen).toEqual([{ fileId: 'a', from: 1, limit: 5, maxTextBytes: 400, whole: false }])
  })

  it('finds a handler that breaks the contract, where responses are checked', async () => {
    const wrong = handlers({ 'job:cancel': () => Promise.resolve(ok({ found: 'yes' } as never)) })
    expect(codeOf(await dispatch(wrong, 'job:cancel', { jobId: 'a' }, { checkResponses: true }))).toBe(
      'internal',
    )
    expect(codeOf(await dispatch(wrong, 'job:cancel', { jobId: 'a' }))).toBe('ok')
  })

  it('has one entry in the contract for each channel', () => {
    expect(Object.keys(contract).sort()).toEqual([...channels].sort())
  })
})
