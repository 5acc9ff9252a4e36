import { writeFile } from 'node:fs/promises'
import { request, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { maxBodyBytes } from '../../../src/main/web/callRoute'
import { startWebHost } from '../../../src/main/web/webHost'
import { createFakeExplorer } from '../../support/fakeExplorer'
import { temporaryFolder } from '../../support/temporaryFolder'

const json = { 'x-rollscope': '1', 'content-type': 'application/json' }

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

async function started() {
  const rendererFolder = await temporaryFolder()
  await writeFile(path.join(rendererFolder, 'index.html'), 'the page')
  const explorer = createFakeExplorer()
  const bugs: unknown[] = []
  const onBug = (_channel: string, thrown: unknown): void => void bugs.push(thrown)
  const host = await startWebHost({ explorer, rendererFolder, port: 0, dispatchOptions: { onBug } })
  onTestFinished(() => host.close())

  /** `fetch` would normalise paths and refuse to set `Host`. */
  const send = (method: string, target: string, headers: Record<string, string> = {}, body = '') =>
    new Promise<Answer>((resolve, reject) => {
      const call = request(
        { host: '127.0.0.1', port: host.port, method, path: target, headers },
        (answer) => {
          let text = ''
          answer.setEncoding('utf8')
          answer.on('data', (part: string) => (text += part))
          answer.on('end', () => {
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text })
          })
        },
      )
      call.on('error', reject)
      call.end(body)
    })
  const tokenTarget = new URL(host.address).search
  const signIn = async () => {
    const answer = await send('GET', `/${tokenTarget}`)
    return { cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '' }
  }
  return { bugs, explorer, host, send, signIn, tokenTarget }
}

describe('startWebHost', () => {
  // SPEC host/loopback
  it('listens on loopback and prints an address with a token', async () => {
    const { host } = await started()
    expect(host.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
  })

  it('opens the page to the first who comes with the token, and to nobody else', async () => {
    const { send, tokenTarget } = await started()
    expect((await send('GET', '/')).status).toBe(403)
    expect((await send('GET', '/?token=guess')).status).toBe(403)
    const first = await send('GET', `/${tokenTarget}`)
    expect({ status: first.status, location: first.headers.location }).toEqual({ status: 303, location: '/' })
    const second = await send('GET', `/${tokenTarget}`)
    expect(second.status).toBe(403)
    expect(second.text).toContain('works once')
    const cookie = first.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    expect(await send('GET', '/', { cookie })).toMatchObject({ status: 200, text: 'the page' })
    expect((await send('GET', `/${tokenTarget}`, { cookie })).headers.location).toBe('/')
  })

  it('dispatches calls, and answers failures as values', async () => {
    const { send, signIn } = await started()
    const cookie = await signIn()
    const call = (channel: string, body: string) =>
      send('POST', `/api/call/${encodeURIComponent(channel)}`, { ...cookie, ...json }, body)
    expect(JSON.parse((await call('root:list', '{}')).text)).toMatchObject({ ok: true })
    expect(JSON.parse((await call('root:list', '{"path":"/etc"}')).text)).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    })
    expect(JSON.parse((await call('no:such', '{}')).text)).toMatchObject({
      error: { code: 'unknown-channel' },
    })
    expect((await call('root:list', 'not json')).status).toBe(400)
    expect((await call('root:list', `"${'x'.repeat(maxBodyBytes)}"`)).status).toBe(413)
  })

  it('refuses calls without the cookie, the header, or the right host', async () => {
    const { send, signIn, host } = await started()
    const cookie = await signIn()
    const target = '/api/call/root%3Alist'
    expect((await send('POST', target, json, '{}')).status).toBe(403)
    expect((await send('POST', target, { ...cookie, 'content-type': 'application/json' }, '{}')).status).toBe(
      403,
    )
    expect((await send('POST', target, { ...cookie, ...json, host: 'evil.example' }, '{}')).status).toBe(403)
    const foreign = { ...cookie, ...json, origin: `http://evil.example:${String(host.port)}` }
    expect((await send('POST', target, foreign, '{}')).status).toBe(403)
  })

  it('answers nothing else', async () => {
    const { send, signIn } = await started()
    const cookie = await signIn()
    expect((await send('GET', '/api/call/root%3Alist', cookie)).status).toBe(405)
    expect((await send('POST', '/elsewhere', { ...cookie, ...json }, '{}')).status).toBe(404)
    expect((await send('DELETE', '/', cookie)).status).toBe(405)
    for (const target of ['/../package.json', '/..%2fpackage.json', '//evil.example/', '/missing.js', '*']) {
      expect((await send('GET', target, cookie)).status, target).toBe(404)
    }
  })

  it('streams dropped bytes to a copy', async () => {
    const { send, signIn, explorer } = await started()
    const cookie = await signIn()
    const target = `/api/drop?name=${encodeURIComponent('rollout ü.jsonl')}`
    const answer = await send('POST', target, { ...cookie, 'x-rollscope': '1' }, 'bytes')
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { fileIds: ['copy'] } })
    expect(explorer.copies).toEqual([{ name: 'rollout ü.jsonl', bytes: Buffer.from('bytes') }])
  })

  it('survives a client that goes away in the middle of a drop', async () => {
    const { send, signIn, explorer, host, bugs } = await started()
    const cookie = await signIn()
    const headers = { ...cookie, 'x-rollscope': '1', 'content-length': '1000' }
    const call = request({
      host: '127.0.0.1',
      port: host.port,
      method: 'POST',
      path: '/api/drop?name=x',
      headers,
    })
    call.on('error', () => undefined)
    call.write('half')
    await new Promise((resolve) => setTimeout(resolve, 50))
    call.destroy()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect({ copies: explorer.copies, bugs }).toEqual({ copies: [], bugs: [] })
    expect((await send('GET', '/', cookie)).status).toBe(200)
  })

  it('streams events until the reader goes', async () => {
    const { signIn, explorer, host } = await started()
    const cookie = await signIn()
    const text = await new Promise<string>((resolve, reject) => {
      const call = request(
        { host: '127.0.0.1', port: host.port, path: '/api/events', headers: cookie },
        (answer) => {
          let received = ''
          answer.setEncoding('utf8')
          answer.on('data', (part: string) => {
            received += part
            if (received.includes(': connected')) {
              explorer.emit('menu:chosen', { command: 'back' })
            }
            if (received.includes('data: ')) {
              resolve(received)
              call.destroy()
            }
          })
        },
      )
      call.on('error', reject)
      call.end()
    })
    expect(text).toContain('data: {"event":"menu:chosen","payload":{"command":"back"}}\n\n')
  })
})
