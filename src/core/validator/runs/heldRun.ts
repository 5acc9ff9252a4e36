/** Held run: what a validation of many files has found so far, as small rows. In the host's thread. */
import type { Request } from '../../../shared/contract/contract'
import { ok, type Result } from '../../../shared/result'
import type { Problem } from '../../../shared/session/session'
import type { HomeReport } from '../../../shared/validation/homeReport'
import type { RunPhase, RunRow, RunRows, RunState } from '../../../shared/validation/run'
import { addCounts, noFindings } from '../../report/report'
import type { CancelFlag } from '../../jobs/task'
import { isUnnameableRollout } from '../../lister/walkProblems'
import type { SizedFile } from './checkMany'
import { RunCounter, type RunProgress } from './runCounter'
import { RunOrder } from './runOrder'
import { newRow, unreadableRow } from './runRow'
import type { SpoolPlace } from './reportSpool'
import type { ResolvedScope } from './runScope'
import type { CheckedRow } from './spoolFiles'

/** Problems that are told one by one. */
const problemsTold = 100

/** What a run is called, how it is cancelled, and where its reports are. */
export interface HeldRunParts {
  readonly runId: string
  readonly jobId: string
  readonly cancel: CancelFlag
  /** The folder of the run's reports. */
  readonly spoolFolder: string
  readonly nowMs: () => number
  /** What to call a session; null for what no list has named. */
  readonly nameOf: (fileId: string) => string | null
}

/** What a report says of one file of the run: where its report lies, or why there is none. */
export type HeldEntry =
  | { readonly path: string; readonly kept: SpoolPlace }
  | {
      readonly path: string
      readonly error: { readonly code: string; readonly message: string }
      /** False for a place that could not be listed, or was passed over. */
      readonly isFile: boolean
    }

export class HeldRun {
  readonly #parts: HeldRunParts
  readonly #order = new RunOrder()
  #rows: RunRow[] = []
  #kept: (SpoolPlace | null)[] = []
  #scope: ResolvedScope = { examined: [], files: [], problems: [], homes: [] }
  #counter: RunCounter | null = null
  #phase: RunPhase = 'listing'
  #beganMs = 0
  #elapsedMs: number | null = null
  #findings = noFindings
  #homes: readonly HomeReport[] = []
  #keepsReports = true

  constructor(parts: HeldRunParts) {
    this.#parts = parts
  }

  get spoolFolder(): string {
    return this.#parts.spoolFolder
  }

  /** Ends the run: nobody wants more of it. */
  cancel(): void {
    this.#parts.cancel.cancel()
  }

  get phase(): RunPhase {
    return this.#phase
  }

  get scope(): ResolvedScope {
    return this.#scope
  }

  get homes(): readonly HomeReport[] {
    return this.#homes
  }

  /** Begins with what the scope holds; `files` are the same files with their sizes. */
  begin(scope: ResolvedScope, files: readonly SizedFile[], tell: (progress: RunProgress) => void): void {
    this.#scope = scope
    this.#counter = new RunCounter(files, tell)
    this.#phase = 'checking'
    this.#beganMs = this.#parts.nowMs()
    this.#kept = scope.files.map(() => null)
    const named = scope.files.map((file, index) =>
      newRow(file, {
        index,
        sizeBytes: files[index]?.sizeBytes ?? 0,
        name: this.#parts.nameOf(file.fileId),
      }),
    )
    const unnamed = scope.problems.filter(isUnnameableRollout)
    this.#rows = [...named, ...unnamed.map((problem, at) => unreadableRow(problem, named.length + at))]
  }

  /** What is no row of its own. */
  get #places(): readonly Problem[] {
    return this.#scope.problems.filter((problem) => !isUnnameableRollout(problem))
  }

  reading(index: number, doneBytes: number): void {
    this.#counter?.reading(index, doneBytes)
  }

  ended(index: number, checked: Result<CheckedRow>): void {
    const row = this.#rows[index]
    if (row === undefined) return
    if (checked.ok) {
      const { kept, ...facts } = checked.value
      this.#rows[index] = { ...row, ...facts }
      this.#kept[index] = kept
      this.#keepsReports &&= kept !== null
      this.#findings = addCounts(this.#findings, facts.counts)
    } else {
      const { code, message } = checked.error
      this.#rows[index] = { ...row, verdict: 'unreadable', problem: { code, message } }
    }
    this.#counter?.ended(index)
  }

  end(phase: 'done' | 'cancelled', homes: readonly HomeReport[]): void {
    this.#phase = phase
    this.#homes = homes
    this.#elapsedMs = this.#parts.nowMs() - this.#beganMs
  }

  get state(): RunState {
    const { runId, jobId, nowMs } = this.#parts
    const now = this.#counter?.now ?? { doneFiles: 0, totalFiles: 0, doneBytes: 0, totalBytes: 0 }
    const unnamed = this.#rows.length - this.#scope.files.length
    const places = this.#places
    const verdicts = { clean: 0, findings: 0, damaged: 0, unreadable: 0, 'not-checked': 0 }
    for (const { verdict } of this.#rows) verdicts[verdict] += 1
    return {
      runId,
      jobId,
      phase: this.#phase,
      ...now,
      doneFiles: now.doneFiles + unnamed,
      totalFiles: now.totalFiles + unnamed,
      elapsedMs: this.#phase === 'listing' ? 0 : (this.#elapsedMs ?? nowMs() - this.#beganMs),
      verdicts,
      findings: this.#findings,
      problems: places.slice(0, problemsTold),
      problemCount: places.length,
      homes: [...this.#homes],
      keepsReports: this.#keepsReports,
    }
  }

  /** Reads rows of a view. */
  rows({ view, from, limit, anew }: Request<'validation:rows'>): Result<RunRows> {
    const ended = this.#counter?.now.doneFiles ?? 0
    const { order, isSorted } = this.#order.of(this.#rows, view, { ended, anew })
    const rows = order.slice(from, from + limit).flatMap((index) => this.#rows[index] ?? [])
    return ok({ rows, total: order.length, isSorted })
  }

  /** What a report of the run says of each file, in order, and then of places that could not be listed. */
  get entries(): readonly HeldEntry[] {
    const files = this.#rows.map(({ path, problem }, index): HeldEntry => {
      const kept = this.#kept[index]
      if (kept !== null && kept !== undefined) return { path, kept }
      return { path, error: problem ?? notReached, isFile: true }
    })
    const places = this.#places.map(({ path, code, message }): HeldEntry => {
      const error = { code: code.replace(/^list\//, ''), message }
      return { path: path ?? this.#scope.examined[0] ?? '', error, isFile: false }
    })
    return [...files, ...places]
  }
}

const notReached = { code: 'cancelled', message: 'The validation was cancelled before its end.' }
