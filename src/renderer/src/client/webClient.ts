/**
 * Client over HTTP for the local web host: calls are POSTs, events are server-sent, and dropped files travel as
 * bytes because a browser does not know their paths.
 */
import { err, ok, type AppError, type Result } from '../../../shared/result'
import type { OpenedFiles, Response as Answer } from '../../../shared/contract/contract'
import type { Channel, EventChannel } from '../../../shared/contract/channels'
import type { EventPayload } from '../../../shared/contract/events'
import type { Problem } from '../../../shared/session/session'
import { droppedFiles } from './droppedFiles'
import type { Client, DropOptions } from './client'

const headers = { 'x-rollscope': '1' }

/** Client for the page that `rollscope serve` serves; talks to the origin it came from and to nobody else. */
export function createWebClient(): Client {
  const events = createEventStream()
  return {
    host: 'web',
    invoke: (channel, request) =>
      post<Answer<typeof channel & Channel>>(`/api/call/${encodeURIComponent(channel)}`, {
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(request),
      }),
    on: (event, listener) =>
      events.listen(event, (payload) => {
        listener(payload as EventPayload<typeof event & EventChannel>)
      }),
    openDropped: (source, options) => sendAll(droppedFiles(source), options),
  }
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
  { onProgress, signal }: DropOptions,
): Promise<Result<OpenedFiles>> {
  const { files, problems: unreadable } = await found
  const fileIds: string[] = []
  const problems: Problem[] = [...unreadable]
  let rootId = ''
  let failure: AppError | null = null
  for (const [index, file] of files.entries()) {
    if (signal.aborted) break
    onProgress(index, files.length, file.name)
    const url = `/api/drop?name=${encodeURIComponent(file.name)}`
    const result = await post<OpenedFiles>(url, { headers, body: file, signal })
    if (result.ok) {
      rootId = result.value.rootId
      fileIds.push(...result.value.fileIds)
      problems.push(...result.value.problems)
    } else {
      failure = result.error
      problems.push({
        code: result.error.code,
        severity: 'error',
        message: result.error.message,
        path: file.name,
      })
    }
  }
  if (rootId === '' && failure !== null) return err(failure)
  if (files.length === 0 && problems.length === 0) return err(nothingToRead)
  return ok({ rootId, fileIds, problems })
}

interface EventStream {
  readonly listen: (event: string, listener: (payload: unknown) => void) => () => void
}

/** One connection for all events, opened with the first listener. The browser reconnects by itself. */
function createEventStream(): EventStream {
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  let source: EventSource | null = null
  function connect(): void {
    source ??= new EventSource('/api/events', { withCredentials: true })
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
  }
}

const serverGone: AppError = {
  code: 'io',
  message: "Rollscope's local server has stopped.",
  hint: 'Start it again with “npm start” or “rollscope serve” and open the address it prints. No file was changed.',
}

const notAdmitted: AppError = {
  code: 'forbidden',
  message: 'This page is not signed in to the local server.',
  hint: 'Open the address that Rollscope printed when it started; it carries a one-time token.',
}

const nothingToRead: AppError = {
  code: 'not-found',
  message: 'Nothing in what was dropped is a session file.',
  hint: 'Drop files that end in .jsonl or .jsonl.zst, or a folder that holds some.',
}
