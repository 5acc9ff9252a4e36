/** Codex answers: what the real Codex CLI lists, reads and resumes of many files in one home of its own. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { CodexServer, type ServerAnswer } from './codexServer'

/** A file to ask about. `id` is that of its name. */
export interface AskedFile {
  readonly id: string
  readonly content: Uint8Array
}

/** What Codex did with one file. */
export interface CodexAnswer {
  /** The ids that the default list shows for the file: mostly one or none. */
  readonly listed: readonly string[]
  /** Turns as `comp:user+agent | inte:user`, or the words of the error. For a paginated file read after the resume. */
  readonly turns: ServerAnswer<string>
  /** The id that was resumed, and what was appended; or the words of the error. */
  readonly resumed: ServerAnswer<{ readonly id: string; readonly appended: string }>
  /** False where reading changed a byte, or resuming an old one. */
  readonly isKept: boolean
}

interface Turn {
  readonly status: string
  readonly items: readonly { readonly type: string }[]
}
interface Thread {
  readonly id: string
  readonly path: string
  readonly historyMode: string
  readonly turns: readonly Turn[]
}

/** Asks one server about all files. The home is removed. */
export async function askCodex(files: readonly AskedFile[]): Promise<readonly CodexAnswer[]> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'rollscope-peer-')))
  let server: CodexServer | null = null
  try {
    for (const file of files) {
      mkdirSync(dirname(pathOf(home, file.id)), { recursive: true })
      writeFileSync(pathOf(home, file.id), file.content)
    }
    server = await CodexServer.start(home)
    const listed = await listAll(server)
    const answers: CodexAnswer[] = []
    for (const file of files) answers.push(await askOne(server, home, file, listed))
    return answers
  } finally {
    await server?.stop()
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

function pathOf(home: string, id: string): string {
  return join(home, 'sessions', '2026', '03', '04', `rollout-2026-03-04T05-06-07-${id}.jsonl`)
}

async function listAll(server: CodexServer): Promise<readonly Thread[]> {
  const threads: Thread[] = []
  let cursor: string | null = null
  do {
    const page: ServerAnswer<{ data: Thread[]; nextCursor: string | null }> = await server.ask(
      'thread/list',
      {
        limit: 100,
        cursor,
      },
    )
    if (!page.ok) throw new Error(page.error)
    threads.push(...page.value.data)
    cursor = page.value.nextCursor
  } while (cursor !== null)
  return threads
}

async function askOne(
  server: CodexServer,
  home: string,
  { id, content }: AskedFile,
  threads: readonly Thread[],
): Promise<CodexAnswer> {
  const path = pathOf(home, id)
  const listed = threads
    .filter((thread) => basename(thread.path) === basename(path))
    .map((thread) => thread.id)
  const first = await readTurns(server, id)
  const isKeptByReading = readFileSync(path).equals(content)
  const resumed = await server.ask<{ thread: Thread }>('thread/resume', { threadId: id, excludeTurns: true })
  const after = readFileSync(path)
  const isKept = isKeptByReading && after.subarray(0, content.length).equals(content)
  const isPaginated = resumed.ok && resumed.value.thread.historyMode === 'paginated'
  const turns = isPaginated ? await readTurns(server, id) : first
  return {
    listed,
    turns,
    isKept,
    resumed: resumed.ok
      ? {
          ok: true,
          value: { id: resumed.value.thread.id, appended: after.subarray(content.length).toString() },
        }
      : resumed,
  }
}

async function readTurns(server: CodexServer, threadId: string): Promise<ServerAnswer<string>> {
  const read = await server.ask<{ thread: Thread }>('thread/read', { threadId, includeTurns: true })
  return read.ok ? { ok: true, value: read.value.thread.turns.map(turnText).join(' | ') } : read
}

const shortItems: Readonly<Record<string, string>> = {
  userMessage: 'user',
  agentMessage: 'agent',
  reasoning: 'reason',
  commandExecution: 'cmd',
}

function turnText({ status, items }: Turn): string {
  return `${status.slice(0, 4)}:${items.map(({ type }) => shortItems[type] ?? type).join('+')}`
}
