import type { SessionSummary } from '../../../src/shared/session/session'

/** A row of the session list with nothing recorded but what a test says. */
export function sessionRow(part: Partial<SessionSummary>): SessionSummary {
  return {
    fileId: 'file',
    id: null,
    path: 'sessions/rollout.jsonl',
    form: 'jsonl',
    archived: false,
    format: 'legacy',
    era: 'legacy',
    nameTime: null,
    createdAt: null,
    updatedAt: '2026-01-01T00:00:00.000Z',
    sizeBytes: 0,
    cwd: null,
    originator: null,
    cliVersion: null,
    source: null,
    modelProvider: null,
    model: null,
    gitBranch: null,
    gitCommit: null,
    name: null,
    preview: null,
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
    ...part,
  }
}
