import type { Client } from '../../../src/renderer/src/client/client'
import type { Channel, EventChannel } from '../../../src/shared/contract/channels'
import type { Request, Response } from '../../../src/shared/contract/contract'
import type { RolloutHeader } from '../../../src/shared/contract/openRollout'
import type { EventPayload } from '../../../src/shared/contract/events'
import type { LineRow } from '../../../src/shared/rollout/lineRow'
import type { ValidationReport } from '../../../src/shared/validation/report'
import { err, type Result } from '../../../src/shared/result'
import { sessionRow } from './sessionRow'

/** Answers of a fake host by channel; a channel that is not named fails as `internal`. */
export type FakeAnswers = {
  readonly [C in Channel]?: (request: Request<C>) => Result<Response<C>> | Promise<Result<Response<C>>>
}

/** A client over plain functions. `calls` records what was asked; `emit` tells an event. */
export interface FakeClient extends Client {
  readonly calls: { readonly channel: Channel; readonly request: unknown }[]
  readonly emit: <E extends EventChannel>(event: E, payload: EventPayload<E>) => void
}

/** Makes a fake client. */
export function createFakeClient(answers: FakeAnswers): FakeClient {
  const calls: FakeClient['calls'] = []
  const listeners = new Map<string, Set<(payload: never) => void>>()
  return {
    host: 'web',
    calls,
    async invoke(channel, request) {
      calls.push({ channel, request })
      const answer = answers[channel] as ((request: unknown) => Promise<Result<never>>) | undefined
      return answer === undefined ? err({ code: 'internal', message: `no ${channel}` }) : answer(request)
    },
    on(event, listener) {
      const known = listeners.get(event) ?? new Set()
      listeners.set(event, known.add(listener))
      return () => known.delete(listener)
    },
    onConnection: () => () => undefined,
    openDropped: () => Promise.resolve(err({ code: 'internal', message: 'no drop' })),
    emit(event, payload) {
      for (const listener of listeners.get(event) ?? []) listener(payload as never)
    },
  }
}

/** A promise and the function that keeps it. */
export function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((keep) => {
    resolve = keep
  })
  return { promise, resolve }
}

/** The header of an ordinary file of `contentBytes` bytes. */
export function headerOf(fileId: string, contentBytes = 1_000): RolloutHeader {
  return {
    fileId,
    name: `rollout-${fileId}.jsonl`,
    path: `sessions/rollout-${fileId}.jsonl`,
    origin: 'file',
    form: 'jsonl',
    format: 'legacy',
    sizeBytes: contentBytes,
    contentBytes,
    updatedAt: '2026-01-01T00:00:00.000Z',
    summary: sessionRow({ fileId }),
    gitRepositoryUrl: null,
    historyMode: null,
    forkedFromId: null,
    parentThreadId: null,
  }
}

/** An ordinary line of 10 bytes. */
export function lineRow(lineNumber: number, part: Partial<LineRow> = {}): LineRow {
  return {
    lineNumber,
    byteOffset: (lineNumber - 1) * 10,
    byteLength: 10,
    status: 'record',
    complete: true,
    timestamp: null,
    type: 'event_msg',
    subtype: 'user_message',
    ordinal: null,
    kind: 'user',
    text: `line ${String(lineNumber)}`,
    textTruncated: false,
    ...part,
  }
}

/** A report without findings. */
export function reportOf(part: Partial<ValidationReport> = {}): ValidationReport {
  return {
    form: 'jsonl',
    format: 'legacy',
    sizeBytes: 1_000,
    contentBytes: 1_000,
    sha256: 'a'.repeat(64),
    contentSha256: 'a'.repeat(64),
    lineCount: 100,
    session: null,
    ledger: { totalBytes: 1_000, spans: [{ kind: 'record', count: 100, bytes: 1_000 }] },
    findings: [],
    omittedFindings: 0,
    counts: { error: 0, warning: 0, info: 0 },
    byRule: [],
    verdict: 'clean',
    notChecked: [],
    codex: { version: '0.169', measured: false },
    ...part,
  }
}

/** What an ordinary host in a browser says of itself. */
export const fakeInfo: Response<'app:getInfo'> = {
  version: '1',
  host: 'test',
  platform: 'linux',
  runtimes: [],
  dataFolder: '/data',
  canChooseFiles: false,
  exportsTo: 'nowhere',
  canShowInFolder: false,
  canDragOut: false,
  canOpenWindows: false,
  canZoom: false,
  hasNativeMenus: false,
  startedWith: null,
}
