/**
 * Renderer files: the built page and its assets, found by URL path and never outside their folder.
 * Serves both the window's own protocol and the local web host.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { contentSecurityPolicy, createNonce, noncePlaceholder, pageHeaders } from './contentSecurityPolicy'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** Where a URL path leads: a file of the renderer and its content type. */
export interface RendererFile {
  readonly file: string
  readonly contentType: string
  readonly isPage: boolean
}

/**
 * Returns the file of the renderer's folder that a URL path names, or null for anything else: paths that leave
 * the folder in any spelling, unknown kinds of file, and text that is no path. It does not look at the disk.
 */
export function findRendererFile(folder: string, urlPath: string): RendererFile | null {
  const decoded = decode(urlPath)
  if (decoded === null || !decoded.startsWith('/') || /[\0\\]/.test(decoded)) return null
  const file = path.resolve(folder, `.${decoded === '/' ? '/index.html' : decoded}`)
  const inside = path.relative(folder, file)
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return null
  const contentType = contentTypes[path.extname(file)]
  if (contentType === undefined) return null
  return { file, contentType, isPage: inside === 'index.html' }
}

/** One answer to the page: the same for the protocol and for HTTP. */
export interface PageAnswer {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Reads what a URL path names. The page itself gets a new nonce and its policy; what is not there is a 404. */
export async function answerPageRequest(folder: string, urlPath: string): Promise<PageAnswer> {
  const found = findRendererFile(folder, urlPath)
  if (found === null) return notFound()
  try {
    const body = await readFile(found.file)
    return found.isPage ? answerPage(body, found.contentType) : answerAsset(body, found.contentType)
  } catch {
    return notFound()
  }
}

function answerPage(html: Buffer, contentType: string): PageAnswer {
  const nonce = createNonce()
  return {
    status: 200,
    headers: {
      ...pageHeaders,
      'content-type': contentType,
      'content-security-policy': contentSecurityPolicy(nonce),
    },
    body: Buffer.from(html.toString('utf8').replaceAll(noncePlaceholder, nonce)),
  }
}

function answerAsset(body: Buffer, contentType: string): PageAnswer {
  return { status: 200, headers: { ...pageHeaders, 'content-type': contentType }, body }
}

function notFound(): PageAnswer {
  return {
    status: 404,
    headers: { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8' },
    body: Buffer.from('There is nothing here.\n'),
  }
}

function decode(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath)
  } catch {
    return null
  }
}
