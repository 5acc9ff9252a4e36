// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isRolloutName } from '../../../src/renderer/src/client/droppedFiles'
import { upload } from '../../../src/renderer/src/client/upload'
import { createWebClient } from '../../../src/renderer/src/client/webClient'

/** The parts of a request that sending a file uses. */
class FakeRequest {
  url = ''
  status = 0
  responseText = ''
  readonly upload: { onprogress?: (event: { readonly loaded: number }) => void } = {}
  onload?: () => void
  onabort?: () => void
  open(_method: string, url: string): void {
    this.url = url
  }
  setRequestHeader(): void {
    // What is sent along has its own test.
  }
  send(file: Blob): void {
    this.responseText = `not answered yet: ${String(file.size)} bytes`
  }
  abort(): void {
    this.onabort?.()
  }
  answer(text: string): void {
    this.status = 200
    this.responseText = text
    this.onload?.()
  }
}

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
        headers: {
          'x-rollscope': '1',
          'x-rollscope-tab': expect.stringMatching(/^[\w-]{36}$/),
          'content-type': 'application/json',
        },
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

  // SPEC host/drop
  it('sends dropped files one by one, tells how many bytes have gone, and stops when asked', async () => {
    vi.stubGlobal('DataTransfer', Map)
    const abort = new AbortController()
    const sent: string[] = []
    const told: string[] = []
    vi.stubGlobal(
      'XMLHttpRequest',
      class extends FakeRequest {
        override send(file: Blob): void {
          sent.push(this.url)
          this.upload.onprogress?.({ loaded: file.size / 2 })
          if (sent.length === 2) abort.abort()
          else this.answer('{"ok":true,"value":{"rootId":"r","fileIds":["f"],"problems":[]}}')
        }
      },
    )
    const files = ['a b.jsonl', 'c.jsonl', 'd.jsonl'].map((name) => new File(['{  }'], name))
    const result = await createWebClient().openDropped(files, {
      onProgress: (done, total, name) => told.push(`${String(done)}/${String(total)} ${name}`),
      signal: abort.signal,
    })
    expect(sent).toEqual(['/api/drop?name=a%20b.jsonl', '/api/drop?name=c.jsonl'])
    expect(told).toEqual(['0/12 a b.jsonl', '2/12 a b.jsonl', '4/12 c.jsonl', '6/12 c.jsonl'])
    expect(result).toEqual({ ok: true, value: { rootId: 'r', fileIds: ['f'], problems: [] } })
  })

  it('says nothing but that it was stopped when nothing had arrived', async () => {
    vi.stubGlobal('DataTransfer', Map)
    const abort = new AbortController()
    abort.abort()
    vi.stubGlobal('XMLHttpRequest', FakeRequest)
    const told = upload('/api/drop', new Blob(['x']), {
      headers: {},
      signal: abort.signal,
      onProgress: () => undefined,
    })
    expect(await told).toMatchObject({ ok: false, error: { code: 'cancelled' } })
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
