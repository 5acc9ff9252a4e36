/** Fake explorer: answers with literals, so that hosts are tested without a core or a disk. */
import type { Explorer } from '../../src/core/explorer'
import type { OpenedFiles } from '../../src/shared/contract/openedFiles'
import type { RolloutHeader } from '../../src/shared/contract/openRollout'
import type { EventChannel } from '../../src/shared/contract/channels'
import type { Handlers } from '../../src/shared/contract/dispatch'
import type { EventPayload } from '../../src/shared/contract/events'
import { err, ok, type Result } from '../../src/shared/result'
import type { LineRow } from '../../src/shared/rollout/lineRow'
import type { SessionSummary } from '../../src/shared/session/session'
import { defaultSettings } from '../../src/shared/settings/settings'
import type { ValidationReport } from '../../src/shared/validation/report'
import { censusOf } from './census'
import { nothingHidden } from '../../src/shared/session/page'

/** A fake explorer, and what tests want to know of it. */
export interface FakeExplorer extends Explorer {
  /** Copies that `receiveCopy` was given. */
  readonly copies: { readonly name: string; readonly bytes: Buffer }[]
  readonly openedPaths: string[]
  readonly isDisposed: () => boolean
  emit<E extends EventChannel>(event: E, payload: EventPayload<E>): void
}

export const noFiles: OpenedFiles = { rootId: 'opened', fileIds: [], problems: [] }

export const fakeSession: SessionSummary = {
  fileId: 'f1',
  id: '0199a3c5-c4a8-7d13-8e20-4b7f5a90c6e1',
  path: 'sessions/2025/10/02/rollout-2025-10-02T09-14-31-0199a3c5-c4a8-7d13-8e20-4b7f5a90c6e1.jsonl',
  form: 'jsonl',
  archived: false,
  format: 'legacy',
  era: 'single-policy',
  nameTime: '2025-10-02T09:14:31',
  createdAt: '2025-10-02T07:14:31.208Z',
  updatedAt: '2025-10-02T07:15:17.941Z',
  sizeBytes: 5234,
  cwd: '/home/mira/tidewatch',
  originator: 'codex_cli_rs',
  cliVersion: '0.44.0',
  source: 'cli',
  modelProvider: null,
  model: null,
  gitBranch: 'main',
  gitCommit: null,
  name: null,
  preview: 'Why does the board show yesterday?',
  links: {
    role: 'thread',
    rolloutId: null,
    threadRootId: null,
    forkedFromId: null,
    parentThreadId: null,
    baseRolloutId: null,
    copiedFromId: null,
  },
  problems: [],
}

export const fakeHeader: RolloutHeader = {
  fileId: 'f1',
  name: 'rollout.jsonl',
  path: 'rollout.jsonl',
  origin: 'file',
  form: 'jsonl',
  format: 'legacy',
  sizeBytes: 120,
  contentBytes: 120,
  updatedAt: '2025-10-02T07:15:17.941Z',
  summary: fakeSession,
  gitRepositoryUrl: null,
  historyMode: null,
  forkedFromId: null,
  parentThreadId: null,
}

export const fakeReport: ValidationReport = {
  form: 'jsonl',
  format: 'legacy',
  sizeBytes: 120,
  contentBytes: 120,
  sha256: 'a'.repeat(64),
  contentSha256: 'a'.repeat(64),
  lineCount: 2,
  session: fakeSession.id,
  ledger: {
    totalBytes: 120,
    spans: [
      { kind: 'record', count: 1, bytes: 100 },
      { kind: 'torn', count: 1, bytes: 20 },
    ],
  },
  findings: [
    {
      rule: 'line/torn',
      severity: 'error',
      lineNumber: 2,
      byteOffset: 100,
      byteLength: 20,
      message: 'The last line ends in the middle of a record.',
      codex: { outcome: 'skips', note: 'The line is ignored.' },
    },
  ],
  omittedFindings: 0,
  counts: { error: 1, warning: 0, info: 0 },
  byRule: [{ rule: 'line/torn', count: 1 }],
  verdict: 'damaged',
  notChecked: ['order of ordinals'],
  codex: {
    version: '0.169',
    measured: true,
    lists: { answer: 'yes', of: 'default', id: fakeSession.id, note: '' },
    reads: { answer: 'yes', turns: 1, note: '' },
    resumes: { answer: 'yes', newlineFirst: true, nextOrdinal: null, note: '' },
    lines: { reads: 1, skips: 1, misreads: 0 },
    reasons: [{ outcome: 'skips', note: 'The end of the line is not there.', lines: 1, firstLine: 2 }],
    misplaced: [],
    byBeginning: null,
  },
}

