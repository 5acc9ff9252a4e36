/**
 * Client over HTTP for the local web host: calls are POSTs, events are server-sent, and dropped files travel as
 * bytes because a browser does not know their paths.
 */
import { err, ok, type AppError, type Result } from '../../../shared/result'
import type { Response as Answer } from '../../../shared/contract/contract'
import type { OpenedFiles } from '../../../shared/contract/openedFiles'
import type { Channel, EventChannel } from '../../../shared/contract/channels'
import type { EventPayload } from '../../../shared/contract/events'
import type { Problem } from '../../../shared/session/session'
import { droppedFiles } from './droppedFiles'
import type { Client, DropOptions } from './client'
import { upload } from './upload'
import { notAdmitted, serverGone, type Connection } from './connection'

/** What every request carries: the first says that it is ours, the second which tab of the browser it comes from. */
function headersOf(tab: string): Readonly<Record<string, string>> {
  return { 'x-rollscope': '1', 'x-rollscope-tab': tab }
}

/** Client for the page that `rollscope serve` serves; talks to the origin it came from and to nobody else. */
export function createWebClient(): Client {
  const listeners = new Set<(connection: Connection) => void>()
  const tab = crypto.randomUUID()
  const headers = headersOf(tab)
  const invoke: Client['invoke'] = async (channel, request) => {
    const answer = await post<Answer<typeof channel & Channel>>(`/api/call/${encodeURIComponent(channel)}`, {
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(request),
    })
    tell(connectionOf(answer))
    return answer
  }
  // The stream ends when the server does, and now and then by itself: a call tells which.
  const events = createEventStream(`/api/events?tab=${tab}`, () => void invoke('app:getInfo', {}))

  function tell(connection: Connection): void {
    if (connection === 'fine') events.resume()
    for (const listener of listeners) listener(connection)
  }

  return {
    host: 'web',
    invoke,
    onConnection: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    on: (event, listener) =>
      events.listen(event, (payload) => {
        listener(payload as EventPayload<typeof event & EventChannel>)
      }),
    openDropped: (source, options) => sendAll(droppedFiles(source), headers, options),
  }
}

function connectionOf(answer: Result<unknown>): Connection {
  if (answer.ok) return 'fine'
  if (answer.error === serverGone) return 'stopped'
  return answer.error === notAdmitted ? 'not-admitted' : 'fine'
}

async function post<T>(url: string, init: RequestInit): Promise<Result<T>> {
  try {
    const response = await fetch(url, { ...init, method: 'POST', credentials: 'same-origin' })
    if (response.status === 401 || response.status === 403) return err(notAdmitted)
    return (await response.json()) as Result<T>
  } catch {
    return err(serverGone)
  }
}

/** Sends files one after the other, so that memory and the disk of the host see one at a time. */
async function sendAll(
  found: ReturnType<typeof droppedFiles>,
  headers: Readonly<Record<string, string>>,
  { onProgress, signal }: DropOptions,
): Promise<Result<OpenedFiles>> {
  const { files, problems: unreadable } = await found
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0)
  const fileIds: string[] = []
  const problems: Problem[] = [...unreadable]
  let rootId = ''
  let failure: AppError | null = null
  let sentBytes = 0
  for (const file of files) {
    if (signal.aborted) break
    onProgress(sentBytes, totalBytes, file.name)
    const before = sentBytes
    const url = `/api/drop?name=${encodeURIComponent(file.name)}`
    const result = await upload<OpenedFiles>(url, file, {
      headers,
      signal,
      onProgress(sent) {
        onProgress(Math.min(before + sent, totalBytes), totalBytes, file.name)
      },
    })
    sentBytes += file.size
    if (result.ok) {
      rootId = result.value.rootId
      fileIds.push(...result.value.fileIds)
      problems.push(...result.value.problems)
    } else {
      failure = result.error
      const { code, message } = result.error
      if (code !== 'cancelled') problems.push({ code, severity: 'error', message, path: file.name })
    }
  }
  if (rootId === '' && failure !== null) return err(failure)
  if (files.length === 0 && problems.length === 0) return err(nothingToRead)
  return ok({ rootId, fileIds, problems })
}

interface EventStream {
  readonly listen: (event: string, listener: (payload: unknown) => void) => () => void
  /** Connects again where the browser has given up. */
  readonly resume: () => void
}

/** One connection for all events, opened with the first listener. The browser reconnects by itself. */
function createEventStream(address: string, onBroken: () => void): EventStream {
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  let source: EventSource | null = null
  function connect(): void {
    if (source !== null) return
    source = new EventSource(address, { withCredentials: true })
    source.onerror = onBroken
    source.onmessage = (message: MessageEvent<string>) => {
      const { event, payload } = JSON.parse(message.data) as { event: string; payload: unknown }
      for (const listener of listeners.get(event) ?? []) listener(payload)
    }
  }
  return {
    listen(event, listener) {
      const known = listeners.get(event) ?? new Set()
      listeners.set(event, known.add(listener))
      connect()
      return () => {
        known.delete(listener)
      }
    },
    resume() {
      if (source === null || source.readyState !== EventSource.CLOSED) return
      source = null
      connect()
    },
  }
}

const nothingToRead: AppError = {
  code: 'not-found',
  message: 'Nothing in what was dropped is a session file.',
  hint: 'Drop files that end in .jsonl or .jsonl.zst, or a folder that holds some.',
}
