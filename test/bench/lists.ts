/** Lists: the first page against real Codex's warm scan, and the bytes read against the bytes that are needed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SessionPage } from '../../src/shared/session/page'
import { SessionQuerySchema, type SessionQuery } from '../../src/shared/session/query'
import { sharedFolder } from '../support/shared'
import { median, must, startExplorer, timed } from './support'

export interface ListFigures {
  readonly sessions: number
  readonly firstPageMs: number
  /** Null where `CODEX_BIN` is not set. */
  readonly codexFirstPageMs: number | null
  readonly completeMs: number
  readonly bytesRead: number
  readonly bytesNeeded: number
}

const runs = 15
const warmUps = 5

const query: SessionQuery = SessionQuerySchema.parse({})

interface CodexServer {
  req(method: string, params: unknown): Promise<unknown>
  stop(): Promise<void>
}

/** Starts real Codex on the home where its binary is named; it has then read the home once and is warm. */
async function startCodex(home: string): Promise<CodexServer | null> {
  const shared = sharedFolder()
  if (shared === null || !process.env['CODEX_BIN']) return null
  const url = pathToFileURL(join(shared, 'peer', 'appserver.mjs')).href
  const { AppServer } = (await import(url)) as {
    readonly AppServer: { start(home: string): Promise<CodexServer> }
  }
  const server = await AppServer.start(home)
  for (let run = 0; run < warmUps; run += 1) await server.req('thread/list', { limit: 50 })
  return server
}

/** Measures one home. Codex and the explorer take turns in the same run. */
export async function measureLists(home: string): Promise<ListFigures> {
  const codex = await startCodex(home)
  const explorer = startExplorer(home)
  const { roots } = must(await explorer.handlers['root:list']({}))
  const rootId = roots[0]?.rootId ?? ''
  const list = async (more: Partial<SessionQuery>) =>
    must(await explorer.handlers['session:list']({ rootId, jobId: 'list', query: { ...query, ...more } }))
  for (let run = 0; run < warmUps; run += 1) await list({})
  const ours: number[] = []
  const theirs: number[] = []
  for (let run = 0; run < runs; run += 1) {
    ours.push((await timed(() => list({})))[0])
    if (codex !== null) theirs.push((await timed(() => codex.req('thread/list', { limit: 50 })))[0])
  }
  await codex?.stop()
  let cursor: string | null = null
  let sessions = 0
  let bytesRead = 0
  let bytesNeeded = 0
  let completeMs = 0
  do {
    const at: string | null = cursor
    const [ms, page]: readonly [number, SessionPage] = await timed(() =>
      list({ limit: 1000, archived: 'include', cursor: at }),
    )
    completeMs += ms
    cursor = page.nextCursor
    sessions += page.sessions.length
    bytesRead += page.bytesRead
    for (const { path } of page.sessions) bytesNeeded += bytesToFirstHumanMessage(join(home, path))
  } while (cursor !== null)
  await explorer.dispose()
  return {
    sessions,
    firstPageMs: median(ours),
    codexFirstPageMs: codex === null ? null : median(theirs),
    completeMs,
    bytesRead,
    bytesNeeded,
  }
}

/** Bytes up to and including the line of the first human message, found the slow way. */
function bytesToFirstHumanMessage(path: string): number {
  const bytes = readFileSync(path)
  let start = 0
  while (start < bytes.length) {
    const feed = bytes.indexOf(10, start)
    const end = feed < 0 ? bytes.length : feed
    const { type, payload } = JSON.parse(bytes.toString('utf8', start, end)) as {
      readonly type: string
      readonly payload: { readonly type?: string }
    }
    start = end + 1
    if (type === 'event_msg' && payload.type === 'user_message') return start
  }
  return bytes.length
}
