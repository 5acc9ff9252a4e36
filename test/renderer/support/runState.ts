import type { RunRow, RunState } from '../../../src/shared/validation/run'

/** The state of a validation of four sessions that has just begun. */
export function runState(part: Partial<RunState> = {}): RunState {
  return {
    runId: 'r1',
    jobId: 'j',
    phase: 'checking',
    totalFiles: 4,
    doneFiles: 0,
    totalBytes: 100_000,
    doneBytes: 0,
    elapsedMs: 0,
    verdicts: { clean: 0, findings: 0, damaged: 0, unreadable: 0, 'not-checked': 4 },
    findings: { error: 0, warning: 0, info: 0 },
    problems: [],
    problemCount: 0,
    homes: [],
    keepsReports: true,
    ...part,
  }
}

/** The row of a session that was checked and is clean. */
export function runRow(index: number, part: Partial<RunRow> = {}): RunRow {
  return {
    index,
    fileId: `f${String(index)}`,
    path: `sessions/f${String(index)}.jsonl`,
    name: null,
    nameTime: null,
    isArchived: false,
    sizeBytes: 25_000,
    verdict: 'clean',
    counts: { error: 0, warning: 0, info: 0 },
    lineCount: 10,
    session: null,
    place: null,
    problem: null,
    ...part,
  }
}