/** Returns line `lineNumber` of a file whose lines are 60 bytes long. */
export function fakeLine(lineNumber: number): LineRow {
  return {
    lineNumber,
    byteOffset: (lineNumber - 1) * 60,
    byteLength: 60,
    status: 'record',
    complete: true,
    timestamp: '2025-10-02T07:14:31.219Z',
    type: 'event_msg',
    subtype: 'user_message',
    ordinal: null,
    kind: 'user',
    text: `line ${String(lineNumber)} \u202e\u001b[31m`,
    textTruncated: false,
  }
}

const unused = () => Promise.resolve(err({ code: 'not-found' as const, message: 'not faked' }))

/** Creates a fake explorer. `overrides` replace single handlers; `opens` answers `openPaths`. */
export function createFakeExplorer(
  overrides: Partial<Handlers> = {},
  opens: Explorer['openPaths'] = (paths) =>
    Promise.resolve({
      opened: { ...noFiles, fileIds: [...paths] },
      entries: paths.map((displayPath) => ({ fileId: displayPath, displayPath })),
      homes: [],
    }),
): FakeExplorer {
  const listeners = new Map<string, Set<(payload: never) => void>>()
  const copies: FakeExplorer['copies'] = []
  const openedPaths: string[] = []
  let disposed = false
  const fake: FakeExplorer = {
    copies,
    openedPaths,
    isDisposed: () => disposed,
    handlers: { ...defaultHandlers, ...overrides },
    settings: {
      read: () => Promise.resolve(defaultSettings),
      write: (part) => Promise.resolve({ ...defaultSettings, ...(part as object) }),
    },
    listRecents: () => Promise.resolve([]),
    openRoot: () => Promise.resolve(),
    connect: () => ({ ...fake, leave: () => undefined }),
    on(event, listener) {
      const known = listeners.get(event) ?? new Set()
      listeners.set(event, known.add(listener))
      return () => known.delete(listener)
    },
    emit(event, payload) {
      for (const listener of listeners.get(event) ?? []) listener(payload as never)
    },
    openPaths(paths) {
      openedPaths.push(...paths)
      return opens(paths)
    },
    async receiveCopy(name, bytes) {
      const chunks: Uint8Array[] = []
      for await (const chunk of bytes) chunks.push(chunk)
      copies.push({ name, bytes: Buffer.concat(chunks) })
      return ok({ ...noFiles, fileIds: ['copy'] })
    },
    fileChecks: fakeFileChecks(overrides),
    addExportDestination: (folder) => ({ destinationId: folder, label: folder }),
    dispose() {
      disposed = true
      return Promise.resolve()
    },
  }
  return fake
}

/** Answers what `rollout:open` and `rollout:check` say of each file, or that it was stopped. */
function fakeFileChecks(overrides: Partial<Handlers>): Explorer['fileChecks'] {
  const handlers = { ...defaultHandlers, ...overrides }
  const checkOne = async (fileId: string): Promise<Result<ValidationReport>> => {
    const opened = await handlers['rollout:open']({ fileId, jobId: 'j', acceptReplaced: false })
    if (!opened.ok) return opened
    const checked = await handlers['rollout:check']({ fileId, jobId: 'j' })
    return checked.ok ? ok(checked.value.report) : checked
  }
  return {
    async *check({ fileIds, cancel }) {
      const stopped = new Promise<Result<never>>((resolve) => {
        cancel.onCancel(() => {
          resolve(err({ code: 'cancelled', message: 'Stopped.' }))
        })
      })
      for (const fileId of fileIds) {
        yield await Promise.race([checkOne(fileId), stopped])
      }
    },
    checkHome: ({ label }) => Promise.resolve(ok({ path: label, findings: [], notChecked: [] })),
  }
}

