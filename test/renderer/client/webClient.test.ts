// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isRolloutName } from '../../../src/renderer/src/client/droppedFiles'
import { createWebClient } from '../../../src/renderer/src/client/webClient'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('web client', () => {
  it('posts a call with its header and hands out the answer as it is', async () => {
    const fetch = vi.fn(() => Promise.resolve(new Response('{"ok":true,"value":{"roots":[]}}')))
    vi.stubGlobal('fetch', fetch)
    expect(await createWebClient().invoke('root:list', {})).toEqual({ ok: true, value: { roots: [] } })
    expect(fetch).toHaveBeenCalledWith(
      '/api/call/root%3Alist',
      expect.objectContaining({
        method: 'POST',
        body: '{}',
        headers: { 'x-rollscope': '1', 'content-type': 'application/json' },
      }),
    )
  })

  it('answers a stopped server as an error that says what to do', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const result = await createWebClient().invoke('root:list', {})
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'io', message: expect.stringContaining('has stopped') },
    })
  })

  it('tells when the server has stopped, does not know the page, and answers again', async () => {
    const client = createWebClient()
    const told: string[] = []
    client.onConnection((connection) => told.push(connection))
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    await client.invoke('root:list', {})
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 403 })))
    await client.invoke('root:list', {})
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"ok":false,"error":{"code":"io"}}')))
    await client.invoke('root:list', {})
    expect(told).toEqual(['stopped', 'not-admitted', 'fine'])
  })

  it('sends dropped files one by one and stops when asked', async () => {
    vi.stubGlobal('DataTransfer', Map)
    const abort = new AbortController()
    const sent: string[] = []
    vi.stubGlobal('fetch', (url: string) => {
      sent.push(url)
      abort.abort()
      return Promise.resolve(new Response('{"ok":true,"value":{"rootId":"r","fileIds":["f"],"problems":[]}}'))
    })
    const files = [new File(['{}'], 'a b.jsonl'), new File(['{}'], 'c.jsonl')]
    const result = await createWebClient().openDropped(files, {
      onProgress: () => undefined,
      signal: abort.signal,
    })
    expect(sent).toEqual(['/api/drop?name=a%20b.jsonl'])
    expect(result).toMatchObject({ ok: true, value: { rootId: 'r', fileIds: ['f'] } })
  })

  it('knows the names of rollouts', () => {
    expect(['a.jsonl', 'a.JSONL.zst', 'a.json', 'jsonl'].map(isRolloutName)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
