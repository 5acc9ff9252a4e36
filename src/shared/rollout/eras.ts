/**
 * Eras: the generations of the format, one row each: how its files look, what they store, and what they cannot tell
 * (ROLLOUT-FORMAT sections 3, 4 and 11). Whoever must know what an era does reads it here.
 *
 * What a version of Codex that reads a file makes of it is the table beside this one, `codexEyes.ts`.
 * Since when Codex writes which shape is data too, in `firstSeen.ts`.
 *
 * Era and version are different things: a file belongs to the era whose shapes it has, whatever version it claims,
 * because the writer chose and a migration rewrites old files.
 */
import type { RolloutFormat } from './formats'
import type { UnrecordedFact } from './unrecorded'
import type { PersistenceMode } from './persistence'

/** The ids of all eras; `eras` has a row for each. */
export const eraIds = [
  'bare',
  'no-source',
  'single-policy',
  'turns',
  'legacy',
  'paginated',
  'migrated',
  'tutorial',
  'exec-stream',
  'session-json',
  'unknown',
] as const
export type EraId = (typeof eraIds)[number]

/** What is known of an era. */
export interface Era {
  /** Its name in reports; null where a file is in no era. */
  readonly letter: string | null
  readonly title: string
  readonly format: RolloutFormat
  /** When files of this era were written, as far as is known. */
  readonly when: string
  /** Which versions wrote them, as far as is known. */
  readonly versions: string
  /** How its files are told from others. */
  readonly shape: string
  /** What its writers stored, by `persistence.ts`: the first is the default, others were asked for by a client. */
  readonly modes: readonly PersistenceMode[]
  /** What its files cannot tell, beside what no rollout can. */
  readonly unrecorded: readonly UnrecordedFact[]
}

const beforeEnvelope = [
  'line-times',
  'cli-version',
  'working-directory',
  'originator',
  'settings',
  'tokens',
  'turn-bounds',
  'turn-ids',
  'aborts',
  'failures',
  'patch-results',
  'command-results',
  'sequence',
] as const satisfies readonly UnrecordedFact[]

export const eras: Readonly<Record<EraId, Era>> = {
  bare: {
    letter: 'A',
    title: 'Bare lines',
    format: 'bare',
    when: 'May to August 2025, September in the field',
    versions: '0.20 among others; the files name none',
    shape: 'lines without an envelope; the first holds id, timestamp and instructions',
    modes: ['bare'],
    unrecorded: [...beforeEnvelope, 'source', 'model-provider'],
  },
  'no-source': {
    letter: 'B',
    title: 'First envelope',
    format: 'legacy',
    when: 'September and October 2025',
    versions: '0.34 to 0.43',
    shape: 'session meta without a source',
    modes: ['early'],
    unrecorded: [
      'source',
      'model-provider',
      'turn-bounds',
      'turn-ids',
      'failures',
      'patch-results',
      'command-results',
      'review-calls',
      'sequence',
    ],
  },
  'single-policy': {
    letter: 'C',
    title: 'Envelope without turns',
    format: 'legacy',
    when: 'October 2025 to February 2026',
    versions: '0.44 to 0.98',
    shape: 'session meta with a source; no turn ids and no task_started',
    modes: ['early'],
    unrecorded: [
      'turn-bounds',
      'turn-ids',
      'failures',
      'patch-results',
      'command-results',
      'review-calls',
      'review-parent',
      'sequence',
    ],
  },
  turns: {
    letter: 'D',
    title: 'Envelope with turns',
    format: 'legacy',
    when: 'February to May 2026',
    versions: '0.104 to 0.120, and others up to 0.136',
    shape: 'task_started and turn ids; session meta without thread_source, session_id and history_mode',
    modes: ['limited', 'extended'],
    unrecorded: ['failure-reasons', 'patch-results', 'command-results', 'review-parent', 'sequence'],
  },
  legacy: {
    letter: 'E',
    title: 'Legacy mode',
    format: 'legacy',
    when: 'since June 2026',
    versions: '0.137 to now, where a client asks for it',
    shape: 'history_mode legacy or absent, session meta or turn context of 0.137 or later',
    modes: ['single', 'late-legacy'],
    unrecorded: ['failure-reasons', 'command-results', 'review-parent', 'sequence'],
  },
  paginated: {
    letter: 'F',
    title: 'Paginated',
    format: 'paginated',
    when: 'since August 2026',
    versions: '0.150 to now',
    shape: 'history_mode paginated; every line has an ordinal',
    modes: ['paginated'],
    unrecorded: ['declined-commands'],
  },
  migrated: {
    letter: 'G',
    title: 'Migrated to paginated',
    format: 'paginated',
    when: 'since September 2026, from files of any date',
    versions: 'rewritten by 0.169; cli_version is that of the first writer',
    shape: 'history_mode paginated, with turn ids like rollout-2 or item ids like item-1',
    modes: ['paginated'],
    unrecorded: ['what-migration-dropped', 'failure-reasons', 'command-results'],
  },
  tutorial: {
    letter: 'H',
    title: 'Tutorial form',
    format: 'foreign',
    when: 'never written by Codex',
    versions: 'none',
    shape: 'lines with type, item and seq',
    modes: [],
    unrecorded: [],
  },
  'exec-stream': {
    letter: 'I',
    title: 'Output of codex exec --json',
    format: 'foreign',
    when: 'since late 2025',
    versions: 'not recorded; 0.169 among others',
    shape: 'lines whose type has a dot, such as thread.started',
    modes: [],
    unrecorded: ['line-times', 'cli-version', 'working-directory', 'originator', 'settings', 'user-messages'],
  },
  'session-json': {
    letter: 'A0',
    title: 'Single JSON session',
    format: 'foreign',
    when: 'April to June 2025',
    versions: 'the TypeScript CLI',
    shape: 'one JSON object with session and items, on one line or laid out over many',
    modes: [],
    unrecorded: beforeEnvelope,
  },
  unknown: {
    letter: null,
    title: 'Not recognised',
    format: 'unknown',
    when: 'not known',
    versions: 'not known',
    shape: 'none of the others',
    modes: [],
    unrecorded: [],
  },
}