const defaultHandlers: Handlers = {
  'app:getInfo': () =>
    Promise.resolve(
      ok({
        version: '0.1.0',
        host: 'test',
        platform: 'linux',
        runtimes: [{ name: 'Node', version: '20.19.0' }],
        dataFolder: '/data/rollscope',
        canChooseFiles: false,
        exportsTo: 'nowhere',
        canShowInFolder: false,
        canDragOut: false,
        canOpenWindows: false,
        canZoom: false,
        hasNativeMenus: false,
        startedWith: null,
      }),
    ),
  'root:list': () =>
    Promise.resolve(ok({ roots: [{ rootId: 'home', kind: 'home', label: '~/.codex', exists: true }] })),
  'root:openSamples': unused,
  'rollout:readBytes': unused,
  'session:list': () =>
    Promise.resolve(
      ok({
        sessions: [fakeSession],
        nextCursor: null,
        problems: [],
        scannedFiles: 1,
        matchedFiles: 1,
        bytesRead: 4096,
        hidden: nothingHidden,
        reachedScanCap: false,
      }),
    ),
  'session:find': unused,
  'rollout:open': ({ fileId }) => Promise.resolve(ok({ ...fakeHeader, fileId })),
  'rollout:close': () => Promise.resolve(ok({})),
  'rollout:history': unused,
  'rollout:lineage': unused,
  'rollout:index': ({ fileId }) =>
    Promise.resolve(ok({ fileId, lineCount: 2, indexedBytes: 120, totalBytes: 120, complete: true })),
  'rollout:readLines': ({ fileId, from, limit }) => {
    const last = Math.min(2, from + limit - 1)
    const lines = Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => fakeLine(from + index))
    return Promise.resolve(
      ok({
        lines,
        nextLine: last < 2 ? last + 1 : null,
        index: { fileId, lineCount: 2, indexedBytes: 120, totalBytes: 120, complete: true },
      }),
    )
  },
  'rollout:readLine': unused,
  'rollout:locate': unused,
  'rollout:check': () =>
    Promise.resolve(
      ok({
        report: fakeReport,
        strip: { totalBytes: 120, kinds: [0], marks: [1] },
        census: censusOf({ user: 1, damage: 1 }, { '': 1, 'event_msg/user_message': 1 }),
      }),
    ),
  'rollout:stat': unused,
  'rollout:filter': unused,
  'rollout:readMatches': unused,
  'rollout:locateMatch': unused,
  'rollout:dropFilter': () => Promise.resolve(ok({})),
  'validation:run': unused,
  'validation:rows': unused,
  'validation:export': unused,
  'validation:drop': () => Promise.resolve(ok({})),
  'rule:list': () =>
    Promise.resolve(
      ok({
        rules: [
          {
            id: 'line/torn',
            severity: 'error',
            title: 'The last line is torn',
            explanation: 'The file ends in the middle of a record.',
            remedy: 'Look for another copy.',
            source: 'Measured.',
            example: '{"a',
            codex: 'skips the line',
          },
        ],
      }),
    ),
  'export:plan': unused,
  'export:chooseDestination': unused,
  'export:checkTarget': ({ folderName }) =>
    Promise.resolve(ok({ label: `/exports/${folderName}`, unfinished: [] })),
  'export:run': unused,
  'job:cancel': () => Promise.resolve(ok({ found: false })),
  'file:choose': () => Promise.resolve(ok({ opened: null })),
  'root:choose': () => Promise.resolve(ok({})),
  'file:showInFolder': unused,
  'file:startDrag': unused,
  'menu:popUp': unused,
  'window:open': unused,
  'window:zoom': unused,
  'recent:list': () => Promise.resolve(ok({ recents: [], problems: [] })),
  'recent:open': unused,
  'recent:remove': () => Promise.resolve(ok({})),
  'recent:clear': () => Promise.resolve(ok({})),
  'settings:get': () => Promise.resolve(ok({ settings: defaultSettings, problems: [] })),
  'settings:change': (part) =>
    Promise.resolve(ok({ settings: { ...defaultSettings, ...(part as object) }, problems: [] })),
}
