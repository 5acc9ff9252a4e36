import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerPageRequest, findRendererFile } from '../../src/main/rendererFiles'
import { temporaryFolder } from '../support/temporaryFolder'

describe('findRendererFile', () => {
  it('finds the page and its assets', () => {
    expect(findRendererFile('/app', '/')).toEqual({
      file: path.resolve('/app/index.html'),
      contentType: 'text/html; charset=utf-8',
      isPage: true,
    })
    expect(findRendererFile('/app', '/assets/index-x1.js')).toMatchObject({ isPage: false })
  })

  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/%2e%2e%2fsecret.json',
    '/..%5csecret.json',
    '/assets\\..\\..\\secret.json',
    '//etc/passwd',
    '/%00.js',
    '/%E0%A4%A',
    'assets/x.js',
    '/assets',
    '/.env',
    '/index.html.bak',
  ])('finds nothing at %s', (urlPath) => {
    expect(findRendererFile('/app', urlPath)).toBeNull()
  })
})

describe('answerPageRequest', () => {
  it('gives every load of the page its own nonce, in the header and in the text', async () => {
    const folder = await temporaryFolder()
    await writeFile(path.join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">')
    const [first, second] = [await answerPageRequest(folder, '/'), await answerPageRequest(folder, '/')]
    const nonce = /content="([\w-]+)"/.exec(first.body.toString())?.[1] ?? 'none'
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
    expect(second.body.equals(first.body)).toBe(false)
  })

  it('serves assets without sniffing and without a cache, and says 404 for the rest', async () => {
    const folder = await temporaryFolder()
    await mkdir(path.join(folder, 'assets'))
    await writeFile(path.join(folder, 'assets/a.js'), 'x')
    expect((await answerPageRequest(folder, '/assets/a.js')).headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect((await answerPageRequest(folder, '/assets/b.js')).status).toBe(404)
    expect((await answerPageRequest(folder, '/../a.js')).status).toBe(404)
  })
})
